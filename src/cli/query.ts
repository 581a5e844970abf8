import { Command, InvalidArgumentError, Option } from 'commander'
import { csvLines, writeJsonLine } from '../exchange'
import { articleDatabase } from './articleDatabase'
import { withDecisionOptions } from './besideArticles'
import { databaseCopy, isDatabase } from './databaseFile'
import { written } from './outputs'
import { queryThread } from './parts'
import type { CliPorts, ExitCode } from './ports'
import { describeFailure, reportTo, type Report } from './report'
import { keepHeapSmall } from './smallHeap'
import type { SpoolOptions } from './spoolArticles'
import { ask, type Answer } from './sqlite/ask'
import { textTable } from './textTable'

export interface QueryOptions extends SpoolOptions {
  readonly format: 'table' | 'csv' | 'json'
  readonly rows: number
  readonly seconds: number
}

export function queryCommand(): Command {
  const command = new Command('query')
    .description('Answer a question in SQL about the articles: their tables and views are those of the format sqlite.')
    .argument('<select>', 'one SELECT, as "SELECT * FROM most_quoted"')
    .argument(
      '<paths...>',
      'articles (.txt, .md) and folders of them; or one database that was exported, which is much faster to ask'
    )
    .addOption(
      new Option('--format <format>', 'table: for people; csv, json: for programs')
        .choices(['table', 'csv', 'json'])
        .default('table')
    )
    .addOption(new Option('--rows <count>', 'no more rows than these').argParser(positive).default(10_000))
    .addOption(new Option('--seconds <count>', 'how long SQLite may search').argParser(positive).default(60))
    .addOption(new Option('--input <input>', 'what the paths hold').choices(['files', 'jsonl']).default('files'))
  return withDecisionOptions(command).addHelpText(
    'after',
    [
      '',
      'SELECT * FROM columns explains all tables and views. Views: most_quoted, women_and_men, unnamed_by_outlet, quotes_about_places,',
      'speakers_over_time, quoted_together, reprints, mentioned_not_quoted, single_source_articles, cue_words. Words are found by',
      "SELECT * FROM quote_search('dam'), and by article_search. Nothing is written, whatever the question is."
    ].join('\n')
  )
}

export async function runQuery(
  select: string,
  paths: readonly string[],
  options: QueryOptions,
  ports: CliPorts,
  usageError: (message: string) => never
): Promise<ExitCode> {
  if (options.input === 'files' && paths.includes('-')) usageError("'-' needs --input jsonl")
  const report = reportTo(ports.errors)
  const database = await databaseOf(paths, options, ports, report)
  if (!database) return report.exitCode()
  try {
    const question = { file: database.file, select: select.replace(/[;\s]+$/, ''), mostRows: options.rows }
    const answer = await ask(queryThread(ports), question, options.seconds)
    await written(ports.output, shown(answer, options.format))
    if (answer.isCut) await report.noted({ name: 'query', message: `only the first ${options.rows} rows (see --rows)` })
  } catch (error) {
    await report.failed(describeFailure('query', error))
  } finally {
    await database.remove()
  }
  return report.exitCode()
}

/** A database that is closed, to be removed at the end. */
interface AskedDatabase {
  readonly file: string
  readonly remove: () => Promise<void>
}

/** Undefined where there are no articles, which is reported. */
async function databaseOf(
  paths: readonly string[],
  options: QueryOptions,
  ports: CliPorts,
  report: Report
): Promise<AskedDatabase | undefined> {
  const [path] = paths
  if (paths.length === 1 && path !== undefined && (await isDatabase(path))) return databaseCopy(path, ports)
  keepHeapSmall()
  return articleDatabase(paths, options, ports, report)
}

function shown({ columns, rows }: Answer, format: QueryOptions['format']): string {
  if (format === 'csv') return csvLines([columns, ...rows], 'exact')
  if (format === 'json') return `[\n${rows.map((row) => writeJsonLine(asObject(columns, row))).join(',\n')}\n]\n`
  const lines = textTable(
    columns,
    rows.map((row) => row.map((cell) => cell ?? ''))
  )
  return lines.length === 0 ? 'no rows\n' : `${lines.join('\n')}\n`
}

function asObject(columns: readonly string[], row: Answer['rows'][number]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(columns.map((column, at) => [column, row[at]]))
}

function positive(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1 || number > 1_000_000)
    throw new InvalidArgumentError('It is not a whole number from 1 to 1000000.')
  return number
}
