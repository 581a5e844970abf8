import type { QuoteKind } from '../protocol/common'
import type { Steps } from '../util/steps'
import type { FolderIndex } from './folderIndex'
import { kindBits, quoteKinds, unattributedBit, type QuoteColumns } from './quoteColumns'
import type { ReuseRow } from './quoteTable'

/** Counts of the quotes that a filter leaves. */
export interface LeftQuotes {
  /** Every one is counted. */
  readonly kinds: Readonly<Record<QuoteKind, number>>
  readonly unattributed: number
  /** Reused ones counted once. */
  readonly distinct: number
  /** By link, every one. */
  readonly ofSources: Uint32Array
  /** By link, reused ones counted once. */
  readonly distinctOfSources: Uint32Array
  /** By index of `QuoteTable.reuse`: 1 where any is left. */
  readonly groups: Uint8Array
  /** By index of `FolderIndex.folder.articles`, one of those below. */
  readonly articles: Uint8Array
}

export const noneLeft = 0
export const someLeft = 1
/** Some are left that nobody says. */
export const unattributedLeft = 2

/**
 * Counts the quotes that are marked by 1 at their number. In plain loops over columns, which are quick from the first letter on: V8
 * compiles them while they run, and does not so with the body of a generator.
 */
export function* countLeft({ quotes, links, linkOf, folder }: FolderIndex, left: Uint8Array): Steps<LeftQuotes> {
  const { columns, reuse } = quotes
  const counts: Counts = {
    kinds: new Uint32Array(quoteKinds.length),
    ofSources: new Uint32Array(links.length),
    distinctOfSources: new Uint32Array(links.length),
    ...{ ungrouped: 0, unattributed: 0 }
  }
  const articles = new Uint8Array(folder.articles.length)
  for (let start = 0; start < articles.length; start += 256) {
    yield
    countArticles(start, Math.min(articles.length, start + 256))
  }
  const groups = new Uint8Array(reuse.length)
  const seen = new Int32Array(links.length).fill(-1)
  for (let start = 0; start < groups.length; start += 1024) {
    yield
    countGroups(start, Math.min(groups.length, start + 1024))
  }
  const { kinds, ofSources, distinctOfSources, unattributed, ungrouped } = counts
  return {
    kinds: Object.fromEntries(quoteKinds.map((kind, at) => [kind, kinds[at]!])) as Record<QuoteKind, number>,
    distinct: ungrouped + groups.reduce((sum, isLeft) => sum + isLeft, 0),
    ...{ unattributed, ofSources, distinctOfSources, groups, articles }
  }

  function countArticles(from: number, to: number): void {
    for (let article = from; article < to; article++) {
      const [start, end] = quotes.rangeOf(article)
      articles[article] = countRange(columns, linkOf, left, start, end, counts)
    }
  }

  function countGroups(from: number, to: number): void {
    for (let group = from; group < to; group++)
      groups[group] = countGroup(reuse[group]!, group, columns, linkOf, left, seen, counts)
  }
}

interface Counts {
  readonly kinds: Uint32Array
  readonly ofSources: Uint32Array
  /** Without those in groups, at first. */
  readonly distinctOfSources: Uint32Array
  unattributed: number
  ungrouped: number
}

/** Counts the quotes of an article, from `start` to before `end`, and says what is left of them. */
function countRange(
  { flags, speakers, groups }: QuoteColumns,
  linkOf: Int32Array,
  left: Uint8Array,
  start: number,
  end: number,
  counts: Counts
): number {
  let found = noneLeft
  for (let number = start; number < end; number++) {
    if (left[number] === 0) continue
    counts.kinds[flags[number]! & kindBits]!++
    const isGrouped = groups[number]! >= 0
    if (!isGrouped) counts.ungrouped++
    if ((flags[number]! & unattributedBit) > 0) {
      counts.unattributed++
      found = unattributedLeft
    } else if (found === noneLeft) found = someLeft
    const link = speakers[number]! < 0 ? -1 : linkOf[speakers[number]!]!
    if (link < 0) continue
    counts.ofSources[link]!++
    if (!isGrouped) counts.distinctOfSources[link]!++
  }
  return found
}

/** Counts a group once for each of its sources, and says whether any of it is left: 1, otherwise 0. */
function countGroup(
  { quotes }: ReuseRow,
  group: number,
  { speakers }: QuoteColumns,
  linkOf: Int32Array,
  left: Uint8Array,
  /** By link, the group that it was counted in last. */
  seen: Int32Array,
  { distinctOfSources }: Counts
): number {
  let found = 0
  for (let at = 0; at < quotes.length; at++) {
    const number = quotes[at]!
    if (left[number] === 0) continue
    found = 1
    const link = speakers[number]! < 0 ? -1 : linkOf[speakers[number]!]!
    if (link < 0 || seen[link] === group) continue
    seen[link] = group
    distinctOfSources[link]!++
  }
  return found
}
