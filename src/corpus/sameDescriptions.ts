import type { CorpusSuggestion } from './corpus'
import type { EntitySummary } from './summary'

/** Somebody with a description: `id` of `Corpus.entities`. */
export interface Described {
  readonly article: string
  readonly id: string
}

/**
 * The description by which an unnamed source may be suggested to be the same as others; undefined for all others. Only quoted people with
 * a description of more than two words are: "a senior harbour official", not "an aide".
 */
export function descriptionToCompare({ traits: { key, type }, quotes }: EntitySummary): string | undefined {
  const isSpecific =
    key.bucket === null && quotes.length > 0 && key.words.length > 2 && (type === 'person' || type === 'group')
  return isSpecific ? key.words.join(' ') : undefined
}

/** Suggests those of equal descriptions, each list in order of article, where they are of several articles. */
export function suggestionsOf(lists: Iterable<readonly Described[]>): readonly CorpusSuggestion[] {
  const found: CorpusSuggestion[] = []
  for (const list of lists) {
    if (list.length < 2 || list[0]!.article === list.at(-1)!.article) continue
    found.push({ rule: 'same-description', entities: list.map(({ id }) => id) })
  }
  return found.sort((a, b) => (a.entities[0]! < b.entities[0]! ? -1 : 1))
}
