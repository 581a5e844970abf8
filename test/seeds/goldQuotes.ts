import type { Quote } from '../../src/analysis'
import type { Span } from '../../src/article'
import type { AnalyzedArticle } from '../../src/analysis'

/** A gold quote, as the seeds' gold has it: pieces are [start, end]. A tolerated one (`required` false) may be found or not. */
export interface GoldQuote {
  readonly required: boolean
  readonly content: Pieces
  readonly source: Pieces | null
}

export type Pieces = readonly (readonly [number, number])[]

export interface ScoredQuote {
  readonly gold: GoldQuote
  readonly found: Quote | undefined
  readonly rightSource: boolean
}

/**
 * Pairs gold and found quotes as the shared scorer does: greedily by the overlap of their contents, at least half of what
 * they cover together; a source is right when it overlaps the gold source, or there is none in both.
 */
export function scoreQuotes(gold: readonly GoldQuote[], quotes: readonly Quote[]): readonly ScoredQuote[] {
  const goldSets = gold.map(({ content }) => characters(content))
  const foundSets = quotes.map(({ content }) => characters(toPieces(content)))
  const pairs = goldSets.flatMap((a, g) => foundSets.map((b, f) => ({ g, f, overlap: overlapOf(a, b) })))
  const pairOf = new Map<number, number>()
  const taken = new Set<number>()
  for (const { g, f } of pairs.filter(({ overlap }) => overlap >= 0.5).sort((a, b) => b.overlap - a.overlap)) {
    if (pairOf.has(g) || taken.has(f)) continue
    pairOf.set(g, f)
    taken.add(f)
  }
  return gold.map((quote, index) => {
    const found = quotes[pairOf.get(index) ?? -1]
    return { gold: quote, found, rightSource: found !== undefined && sameSource(quote.source, found.source) }
  })
}

/** What is wrong with a quote, in lines for people. */
export function explain({ name, article }: AnalyzedArticle, { gold, found, rightSource }: ScoredQuote): string[] {
  if (rightSource) return []
  const surface = (pieces: Pieces | null) =>
    (pieces ?? []).map(([start, end]) => article.text.slice(start, end)).join(' … ') || '(none)'
  return [
    `${name}: ${found ? 'found with another source' : 'not found'}`,
    `  wanted  ${surface(gold.content)}  <-  ${surface(gold.source)}`,
    ...(found
      ? [
          `  found   ${surface(toPieces(found.content))}  <-  ${surface(found.source && toPieces(found.source))}  (${found.rule})`
        ]
      : [])
  ]
}

function sameSource(gold: Pieces | null, found: readonly Span[] | null): boolean {
  const a = characters(gold ?? [])
  const b = characters(toPieces(found ?? []))
  return a.size === 0 ? b.size === 0 : overlapOf(a, b) > 0
}

function toPieces(spans: readonly Span[]): Pieces {
  return spans.map(({ start, end }) => [start, end] as const)
}

function characters(pieces: Pieces): ReadonlySet<number> {
  return new Set(pieces.flatMap(([start, end]) => Array.from({ length: end - start }, (_, index) => start + index)))
}

function overlapOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const both = [...a].filter((character) => b.has(character)).length
  return both === 0 ? 0 : both / (a.size + b.size - both)
}
