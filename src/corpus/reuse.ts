import { containment } from './fingerprint'
import type { ArticleSummary, QuoteSummary } from './summary'
import type { QuoteReference } from './corpus'

/** Quotes of fewer words are too common to be the same one again: "no comment". */
const fewestWords = 5
/** How much of the shorter quote must be in the longer one, and how much shorter it may be. */
const sameShare = 0.8
const shortest = 0.5
/** A run of words that is in many quotes tells nothing more after these. */
const comparedQuotes = 8

interface Place {
  readonly article: string
  readonly quote: number
  readonly summary: QuoteSummary
  readonly order: number
}

/**
 * Groups of the same quote again, in one article and across articles: the same words, or nearly so. Compares only quotes
 * that share a sampled run of words, and each with a few, so that the cost grows with the number of quotes.
 */
export function findReuse(summaries: readonly ArticleSummary[]): readonly (readonly QuoteReference[])[] {
  const places: Place[] = []
  for (const { article, quotes } of summaries) quotes.forEach((summary, quote) => summary.words >= fewestWords && places.push({ article, quote, summary, order: places.length }))
  const parents = Int32Array.from(places, (_, index) => index)
  const find = (index: number) => {
    while (parents[index] !== index) index = parents[index] = parents[parents[index]!]!
    return index
  }
  const exact = new Map<string, number>()
  const postings = new Map<number, number[]>()
  places.forEach(({ summary }, index) => {
    const key = `${summary.exact} ${summary.words}`
    const twin = exact.get(key)
    if (twin !== undefined) {
      parents[find(index)] = find(twin)
      return
    }
    exact.set(key, index)
    for (const other of candidates(summary, postings)) {
      if (find(other) !== find(index) && nearlySame(places[other]!.summary, summary)) parents[Math.max(find(other), find(index))] = Math.min(find(other), find(index))
    }
    for (const shingle of sample(summary)) {
      const known = postings.get(shingle)
      if (!known) postings.set(shingle, [index])
      else if (known.length < comparedQuotes) known.push(index)
    }
  })
  const groups = new Map<number, QuoteReference[]>()
  places.forEach(({ article, quote }, index) => {
    const root = find(index)
    const group = groups.get(root)
    if (group) group.push({ article, quote })
    else groups.set(root, [{ article, quote }])
  })
  return [...groups.values()].filter((group) => group.length > 1)
}

function candidates(summary: QuoteSummary, postings: ReadonlyMap<number, readonly number[]>): ReadonlySet<number> {
  const found = new Set<number>()
  for (const shingle of sample(summary)) for (const other of postings.get(shingle) ?? []) found.add(other)
  return found
}

function nearlySame(a: QuoteSummary, b: QuoteSummary): boolean {
  if (Math.min(a.words, b.words) < shortest * Math.max(a.words, b.words)) return false
  return containment(a.shingles, b.shingles) >= sameShare
}

/** A third of the runs, the same third in every quote; the smallest of all where none is in it. */
function sample({ shingles }: QuoteSummary): readonly number[] {
  const sampled: number[] = []
  for (const shingle of shingles) if (shingle % 3 === 0) sampled.push(shingle)
  return sampled.length > 0 || shingles.length === 0 ? sampled : [shingles[0]!]
}
