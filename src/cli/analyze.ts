import { Command, Option } from 'commander'
import { articleWriters, type OutputFormat } from './articleWriters'
import { forEachArticle } from './forEachArticle'
import type { InputFormat } from './inputs'
import type { CliPorts, ExitCode } from './ports'

export interface AnalyzeOptions {
  /** Without one: a table of files, JSON Lines of JSON Lines. */
  readonly format?: OutputFormat
  readonly input: InputFormat
}

export function analyzeCommand(): Command {
  return new Command('analyze')
    .description('Show the actors, places, quotes and their speakers of each article.')
    .argument(
      '<paths...>',
      'articles (.txt, .md) and folders of them; with --input jsonl, files of JSON Lines or - for standard input'
    )
    .addOption(
      new Option(
        '--format <format>',
        'table: for people; jsonl: one JSON object a line; json: an array of them'
      ).choices(['table', 'jsonl', 'json'])
    )
    .addOption(new Option('--input <input>', 'what the paths hold').choices(['files', 'jsonl']).default('files'))
    .addHelpText(
      'after',
      [
        '',
        'A line of JSON in: {"id": "…", "text": "…"}, and maybe "quotes": [{"content", "cue", "source", "kind"}], which are then',
        'taken as given. A line out: {"id", "mentions", "entities", "quotes", "links"}, in the same order; offsets are UTF-16 units.'
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
  const writer = articleWriters[options.format ?? (options.input === 'jsonl' ? 'jsonl' : 'table')]
  let count = 0
  await ports.output.write(writer.start)
  const code = await forEachArticle(paths, options.input, ports, (analysed) =>
    ports.output.write((count++ === 0 ? '' : writer.between) + writer.article(analysed))
  )
  await ports.output.write(writer.end)
  return code
}
