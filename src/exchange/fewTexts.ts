/**
 * Different texts in the order in which they came: mostly none or one, seldom many. An empty `Set` for each of a hundred thousand entities
 * would take tens of megabytes.
 */
export type FewTexts = readonly string[] | Set<string>

export const noTexts: FewTexts = []

/** With one more, where it is not there yet: to be put in the place of those that were given, which it may have changed. */
export function withText(texts: FewTexts, text: string): FewTexts {
  if (!isList(texts)) return texts.add(text)
  if (texts.includes(text)) return texts
  const more = texts.concat(text) // exactly as long as it is (see `shortList.ts`)
  return more.length > mostInList ? new Set(more) : more
}

const mostInList = 8

function isList(texts: FewTexts): texts is readonly string[] {
  return Array.isArray(texts)
}
