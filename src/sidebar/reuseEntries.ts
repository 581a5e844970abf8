import type { ReuseEntry } from '../protocol/sidebar'

/** Indexes of the state's quotes, and how often the quote occurs, listed or not. */
export interface ReuseGroup {
  readonly quotes: readonly number[]
  readonly times: number
}

export interface ReuseEntries {
  readonly entries: readonly ReuseEntry[]
  /** Index of the group that a quote of the state belongs to, or -1. */
  readonly groupOf: (quote: number) => number
}

/** Groups of the same quote, the largest first. Groups that have shrunk below two quotes are none. */
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
