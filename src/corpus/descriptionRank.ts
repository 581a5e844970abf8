/**
 * How little a description says of somebody where its sentence is not there to be read, 0 for the best: "former test engineer" before
 * "letter" (one word), "22-year-old" and "his coach" (whose?). Descriptions of one rank stay in the order of the text.
 */
export function descriptionRank(description: string): number {
  if (/^(?:his|her|hers|their|its|my|our|your|whose|this|that|these|those)\s/i.test(description)) return 3
  if (/^\d+(?:-year-old)?$/i.test(description)) return 2
  return /^\p{Ll}\S*$/u.test(description) ? 1 : 0
}

/** The best of them first. The same array where they stand so already. */
export function byDescriptionRank(descriptions: readonly string[]): readonly string[] {
  const isSorted = descriptions.every(
    (description, index) => index === 0 || descriptionRank(descriptions[index - 1]!) <= descriptionRank(description)
  )
  return isSorted ? descriptions : descriptions.toSorted((a, b) => descriptionRank(a) - descriptionRank(b))
}
