import { describe, entryKey, speakerKind, type EntityGroup } from './entityEntries'
import type { LinkEntry } from '../protocol/sidebar'

/** A source with its quotes. */
export interface LinkQuotes {
  readonly group: EntityGroup
  /** Its listed quotes: indexes of the state's quotes. */
  readonly quotes: readonly number[]
  /** The number of words of each of `quotes`. */
  readonly quoteWords: readonly number[]
  /** Number of its listed quotes, reused ones counted once. */
  readonly distinct: number
  /** Number of its quotes in other articles, reused ones counted once. */
  readonly elsewhere: number
  /** Number of words of its listed quotes, reused ones counted once. */
  readonly words: number
}

/**
 * The entries of sources: those with the most quotes first; of equals, those with the most quoted words. `allWords` is
 * the number of words of all listed quotes, of which each source has a share.
 */
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
