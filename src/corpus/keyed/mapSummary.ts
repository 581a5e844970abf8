import { candidateRound } from '../bucketHolders'
import { namesBeside } from '../nameHolder'
import { endOf, quoteCount, runsOf, startOf, wordCount, type QuoteFingerprints } from '../quoteFingerprints'
import { minimumWords } from '../reuseIndex'
import { corpusId, type ArticleSummary } from '../summary'
import { packFacts } from '../summaryLines'
import { eachListedRun } from '../wordingLists'
import { wordingKey } from '../wordingTable'
import { packNumbers, textCode } from './codes'
import { hex, keyedLine, numberField, sections, textField, type KeyedLine } from './keys'

/** How many records an article has, by which a reduce knows that none is missing. */
export type RecordCounts = readonly [candidates: number, quotes: number, unnamed: number]

/** `b`: the facts last, as a line of `summaryLines`, so that equal ones are read once. */
export function candidateValue(tag: string, quotes: readonly number[], names: string, facts: string): string {
  return `["${tag}",[${quotes.join(',')}],"${names}",${facts}]`
}

/**
 * All that linking needs of an article, as records that may be sorted together with those of any others. `place`: what a message calls
 * the article. The tag tells two articles of one id apart.
 */
export function mapSummary(summary: ArticleSummary, place: string): readonly KeyedLine[] {
  const article = textField(summary.id)
  const tag = textCode(
    JSON.stringify([summary.entities.map(({ traits, quotes }) => [traits, quotes]), [...summary.quotes]])
  )
  const candidates = candidatesOf(summary, article, tag)
  const quotes = quotesOf(summary.quotes, article, tag)
  const unnamed = unnamedOf(summary, article, tag)
  const counts: RecordCounts = [candidates.length, quotes.length, unnamed.length]
  return [
    keyedLine(sections.article, ['', article, textField(orderedPlace(place)), tag], [place, counts]),
    ...candidates,
    ...quotes,
    ...unnamed,
    ...runsOfQuotes(summary.quotes)
  ]
}

/** The record that says that a shard of so many is there. */
export function shardRecord({ index, of }: { readonly index: number; readonly of: number }): KeyedLine {
  return keyedLine(sections.article, [numberField(of), numberField(index)], 0)
}

/** Line 9 of a file before line 10. */
function orderedPlace(place: string): string {
  return place.replace(/:(\d+)$/, (_, line: string) => `:${line.padStart(10, '0')}`)
}

function candidatesOf({ entities, fullNames }: ArticleSummary, article: string, tag: string): readonly KeyedLine[] {
  const codes = new Map(fullNames.map((name) => [name, textCode(name)]))
  return entities.flatMap(({ number, traits, quotes }) => {
    if (traits.key.bucket === null) return []
    const fields = [textField(traits.key.bucket), String(candidateRound(traits)), article, numberField(number)]
    const names = namesBeside(traits, fullNames).map((name) => codes.get(name))
    return `${[sections.candidate, ...fields].join('!')}\t${candidateValue(tag, quotes, names.join(''), packFacts(traits))}`
  })
}

function quotesOf(prints: QuoteFingerprints, article: string, tag: string): readonly KeyedLine[] {
  return comparedQuotes(prints).map((quote) =>
    keyedLine(
      sections.quote,
      [hex(wordingKey(prints, quote), 13), article, numberField(quote)],
      [tag, startOf(prints, quote), endOf(prints, quote)]
    )
  )
}

function unnamedOf({ entities }: ArticleSummary, article: string, tag: string): readonly KeyedLine[] {
  return entities.flatMap((entity) => {
    const { number, traits, quotes } = entity
    if (traits.key.bucket !== null || quotes.length === 0) return []
    const { name, type, named } = traits
    return keyedLine(
      sections.unnamed,
      [article, numberField(number)],
      [tag, [corpusId(entity), name, type, named], quotes]
    )
  })
}

function runsOfQuotes(prints: QuoteFingerprints): readonly KeyedLine[] {
  const lines = new Set<KeyedLine>()
  for (const quote of comparedQuotes(prints)) {
    const { from, to } = runsOf(prints, quote)
    const value = [wordCount(prints, quote), packNumbers(prints.subarray(from, to))]
    const wording = hex(wordingKey(prints, quote), 13)
    eachListedRun({ prints, from, to }, (run) => lines.add(keyedLine(sections.run, [hex(run, 8), wording], value)))
  }
  return [...lines]
}

function comparedQuotes(prints: QuoteFingerprints): readonly number[] {
  return Array.from({ length: quoteCount(prints) }, (_, quote) => quote).filter(
    (quote) => wordCount(prints, quote) >= minimumWords
  )
}
