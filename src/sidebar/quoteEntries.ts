import { factKeys, type Analysis, type AnalyzedArticle, type Quote } from '../analysis'
import { shownText } from '../article'
import { countWords } from '../util/countWords'
import { mappedInSteps, type Steps } from '../util/steps'
import type { QuoteEntry } from '../protocol/sidebar'
import type { DecidedArticle } from '../study/decided/decidedArticle'
import { factStates } from '../study/decided/factStates'
import { extent, lineAt, surface } from '../study/surface'

/** A quote of a listed article: `article` indexes the state's articles, `quote` that article's `Analysis.quotes`. */
export interface QuoteAddress {
  readonly article: number
  readonly quote: number
}

/** Collects the quotes that a state lists: each once, in the order in which they are added. */
export interface QuoteCollector {
  /** Gives the index of its entry; undefined where the article has no such quote. */
  add(address: QuoteAddress): number | undefined
  indexOf(address: QuoteAddress): number | undefined
  size(): number
  /** `groupOf` gives an entry's index of its reuse group, or -1; `times` gives the number of a group's quotes. */
  entries(groupOf: (index: number) => number, times?: (group: number) => number): Steps<readonly QuoteEntry[]>
}

const entriesPerStep = 2000

/** `subjectsOf` gives the names of whom a quote speaks of. */
export function quoteCollector(
  articles: readonly DecidedArticle[],
  subjectsOf: (article: DecidedArticle, quote: number) => readonly string[] = () => []
): QuoteCollector {
  /** By article. */
  const indexes = articles.map(() => new Map<number, number>())
  const found: Omit<QuoteEntry, 'reuseGroup' | 'times'>[] = []
  const indexOf = ({ article, quote }: QuoteAddress) => indexes[article]?.get(quote)

  function add(address: QuoteAddress): number | undefined {
    const listed = indexOf(address)
    if (listed !== undefined) return listed
    const source = articles[address.article]
    const entry = source && quoteEntry(source, address.quote, address.article)
    if (!source || !entry) return undefined
    const known = (indexes[address.article] ??= new Map<number, number>())
    known.set(address.quote, found.length)
    const about = subjectsOf(source, address.quote)
    return found.push(about.length > 0 ? { ...entry, about } : entry) - 1
  }

  return {
    add,
    indexOf,
    size: () => found.length,
    entries: (groupOf, times = () => 1) =>
      mappedInSteps(
        found,
        (entry, index) => {
          const group = groupOf(index)
          return { ...entry, reuseGroup: group, times: group < 0 ? 1 : times(group) }
        },
        entriesPerStep
      )
  }
}

/** The number of words in the content of a quote. */
export function quotedWords(source: AnalyzedArticle, quote: Quote): number {
  return quote.content.reduce((sum, span) => sum + countWords(shownText(source, span)), 0)
}

/**
 * The entry of a quote; `index` is of `Analysis.quotes`, `article` of the state's articles. Undefined where there is
 * none.
 */
export function quoteEntry(
  source: DecidedArticle,
  index: number,
  article: number
): Omit<QuoteEntry, 'reuseGroup' | 'times'> | undefined {
  const { id, analysis } = source
  const quote = analysis.quotes[index]
  if (!quote) return undefined
  const { start, end } = extent(quote.content)
  const status = factStates(source).quote(index)
  return {
    key: `${id} ${factKeys(source).quotes[index] ?? ''}`,
    article,
    start,
    end,
    line: lineAt(source, start),
    text: surface(source, quote.content),
    kind: quote.kind,
    act: quote.act,
    cue: surface(source, quote.cue),
    source: surface(source, quote.source),
    speaker: speakerName(analysis, quote),
    ...(status && { status })
  }
}

/** Names of entities by their id. */
const namesOf = new WeakMap<Analysis, ReadonlyMap<string, string>>()

function speakerName(analysis: Analysis, quote: Quote): string {
  let names = namesOf.get(analysis)
  if (!names) namesOf.set(analysis, (names = new Map(analysis.entities.map(({ id, name }) => [id, name]))))
  return (quote.speaker && names.get(quote.speaker)) || ''
}
