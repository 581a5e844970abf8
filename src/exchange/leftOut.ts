import type { Annotation, AnnotationDocument } from './document'
import type { ExportInput } from './format'

/** What a format may leave out altogether: kinds of losses that are each an annotation of its own. */
export type LeftOut = 'quote' | 'code' | 'memo' | 'rejected'

/** An export's documents, with what the format leaves out of each counted as lost. */
export async function* documentsWithout(
  kinds: readonly LeftOut[],
  { documents, lost }: ExportInput
): AsyncGenerator<AnnotationDocument> {
  for await (const document of documents()) {
    for (const kind of kinds) {
      const count = countOf(document, kind)
      if (count > 0) lost(kind, count)
    }
    yield document
  }
}

function countOf({ annotations, rejected }: AnnotationDocument, kind: LeftOut): number {
  if (kind === 'rejected') return rejected.length
  const isLeftOut = ({ layer }: Annotation) => layer === kind
  return annotations.filter(isLeftOut).length
}
