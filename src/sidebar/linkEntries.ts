import { describe, speakerKind, type EntityGroup } from './entityEntries'
import type { LinkEntry } from '../protocol/sidebar'
import { sortInSteps } from '../util/sortInSteps'
import { flatMappedInSteps, type Steps } from '../util/steps'

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
export function* linkEntries(links: readonly LinkQuotes[], allWords: number): Steps<readonly LinkEntry[]> {
  const sorted = yield* sortInSteps(
    links,
    (a, b) => b.distinct - a.distinct || b.words - a.words || (a.quotes[0] ?? 0) - (b.quotes[0] ?? 0)
  )
  return yield* flatMappedInSteps(sorted, (link) => linkEntry(link, allWords), 1000)
}

/** The key of a source's entry, which is also that of its entity. */
export function linkKey(group: EntityGroup): string {
  return group.base
}

function linkEntry(
  { group, folderName, quotes, quoteWords, distinct, elsewhere, elsewhereArticles, words }: LinkQuotes,
  allWords: number
): readonly LinkEntry[] {
  const entity = group.members[0]?.entity
  if (!entity) return []
  const kind = speakerKind(entity)
  const entry: LinkEntry = {
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
  return [entry]
}
