import { realpath } from 'node:fs/promises'
import { Command } from 'commander'
import { version } from '../../package.json'
import { isFolder } from './articleFiles'
import { assistantName } from '../annotations'
import { moments } from '../assistants/proposing'
import { withDecisionOptions, type DecisionOptions } from './besideArticles'
import { folderStudy } from './folderStudy'
import { mcpPart } from './parts'
import { proposalDesk } from './proposalDesk'
import type { CliPorts, ExitCode } from './ports'
import { reportTo } from './report'

export function mcpCommand(): Command {
  const command = new Command('mcp')
    .description(
      'Serve the articles of a folder to an assistant that speaks the Model Context Protocol, over standard input and output.'
    )
    .argument(
      '<folder>',
      'a folder of articles: nothing outside of it is read, and nothing is written but what is proposed'
    )
    .option('--suggest', 'let the assistant propose speakers, codes, memos and merges, for people to accept or reject')
    .option('--name <name>', 'with --suggest: what its layer is called, instead of what the assistant calls itself')
  return withDecisionOptions(command).addHelpText(
    'after',
    [
      '',
      'Tools: articleSources, articleQuotes, articlePassages, articleFacts. The articles are read when the server starts, and anew when',
      'their files have changed. Their text is handed over as data, marked as such, with file and line. With --suggest: proposeSpeaker,',
      'proposeCode, proposeMemo, proposeMerge. What is proposed lies in a layer of its own (assistant-NAME), counts nowhere as decided, and',
      'waits in the review of VS Code.'
    ].join('\n')
  )
}

export interface McpOptions extends DecisionOptions {
  readonly suggest?: boolean
  readonly name?: string
}

export async function runMcp(
  folder: string,
  options: McpOptions,
  ports: CliPorts,
  usageError: (message: string) => never
): Promise<ExitCode> {
  if (!(await isFolder(folder))) usageError(`${folder} is no folder`)
  if (options.name !== undefined && !options.suggest) usageError('--name needs --suggest')
  if (options.suggest && (options.suggestionsOnly || options.annotator))
    usageError('--suggest goes with the decisions of all: without --suggestions-only and --annotator')
  const report = reportTo(ports.errors)
  const root = await realpath(folder)
  const study = folderStudy(root, options, ports, report)
  const moment = moments()
  const desk = async (client: string | undefined) =>
    proposalDesk(await study.current(), root, assistantName(options.name ?? client ?? ''), moment())
  try {
    const asked = { current: async () => (await study.current()).asked }
    await mcpPart(ports).serveAssistant(asked, version, options.suggest ? { desk } : undefined)
  } finally {
    await study.remove()
  }
  return report.exitCode()
}
