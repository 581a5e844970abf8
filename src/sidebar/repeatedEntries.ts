import type { RepeatedEntry } from './protocol'

export interface RepeatedQuotes {
  readonly entries: readonly RepeatedEntry[]
  /** Index of the group that a quote of the state belongs to, or -1. */
  readonly groupOf: (quote: number) => number
}

/** Groups of the same quote, the largest first. Groups that have shrunk below two quotes are none. */
export function repeatedEntries(groups: readonly (readonly number[])[], keyOf: (quote: number) => string): RepeatedQuotes {
  const kept = groups.filter((quotes) => quotes.length > 1).sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
  const group = new Map<number, number>()
  kept.forEach((quotes, index) => quotes.forEach((quote) => group.set(quote, index)))
  return {
    entries: kept.map((quotes) => ({ key: keyOf(quotes[0] ?? 0), quotes })),
    groupOf: (quote) => group.get(quote) ?? -1
  }
}
