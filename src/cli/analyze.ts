import { Command, Option } from 'commander'
import { analyzeInputs, type AnalyzedInput } from './analyzeInputs'
import { articleWriters, type OutputFormat } from './articleWriters'
import type { JudgedArticle } from './contractWriters'
import { withDecisionOptions, type DecisionOptions } from './besideArticles'
import type { InputFormat } from './inputs'
import { withOutput, withOutputOptions, type OutputOptions } from './outputFile'
import type { CliPorts, ExitCode } from './ports'
import { reportTo } from './report'
import { shardOption, type Shard } from './shard'

export interface AnalyzeOptions extends DecisionOptions, OutputOptions {
  /** Without one: a table of files, JSON Lines of JSON Lines. */
  readonly format?: OutputFormat
  readonly input: InputFormat
  readonly shard?: Shard
}

export function analyzeCommand(): Command {
  const command = new Command('analyze')
    .description('Show the actors, places, quotes and their speakers of each article.')
    .argument(
      '<paths...>',
      'articles (.txt, .md), folders of them and patterns (news/**/*.txt); with --input jsonl, files of JSON Lines or - for standard input. Each may be packed: .gz, .zst'
    )
    .addOption(
      new Option(
        '--format <format>',
        'table: for people; jsonl: one JSON object a line; json: an array of them'
      ).choices(['table', 'jsonl', 'json'])
    )
    .addOption(new Option('--input <input>', 'what the paths hold').choices(['files', 'jsonl']).default('files'))
    .addOption(shardOption())
  return withOutputOptions(withDecisionOptions(command)).addHelpText(
    'after',
    [
      '',
      'A line of JSON in: {"id": "…", "text": "…"}, and maybe "quotes": [{"content", "cue", "source", "kind"}], which are then',
      'taken as given. A line out: {"id", "mentions", "entities", "quotes", "links", "isArticle", "language"}, in the same order; offsets are UTF-16 units.',
      'What is named is analyzed whatever it is; of a folder, files that are no articles are left out (--all takes them in). An article that',
      'is not in English is read by its layout alone: quotes in quotation marks, and who is named beside them.'
    ].join('\n')
  )
}

export async function runAnalyze(
  paths: readonly string[],
  options: AnalyzeOptions,
  ports: CliPorts,
  usageError: (message: string) => never
): Promise<ExitCode> {
  if (options.input === 'files' && paths.includes('-')) usageError("'-' needs --input jsonl")
  if (options.missing && options.output === undefined) usageError('--missing needs --output')
  const write = articleWriters[options.format ?? (options.input === 'jsonl' ? 'jsonl' : 'table')]
  const report = reportTo(ports.errors)
  return withOutput(options, ports, report, async (put) => {
    for await (const piece of write(articlesOf(analyzeInputs(paths, options.input, ports, report, options))))
      if (!(await put(piece))) break
    return true
  })
}

/** A decision goes above what the text looks like. */
async function* articlesOf(inputs: AsyncIterable<AnalyzedInput>): AsyncGenerator<JudgedArticle> {
  for await (const { article, decided } of inputs) {
    const isArticle = decided?.isArticle ?? undefined
    yield isArticle === undefined ? article : { ...article, isArticle }
  }
}
