import { describe, entryKey, speakerKind, type EntityGroup } from './entityEntries'
import type { LinkEntry } from '../protocol/sidebar'

export interface LinkQuotes {
  readonly group: EntityGroup
  /** Indexes of the state's quotes. */
  readonly quotes: readonly number[]
  /** The number of words of each. */
  readonly quoteWords: readonly number[]
  readonly distinct: number
  /** How many. */
  readonly elsewhere: number
  /** In the quotes of the scope, each group of the same one once. */
  readonly words: number
}

/** Sources, those with the most quotes first; with as many, the one with the most quoted words. `allWords` are those of every quote in the scope. */
export function linkEntries(links: readonly LinkQuotes[], allWords: number): readonly LinkEntry[] {
  return [...links]
    .sort((a, b) => b.distinct - a.distinct || b.words - a.words || (a.quotes[0] ?? 0) - (b.quotes[0] ?? 0))
    .flatMap((link) => linkEntry(link, allWords) ?? [])
}

/** The key of a source's entry, which is also that of its entity. */
export function linkKey(group: EntityGroup): string {
  const entity = group.members[0]?.entity
  return entity ? entryKey(speakerKind(entity), group.base) : ''
}

function linkEntry(
  { group, quotes, quoteWords, distinct, elsewhere, words }: LinkQuotes,
  allWords: number
): LinkEntry | undefined {
  const entity = group.members[0]?.entity
  if (!entity) return undefined
  const kind = speakerKind(entity)
  return {
    key: linkKey(group),
    name: group.name,
    kind,
    named: group.named,
    description: describe(group),
    quotes,
    quoteWords,
    distinct,
    elsewhere,
    share: allWords === 0 ? 0 : words / allWords
  }
}
