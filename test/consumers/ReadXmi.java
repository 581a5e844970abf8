import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;

/**
 * Apache UIMA reads documents: TypeSystem.xml and .xmi files are the arguments. Printed is of each file a line with its
 * text and one of each annotation: type, offsets, the words that UIMA says it covers, label, note, and what a relation is between; texts in Base64.
 */
public class ReadXmi {
  public static void main(String[] files) throws Exception {
    TypeSystemDescription types = UIMAFramework.getXMLParser().parseTypeSystemDescription(new XMLInputSource(files[0]));
    StringBuilder lines = new StringBuilder();
    for (int index = 1; index < files.length; index++) {
      CAS cas = CasCreationUtils.createCas(types, null, null);
      try (InputStream stream = new FileInputStream(files[index])) {
        XmiCasDeserializer.deserialize(stream, cas, false);
      }
      lines.append("text ").append(encoded(cas.getDocumentText())).append('\n');
      for (AnnotationFS annotation : cas.getAnnotationIndex()) {
        lines.append(annotation.getType().getName());
        lines.append(' ').append(annotation.getBegin()).append(' ').append(annotation.getEnd());
        lines.append(' ').append(encoded(annotation.getCoveredText()));
        lines.append(' ').append(encoded(text(annotation, "label", "value")));
        lines.append(' ').append(encoded(text(annotation, "note")));
        lines.append(' ').append(place(annotation, "Governor")).append(' ').append(place(annotation, "Dependent"));
        lines.append('\n');
      }
    }
    System.out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private static String text(AnnotationFS annotation, String... names) {
    for (String name : names) {
      Feature feature = annotation.getType().getFeatureByBaseName(name);
      if (feature != null) return annotation.getStringValue(feature);
    }
    return null;
  }

  private static String place(AnnotationFS annotation, String name) {
    Feature feature = annotation.getType().getFeatureByBaseName(name);
    FeatureStructure value = feature == null ? null : annotation.getFeatureValue(feature);
    return value == null ? "-" : ((AnnotationFS) value).getBegin() + "-" + ((AnnotationFS) value).getEnd();
  }

  private static String encoded(String text) {
    if (text == null) return "-";
    return "=" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_16LE));
  }
}
