import type { Corpus, QuoteReference } from '../corpus'

/** Which group of the same quote a quote belongs to: its index in `Corpus.reuse`, or -1. */
export type ReuseGroupOf = (quote: QuoteReference) => number

const known = new WeakMap<Corpus, ReuseGroupOf>()

export function reuseGroups(corpus: Corpus): ReuseGroupOf {
  const made = known.get(corpus)
  if (made) return made
  const groups = new Map<string, Map<number, number>>()
  corpus.reuse.forEach((quotes, group) =>
    quotes.forEach(({ article, quote }) => {
      const ofArticle = groups.get(article) ?? new Map<number, number>()
      groups.set(article, ofArticle.set(quote, group))
    })
  )
  const groupOf: ReuseGroupOf = ({ article, quote }) => groups.get(article)?.get(quote) ?? -1
  known.set(corpus, groupOf)
  return groupOf
}

/** How many quotes there are when those of one group (-1: of none) are one. */
export function distinctCount<T>(quotes: readonly T[], groupOf: (quote: T) => number): number {
  const groups = new Set<number>()
  let alone = 0
  for (const quote of quotes) {
    const group = groupOf(quote)
    if (group < 0) alone++
    else groups.add(group)
  }
  return alone + groups.size
}

/** The quotes without those that are a group's again. */
export function firstOfGroups<T>(quotes: readonly T[], groupOf: (quote: T) => number): readonly T[] {
  const seen = new Set<number>()
  return quotes.filter((quote) => {
    const group = groupOf(quote)
    if (group < 0) return true
    const isFirst = !seen.has(group)
    seen.add(group)
    return isFirst
  })
}
