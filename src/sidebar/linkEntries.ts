import { describe, speakerKind, type EntityGroup } from './entityEntries'
import type { LinkEntry } from '../protocol/sidebar'

/** A source with its quotes. */
export interface LinkQuotes {
  readonly group: EntityGroup
  /** What the folder calls it. */
  readonly folderName: string | undefined
  /** Its listed quotes: indexes of the state's quotes. */
  readonly quotes: readonly number[]
  /** The number of words of each of `quotes`. */
  readonly quoteWords: readonly number[]
  /** Number of its listed quotes, reused ones counted once. */
  readonly distinct: number
  /** Number of its quotes in other articles, reused ones counted once. */
  readonly elsewhere: number
  readonly elsewhereArticles: number
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
  return group.base
}

function linkEntry(
  { group, folderName, quotes, quoteWords, distinct, elsewhere, elsewhereArticles, words }: LinkQuotes,
  allWords: number
): LinkEntry | undefined {
  const entity = group.members[0]?.entity
  if (!entity) return undefined
  const kind = speakerKind(entity)
  return {
    key: linkKey(group),
    name: group.name,
    ...(folderName !== undefined && folderName !== group.name && { folderName }),
    kind,
    named: group.named,
    description: describe(group),
    quotes,
    quoteWords,
    distinct,
    elsewhere,
    elsewhereArticles,
    share: allWords === 0 ? 0 : words / allWords
  }
}
