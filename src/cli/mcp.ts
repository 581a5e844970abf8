import { realpath } from 'node:fs/promises'
import { Command } from 'commander'
import { version } from '../../package.json'
import { isFolder } from './articleFiles'
import { withDecisionOptions, type DecisionOptions } from './besideArticles'
import { folderStudy } from './folderStudy'
import { mcpPart } from './parts'
import type { CliPorts, ExitCode } from './ports'
import { reportTo } from './report'

export function mcpCommand(): Command {
  const command = new Command('mcp')
    .description(
      'Serve the articles of a folder to an assistant that speaks the Model Context Protocol, over standard input and output.'
    )
    .argument('<folder>', 'a folder of articles: nothing outside of it is read, and nothing is written')
  return withDecisionOptions(command).addHelpText(
    'after',
    [
      '',
      'Tools: articleSources, articleQuotes, articlePassages, articleFacts. The articles are read when the server starts, and anew when',
      'their files have changed. Their text is handed over as data, marked as such, with file and line.'
    ].join('\n')
  )
}

export async function runMcp(
  folder: string,
  options: DecisionOptions,
  ports: CliPorts,
  usageError: (message: string) => never
): Promise<ExitCode> {
  if (!(await isFolder(folder))) usageError(`${folder} is no folder`)
  const report = reportTo(ports.errors)
  const study = folderStudy(await realpath(folder), options, ports, report)
  try {
    await mcpPart(ports).serveAssistant(study, version)
  } finally {
    await study.remove()
  }
  return report.exitCode()
}
