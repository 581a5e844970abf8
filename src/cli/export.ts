import { basename, resolve } from 'node:path'
import { Command, Option } from 'commander'
import type { Project } from '../annotations'
import {
  exportedBytes,
  exportInput,
  lossCounter,
  lossNames,
  type ExchangeFormat,
  type ExportContent,
  type OffsetUnit
} from '../exchange'
import { articleSpool, type ArticleSpool } from './articleSpool'
import { withDecisionOptions } from './besideArticles'
import { exportOutput, type ExportOutput } from './exportOutput'
import { cliFormats } from './cliFormats'
import { written } from './outputs'
import type { CliPorts, ExitCode } from './ports'
import { showProgress } from './progress'
import { describeFailure, reportTo, type Report } from './report'
import { spoolArticles, type SpoolOptions } from './spoolArticles'
import { keepHeapSmall } from './smallHeap'

export interface ExportVerbOptions extends SpoolOptions {
  readonly format: string
  readonly output?: string
  readonly offsets: OffsetUnit
  readonly decisionsOnly?: boolean
}

export function exportCommand(formats: readonly ExchangeFormat[]): Command {
  const command = new Command('export')
    .description('Write the articles with everything that was found and decided as a file of another program.')
    .argument(
      '<paths...>',
      'articles (.txt, .md) and folders of them; with --input jsonl, files of JSON Lines or - for standard input'
    )
    .addOption(
      new Option('--format <format>', 'what to write; see the verb "formats"')
        .choices(formats.map(({ id }) => id))
        .makeOptionMandatory()
    )
    .option(
      '--output <path>',
      'the file to write; of a format of several files a .zip, or a folder that is empty or not there yet. Without it: standard output'
    )
    .addOption(
      new Option(
        '--offsets <unit>',
        'what offsets count, where the format leaves it open: code points for Python and R'
      )
        .choices(['utf16', 'codepoints'])
        .default('utf16')
    )
    .addOption(new Option('--input <input>', 'what the paths hold').choices(['files', 'jsonl']).default('files'))
    .option('--decisions-only', 'leave out suggestions that nobody has decided about')
  return withDecisionOptions(command).addHelpText(
    'after',
    [
      '',
      'The articles are read before anything is written: people and repeated quotes are the same ones in all of them. What a format',
      'cannot hold is told on standard error. A file is written whole or not at all.'
    ].join('\n')
  )
}

export async function runExport(
  paths: readonly string[],
  options: ExportVerbOptions,
  ports: CliPorts,
  usageError: (message: string) => never
): Promise<ExitCode> {
  if (options.input === 'files' && paths.includes('-')) usageError("'-' needs --input jsonl")
  if (options.output === '') usageError('--output names no file')
  if (options.decisionsOnly && options.suggestionsOnly) usageError('--decisions-only and --suggestions-only: only one')
  const format =
    cliFormats(ports).find(({ id }) => id === options.format) ?? usageError(`unknown format ${options.format}`)
  if (options.output === undefined && format.writer.kind === 'files')
    usageError(`${format.id} is several files: name a folder or a .zip with --output`)
  if (options.output === undefined && isBinary(format) && ports.output.isTerminal)
    usageError(`${format.id} is not text: name a file with --output`)
  const report = reportTo(ports.errors)
  const output = await outputOf(options, format, ports, report)
  if (output === 'none') return report.exitCode()
  keepHeapSmall()
  const spool = await articleSpool(ports)
  try {
    const project = await spoolArticles(paths, options, ports, report, spool)
    if (spool.count() > 0) await writeExport({ paths, options, format, output, spool, project }, ports, report)
    return report.exitCode()
  } finally {
    await spool.remove()
  }
}

interface Writing {
  readonly paths: readonly string[]
  readonly options: ExportVerbOptions
  readonly format: ExchangeFormat
  /** Undefined is standard output. */
  readonly output: ExportOutput | undefined
  readonly spool: ArticleSpool
  readonly project: Project
}

async function writeExport(
  { paths, options, format, output, spool, project }: Writing,
  ports: CliPorts,
  report: Report
): Promise<void> {
  const losses = lossCounter()
  const progress = showProgress(ports.errors)
  const source = {
    title: titleOf(paths),
    count: spool.count(),
    articles: spool.articles,
    corpus: spool.link(),
    project
  }
  const content: ExportContent = options.decisionsOnly ? 'decisions' : options.suggestionsOnly ? 'suggestions' : 'both'
  const input = await exportInput(
    source,
    { content, offsets: options.offsets, now: new Date().toISOString() },
    { isWanted: () => true, onArticle: (done, count) => void progress.show(`writing ${done} of ${count}`) },
    losses
  )
  try {
    if (output) await output.write(format, input)
    else await writeToStandardOutput(format, input, ports)
  } catch (error) {
    await progress.clear()
    if (!output) throw error
    await report.failed(describeFailure(options.output ?? '', error))
    return
  }
  await progress.clear()
  for (const { kind, count } of losses.counts())
    await report.noted({ name: options.output ?? format.id, message: `not as it is: ${lossNames[kind]} (${count})` })
}

async function writeToStandardOutput(
  format: ExchangeFormat,
  input: Parameters<typeof exportedBytes>[1],
  { output }: CliPorts
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  for await (const bytes of exportedBytes(format, input)) {
    const isReaderThere = await written(output, isBinary(format) ? bytes : decoder.decode(bytes, { stream: true }))
    if (!isReaderThere) return
  }
}

function isBinary({ extension }: ExchangeFormat): boolean {
  return extension === 'xlsx' || extension === 'zip' || extension === 'qdpx' || extension === 'sqlite'
}

/** "none" where it cannot be written, which is reported. */
async function outputOf(
  { output }: ExportVerbOptions,
  format: ExchangeFormat,
  ports: CliPorts,
  report: Report
): Promise<ExportOutput | undefined | 'none'> {
  if (output === undefined) return undefined
  try {
    return await exportOutput(output, format, ports)
  } catch (error) {
    await report.failed(describeFailure(output, error))
    return 'none'
  }
}

/** The name of the one article or folder. */
function titleOf(paths: readonly string[]): string {
  const [first] = paths
  const name = paths.length === 1 && first !== undefined ? basename(resolve(first)) : ''
  return name.replace(/\.(txt|md|jsonl)$/i, '').replace(/^[.-]*$/, '') || 'articles'
}
