/** Layers that UIMA and DKPro make themselves: texts, sentences, words, their grammar. Named entities are none of them. */
export function isMachinery(type: string): boolean {
  return /^(uima\.|(de\.tudarmstadt\.ukp\.dkpro|org\.dkpro)\.core\.api\.(?!ner\.))/.test(type)
}
