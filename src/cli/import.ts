import { Command, Option } from 'commander'
import { checkedAnnotator } from '../annotations'
import {
  exchangeFormats,
  formatOf,
  readByGuess,
  writeJsonLine,
  type ImportResult,
  type ReadProblem,
  type ReadResult
} from '../exchange'
import { isFolder } from './articleFiles'
import { givenFiles } from './givenFiles'
import { importInto } from './importInto'
import { written } from './outputs'
import type { CliPorts, ExitCode } from './ports'
import { describeFailure, reportTo, type Report } from './report'
import { textTable } from './textTable'

export interface ImportVerbOptions {
  /** Without it it is found out. */
  readonly format?: string
  readonly into: string
  readonly annotator: string
  readonly dryRun?: boolean
  readonly result: 'table' | 'json'
}

/** The shape of `import --result json`. */
export interface ListedImport {
  readonly format: string
  readonly annotator: string
  readonly articles: readonly {
    readonly article: string
    /** How many decisions are new or changed in the layer. */
    readonly imported: number
    /** Of those in the file: on their words, waiting for a review, in the layer already. */
    readonly placed: number
    readonly waiting: number
    readonly known: number
  }[]
  readonly codes: number
  /** Everything that was not taken. */
  readonly problems: readonly ReadProblem[]
}

export function importCommand(): Command {
  return new Command('import')
    .description('Take annotations that another program or a colleague has made, as the layer of one annotator.')
    .argument(
      '<files...>',
      'the files, or folders of them; those that belong together (a text and its annotations) at once'
    )
    .requiredOption('--into <folder>', 'the folder of the articles: they are found by their texts and names')
    .requiredOption('--annotator <name>', 'whose decisions they become')
    .addOption(
      new Option('--format <format>', 'what the files are; without it it is found out').choices(
        exchangeFormats.filter(({ read }) => read !== undefined).map(({ id }) => id)
      )
    )
    .option('--dry-run', 'say what would be imported and write nothing')
    .addOption(
      new Option('--result <format>', 'table: for people; json: for programs')
        .choices(['table', 'json'])
        .default('table')
    )
    .addHelpText(
      'after',
      [
        '',
        'Each annotation is found again by its words. Those whose words are not there, or several times, are imported too and wait',
        'for a review. What does not fit is listed. Importing the same file again changes nothing.'
      ].join('\n')
    )
}

export async function runImport(
  paths: readonly string[],
  options: ImportVerbOptions,
  ports: CliPorts,
  usageError: (message: string) => never
): Promise<ExitCode> {
  const annotator = checkedAnnotator(options.annotator) ?? usageError('--annotator: this can be no name')
  if (!(await isFolder(options.into))) usageError(`--into: ${options.into} is no folder`)
  const report = reportTo(ports.errors)
  const read = await readFiles(paths, options, report)
  if (!read) return report.exitCode()
  const { into, dryRun = false } = options
  const wish = { into, annotator, now: new Date().toISOString(), dryRun }
  const listed = toListed(await importInto(read.result, wish, report), read.format, annotator)
  await written(ports.output, options.result === 'json' ? `${writeJsonLine(listed)}\n` : importTable(listed, dryRun))
  return report.exitCode()
}

/** Undefined where nothing can be read, which is reported. */
async function readFiles(
  paths: readonly string[],
  { format: wanted }: ImportVerbOptions,
  report: Report
): Promise<{ readonly format: string; readonly result: ReadResult } | undefined> {
  const [first = ''] = paths
  try {
    const files = await givenFiles(paths)
    const format = formatOf(wanted)
    const problems: ReadProblem[] = []
    const readers = format?.read ? [format] : exchangeFormats
    const found = await readByGuess(files, readers, (problem) => problems.push(problem))
    if (found) return { format: found.format.id, result: found.result }
    const message = format?.read
      ? `there are no annotations or codes of the format ${format.id} in it`
      : 'no format has annotations or codes in it (--format asks one alone)'
    await report.failed({ name: first, message })
    for (const { file, message: why } of problems) await report.noted({ name: file, message: why })
  } catch (error) {
    await report.failed(describeFailure(first, error))
  }
  return undefined
}

function toListed({ articles, codes, problems }: ImportResult, format: string, annotator: string): ListedImport {
  return {
    format,
    annotator,
    articles: articles.map(({ article, edits, placed, waiting, known }) => ({
      article: article.path,
      imported: edits.length,
      placed,
      waiting,
      known
    })),
    codes: codes.length,
    problems
  }
}

export function importTable({ format, annotator, articles, codes, problems }: ListedImport, dryRun: boolean): string {
  const imported = articles.reduce((sum, article) => sum + article.imported, 0)
  const verb = dryRun ? 'would be imported' : 'imported'
  const blocks = [
    [
      `${imported} ${imported === 1 ? 'decision' : 'decisions'} ${verb} from ${format} for ${annotator}` +
        (codes === 0 ? '' : `, ${codes} new ${codes === 1 ? 'code' : 'codes'}`)
    ],
    textTable(
      ['ARTICLE', 'IMPORTED', 'ON THEIR WORDS', 'WAITING', 'KNOWN'],
      articles.map((each) => [each.article, each.imported, each.placed, each.waiting, each.known])
    ),
    textTable(
      ['NOT TAKEN FROM', 'HOW MANY', 'WHY'],
      problems.map(({ file, count = 1, message }) => [file, count, message]),
      100
    )
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}
