import { Command, Option } from 'commander'
import {
  linkSummaries,
  summarize,
  type ArticleSummary,
  type Corpus,
  type CorpusEntity,
  type QuoteReference
} from '../corpus'
import { surfaceOf, writeJsonLine } from '../exchange'
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
  const beginnings = new Map<string, readonly string[]>()
  const report = reportTo(ports.errors)
  for await (const { article, place } of analyzeInputs(paths, options.input, ports, report, options)) {
    const { id, analysis } = article
    // A reference names its article by id: two with the same id could not be told apart.
    if (beginnings.has(id)) {
      await report.failed({ name: place, message: `the id ${JSON.stringify(id)} was there before` })
      continue
    }
    summaries.push(summarize(article))
    beginnings.set(
      id,
      analysis.quotes.map(({ content }) => shorten(printable(surfaceOf(article, content)), 80))
    )
  }
  const result = toLinks(linkSummaries(summaries))
  const format = options.format ?? (options.input === 'jsonl' ? 'json' : 'table')
  await written(ports.output, format === 'json' ? `${writeJsonLine(result)}\n` : linksTable(result, beginnings))
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

/**
 * Each speaker, the most quoted first, with their quotes in the order of the articles; then the groups of reused quotes.
 * `beginnings`: article id -> the beginning of each of its quotes.
 */
export function linksTable(
  { speakers, reuse }: LinksResult,
  beginnings: ReadonlyMap<string, readonly string[]>
): string {
  const ranked = [...speakers].sort((a, b) => b.quotes.length - a.quotes.length)
  const blocks = ranked.map(({ name, type, quotes }) => {
    const inArticles = new Set(quotes.map(({ article }) => article)).size
    return [
      `${printable(name)} (${type}): ${count(quotes.length, 'quote')} in ${count(inArticles, 'article')}`,
      ...quotes.map((quote) => quoteLine(quote, beginnings))
    ].join('\n')
  })
  const reuseBlocks = reuse.map((group) =>
    ['The same quote again', ...group.map((quote) => quoteLine(quote, beginnings))].join('\n')
  )
  return blocks.length + reuseBlocks.length === 0
    ? 'no quotes found\n'
    : `${[...blocks, ...reuseBlocks].join('\n\n')}\n`
}

function quoteLine({ article, quote }: QuoteReference, beginnings: ReadonlyMap<string, readonly string[]>): string {
  return `  ${printable(article)}  ${beginnings.get(article)?.[quote] ?? ''}`
}

function count(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? '' : 's'}`
}
