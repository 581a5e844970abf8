import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { analyzeCommand, runAnalyze, type AnalyzeOptions } from './analyze'
import { linksCommand, runLinks, type LinksOptions } from './links'
import type { CliPorts, ExitCode } from './ports'
import { printable } from './printable'

/** Runs the command line on its arguments, without the interpreter and the script. Never rejects. */
export async function run(argv: readonly string[], ports: CliPorts): Promise<ExitCode> {
  let code: ExitCode = 0
  const analyze = analyzeCommand().action(async (paths: string[], options: AnalyzeOptions, command: Command) => {
    code = await runAnalyze(paths, options, ports, usageError(command))
  })
  const links = linksCommand().action(async (paths: string[], options: LinksOptions, command: Command) => {
    code = await runLinks(paths, options, ports, usageError(command))
  })
  const program = new Command('article-annotator')
    .description(
      'Finds who acts in news articles, which places they name and who is quoted saying what. Everything stays on this machine.'
    )
    .version(version)
    .addHelpText(
      'after',
      '\nExit codes: 0 all done, 1 something failed (see the messages) and the rest is done, 2 wrong usage.'
    )
  for (const command of [program, analyze, links]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => void ports.output.write(text),
      writeErr: (text) => void ports.errors.write(text)
    })
  }
  program.addCommand(analyze).addCommand(links)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    await ports.errors.write(
      `article-annotator: ${printable(error instanceof Error ? error.message : String(error))}\n`
    )
    return 1
  }
}

function usageError(command: Command): (message: string) => never {
  return (message) => command.error(`error: ${message}`)
}
