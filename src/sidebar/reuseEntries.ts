import type { ReuseEntry } from '../protocol/sidebar'

/** A group of reused quotes: the indexes of those that the state lists, and the number of all, listed or not. */
export interface ReuseGroup {
  readonly quotes: readonly number[]
  readonly times: number
}

export interface ReuseEntries {
  readonly entries: readonly ReuseEntry[]
  /** Index in `entries` of the group that a quote of the state belongs to, or -1. */
  readonly groupOf: (quote: number) => number
}

/** The entries of groups, the largest first. Groups with fewer than two listed quotes are left out. */
export function reuseEntries(groups: readonly ReuseGroup[], keyOf: (quote: number) => string): ReuseEntries {
  const kept = groups
    .filter(({ quotes }) => quotes.length > 1)
    .sort((a, b) => b.times - a.times || (a.quotes[0] ?? 0) - (b.quotes[0] ?? 0))
  const group = new Map<number, number>()
  kept.forEach(({ quotes }, index) => quotes.forEach((quote) => group.set(quote, index)))
  return {
    entries: kept.map(({ quotes, times }) => ({ key: keyOf(quotes[0] ?? 0), quotes, times })),
    groupOf: (quote) => group.get(quote) ?? -1
  }
}
