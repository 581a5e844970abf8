import { Command, Option } from 'commander'
import type { QuoteAct } from '../analysis'
import {
  linkSummaries,
  mapSummary,
  shardRecord,
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
import { withOutput, withOutputOptions, type OutputOptions, type Put, type Work } from './outputFile'
import type { CliPorts, ExitCode } from './ports'
import { printable, shorten } from './printable'
import { reducePartly, reduceLinks } from './reduceLinks'
import { reportTo, type Message, type Report } from './report'
import { shardOption, type Shard } from './shard'

export interface LinksOptions extends DecisionOptions, OutputOptions {
  /** Without one: a table of files, JSON of JSON Lines. */
  readonly format?: 'table' | 'json'
  readonly input: InputFormat
  readonly shard?: Shard
  /** Records to be sorted by key instead of a result. */
  readonly map?: boolean
  /** The path holds such records, sorted. */
  readonly reduce?: boolean
  /** Of a part of them: records again, fewer. */
  readonly partial?: boolean
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
      'articles (.txt, .md), folders of them and patterns (news/**/*.txt); with --input jsonl, files of JSON Lines or - for standard input; with --reduce, one file of records or -. Each may be packed: .gz, .zst'
    )
    .addOption(new Option('--format <format>', 'table: for people; json: for programs').choices(['table', 'json']))
    .addOption(new Option('--input <input>', 'what the paths hold').choices(['files', 'jsonl']).default('files'))
    .option('--map', 'write what linking needs of each article as records, "key TAB json" a line, to be sorted by key')
    .option('--reduce', 'read the records of all articles, sorted (LC_ALL=C sort), and write the links as JSON')
    .option('--partial', 'with --reduce: of all records of some buckets write fewer records, for the last reduce')
    .addOption(shardOption())
  return withOutputOptions(withDecisionOptions(command)).addHelpText(
    'after',
    [
      '',
      'One process:          article-annotator links --format json PATH...',
      'The same with many:   article-annotator links --map --shard 1/8 PATH... --output 1.records     (and 2/8, 3/8, …)',
      '                      LC_ALL=C sort -u *.records | article-annotator links --reduce -',
      'The result has the same bytes. docs/clusters.md has recipes for GNU parallel, Slurm and Dask.'
    ].join('\n')
  )
}

export async function runLinks(
  paths: readonly string[],
  options: LinksOptions,
  ports: CliPorts,
  usageError: (message: string) => never
): Promise<ExitCode> {
  refuseContradictions(paths, options, usageError)
  const report = reportTo(ports.errors)
  const work: Work = options.map
    ? (put) => mapLinks(paths, options, ports, report, put)
    : options.reduce
      ? (put) => (options.partial ? reducePartly : reduceLinks)(paths[0]!, ports, report, put)
      : (put) => linkAtOnce(paths, options, ports, report, put)
  return withOutput(options, ports, report, work)
}

function refuseContradictions(
  paths: readonly string[],
  { input, map, reduce, partial, shard, format, output, missing }: LinksOptions,
  usageError: (message: string) => never
): void {
  if (input === 'files' && paths.includes('-') && !reduce) usageError("'-' needs --input jsonl")
  if (map && reduce) usageError('--map and --reduce: only one')
  if ((map || reduce) && format === 'table') usageError('--map writes records, --reduce JSON: no table')
  if (reduce && paths.length !== 1) usageError('--reduce reads one file of records, or -')
  if (partial && !reduce) usageError('--partial needs --reduce')
  if (shard && !map) usageError('--shard needs --map: the links of a part are not a part of the links')
  if (missing && output === undefined) usageError('--missing needs --output')
}

/** The records of each article as soon as it is analyzed. */
async function mapLinks(
  paths: readonly string[],
  options: LinksOptions,
  ports: CliPorts,
  report: Report,
  put: Put
): Promise<boolean> {
  const ids = new Set<string>()
  for await (const { article, place } of analyzeInputs(paths, options.input, ports, report, options)) {
    if (ids.has(article.id)) {
      await report.failed(sameId(article.id, place))
      continue
    }
    ids.add(article.id)
    if (!(await put(`${mapSummary(summarize(article), place).join('\n')}\n`))) return true
  }
  if (options.shard) await put(`${shardRecord(options.shard)}\n`)
  return true
}

/** A reference names its article by id: two with the same id could not be told apart. */
function sameId(id: string, place: string): Message {
  return { name: place, message: `the id ${JSON.stringify(id)} was there before` }
}

async function linkAtOnce(
  paths: readonly string[],
  options: LinksOptions,
  ports: CliPorts,
  report: Report,
  put: Put
): Promise<boolean> {
  // Of each article only what linking needs is kept, and for the table the beginnings of its quotes.
  const summaries: ArticleSummary[] = []
  const quotes = new Map<string, readonly ListedQuote[]>()
  for await (const { article, place } of analyzeInputs(paths, options.input, ports, report, options)) {
    const { id, analysis } = article
    if (quotes.has(id)) {
      await report.failed(sameId(id, place))
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
  await put(format === 'json' ? `${writeJsonLine(toLinks(corpus))}\n` : linksTable(corpus, quotes))
  return true
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
