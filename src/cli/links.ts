import { Command, Option } from 'commander'
import type { QuoteAct } from '../analysis'
import {
  linkSummaries,
  summarize,
  type ArticleSummary,
  type Corpus,
  type CorpusEntity,
  type QuoteReference
} from '../corpus'
import { countQuotes, surfaceOf, writeJsonLine, type CountableQuote } from '../exchange'
import { analyzeInputs } from './analyzeInputs'
import { withDecisionOptions, type DecisionOptions } from './besideArticles'
import type { InputFormat } from './inputs'
import { written } from './outputs'
import type { CliPorts, ExitCode } from './ports'
import { printable, shorten } from './printable'
import { reportTo } from './report'

export interface LinksOptions extends DecisionOptions {
  /** Without one: a table of files, JSON of JSON Lines. */
  readonly format?: 'table' | 'json'
  readonly input: InputFormat
}

/** The shape of `links --format json`: everybody who is quoted, and groups of quotes that are the same one. */
export interface LinksResult {
  readonly speakers: readonly (Pick<CorpusEntity, 'id' | 'name' | 'type' | 'named'> & {
    readonly quotes: readonly QuoteReference[]
  })[]
  readonly reuse: readonly (readonly QuoteReference[])[]
}

export function linksCommand(): Command {
  const command = new Command('links')
    .description(
      'Show who is quoted across all the articles, with their quotes, and which quotes are the same one again.'
    )
    .argument(
      '<paths...>',
      'articles (.txt, .md) and folders of them; with --input jsonl, files of JSON Lines or - for standard input'
    )
    .addOption(new Option('--format <format>', 'table: for people; json: for programs').choices(['table', 'json']))
    .addOption(new Option('--input <input>', 'what the paths hold').choices(['files', 'jsonl']).default('files'))
  return withDecisionOptions(command)
}

export async function runLinks(
  paths: readonly string[],
  options: LinksOptions,
  ports: CliPorts,
  usageError: (message: string) => never
): Promise<ExitCode> {
  if (options.input === 'files' && paths.includes('-')) usageError("'-' needs --input jsonl")
  // Of each article only what linking needs is kept, and for the table the beginnings of its quotes.
  const summaries: ArticleSummary[] = []
  const quotes = new Map<string, readonly ListedQuote[]>()
  const report = reportTo(ports.errors)
  for await (const { article, place } of analyzeInputs(paths, options.input, ports, report, options)) {
    const { id, analysis } = article
    // A reference names its article by id: two with the same id could not be told apart.
    if (quotes.has(id)) {
      await report.failed({ name: place, message: `the id ${JSON.stringify(id)} was there before` })
      continue
    }
    summaries.push(summarize(article))
    quotes.set(
      id,
      analysis.quotes.map(({ content, act, speaker }) => ({
        beginning: shorten(printable(surfaceOf(article, content)), 80),
        act,
        hasSpeaker: speaker !== null
      }))
    )
  }
  const corpus = linkSummaries(summaries)
  const format = options.format ?? (options.input === 'jsonl' ? 'json' : 'table')
  const output = format === 'json' ? `${writeJsonLine(toLinks(corpus))}\n` : linksTable(corpus, quotes)
  await written(ports.output, output)
  return report.exitCode()
}

export function toLinks(corpus: Corpus): LinksResult {
  const speakers = corpus.entities.filter((entity) => entity.quotes.length > 0)
  return {
    speakers: speakers.map(({ id, name, type, named, quotes }) => ({
      id,
      name,
      type,
      named,
      quotes: quotes.map(toReference)
    })),
    reuse: corpus.reuse.map((group) => group.map(toReference))
  }
}

function toReference({ article, quote }: QuoteReference): QuoteReference {
  return { article, quote }
}

/** What the table says of a quote. */
export interface ListedQuote {
  readonly beginning: string
  readonly act: QuoteAct
  readonly hasSpeaker: boolean
}

/**
 * How many quotes there are, counted as everywhere (`exchange/counts.ts`); each speaker, the most quoted first, with their quotes in the
 * order of the articles; then the groups of reused quotes. `listed`: article id -> its quotes.
 */
export function linksTable(corpus: Corpus, listed: ReadonlyMap<string, readonly ListedQuote[]>): string {
  const countable = ({ article, quote }: QuoteReference): CountableQuote => {
    const repeat = corpus.reuseGroupOf({ article, quote })
    return { act: listed.get(article)?.[quote]?.act ?? 'speech', repeat: repeat === -1 ? null : repeat }
  }
  const line = (quote: QuoteReference) => quoteLine(quote, listed.get(quote.article)?.[quote.quote])
  const speakers = corpus.entities
    .filter(({ quotes }) => quotes.length > 0)
    .map((entity) => ({ ...entity, counts: countQuotes(entity.quotes.map(countable), spoken) }))
    .sort((a, b) => b.counts.quotes - a.counts.quotes)
  const blocks = speakers.map(({ name, type, quotes, counts }) => {
    const inArticles = new Set(quotes.map(({ article }) => article)).size
    const facts = [
      counts.quotes > 0 && count(counts.quotes, 'quote'),
      counts.attitudes > 0 && count(counts.attitudes, 'attitude')
    ].filter((fact) => fact !== false)
    return [
      `${printable(name)} (${type}): ${facts.join(' and ')} in ${count(inArticles, 'article')}`,
      ...quotes.map(line)
    ].join('\n')
  })
  const reuseBlocks = corpus.reuse.map((group) => ['The same quote again', ...group.map(line)].join('\n'))
  if (blocks.length + reuseBlocks.length === 0) return 'no quotes found\n'
  const all = [...listed].flatMap(([article, quotes]) => quotes.map((_, quote) => countable({ article, quote })))
  const sources = speakers.filter(({ counts }) => counts.quotes > 0).length
  const without = [...listed.values()].flat().filter(({ act, hasSpeaker }) => act === 'speech' && !hasSpeaker).length
  const total = `${count(countQuotes(all, spoken).quotes, 'quote')} of ${count(sources, 'source')} in ${count(listed.size, 'article')}`
  const found = without === 0 ? total : `${total}, ${without} without a source`
  return `${[found, ...blocks, ...reuseBlocks].join('\n\n')}\n`
}

/** Attitudes are listed, and counted for themselves. */
const spoken = { attitudes: false }

function quoteLine({ article }: QuoteReference, quote: ListedQuote | undefined): string {
  return `  ${printable(article)}  ${quote?.beginning ?? ''}${quote?.act === 'attitude' ? ' (attitude)' : ''}`
}

function count(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? '' : 's'}`
}
