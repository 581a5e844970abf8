import { Command, CommanderError } from 'commander'
import { version } from '../../package.json'
import { agreementCommand, runAgreement, type AgreementOptions } from './agreement'
import { analyzeCommand, runAnalyze, type AnalyzeOptions } from './analyze'
import { cliFormats } from './cliFormats'
import { decisionsCommand, runDecisions, type DecisionsOptions } from './decisions'
import { exportCommand, runExport, type ExportVerbOptions } from './export'
import { formatsCommand, runFormats, type FormatsOptions } from './formats'
import { importCommand, runImport, type ImportVerbOptions } from './import'
import { mcpCommand, runMcp, type McpOptions } from './mcp'
import { linksCommand, runLinks, type LinksOptions } from './links'
import type { CliPorts, ExitCode } from './ports'
import { queryCommand, runQuery, type QueryOptions } from './query'
import { patientOutput, written, writing } from './outputs'
import { printableMessage, withoutControls } from './printable'
import { describeError } from './report'

/** Runs the command line on its arguments, without the interpreter and the script. Never rejects. */
export async function run(argv: readonly string[], ports: CliPorts): Promise<ExitCode> {
  const errors = patientOutput(ports.errors)
  const code = await runVerb(argv, { ...ports, errors })
  // Messages that could not be written must not make a failure look like a success.
  return code === 0 && errors.hasFailed() ? 1 : code
}

async function runVerb(argv: readonly string[], ports: CliPorts): Promise<ExitCode> {
  let code: ExitCode = 0
  const analyze = analyzeCommand().action(async (paths: string[], options: AnalyzeOptions, command: Command) => {
    code = await runAnalyze(paths, options, ports, usageError(command))
  })
  const links = linksCommand().action(async (paths: string[], options: LinksOptions, command: Command) => {
    code = await runLinks(paths, options, ports, usageError(command))
  })
  const decisions = decisionsCommand().action(async (paths: string[], options: DecisionsOptions) => {
    code = await runDecisions(paths, options, ports)
  })
  const agreement = agreementCommand().action(async (paths: string[], options: AgreementOptions, command: Command) => {
    code = await runAgreement(paths, options, ports, usageError(command))
  })
  const exporting = exportCommand(cliFormats(ports)).action(
    async (paths: string[], options: ExportVerbOptions, command: Command) => {
      code = await runExport(paths, options, ports, usageError(command))
    }
  )
  const formats = formatsCommand().action(async (options: FormatsOptions) => {
    code = await runFormats(options, ports)
  })
  const importing = importCommand().action(async (paths: string[], options: ImportVerbOptions, command: Command) => {
    code = await runImport(paths, options, ports, usageError(command))
  })
  const querying = queryCommand().action(
    async (select: string, paths: string[], options: QueryOptions, command: Command) => {
      code = await runQuery(select, paths, options, ports, usageError(command))
    }
  )
  const serving = mcpCommand().action(async (folder: string, options: McpOptions, command: Command) => {
    code = await runMcp(folder, options, ports, usageError(command))
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
  // Commander writes without waiting; what it wrote is written out when it is done.
  const help: string[] = []
  const complaints: string[] = []
  const verbs = [analyze, links, querying, exporting, importing, formats, decisions, agreement, serving]
  for (const command of [program, ...verbs]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => void help.push(text),
      writeErr: (text) => void complaints.push(printableLines(text))
    })
  }
  for (const verb of verbs) program.addCommand(verb)
  try {
    const usage = await program.parseAsync([...argv], { from: 'user' }).then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof CommanderError) return error
        throw error
      }
    )
    if (complaints.length > 0) await ports.errors.write(complaints.join(''))
    if (help.length > 0) await written(ports.output, help.join(''))
    await writing(ports.output.end())
    return usage === undefined ? code : usage.exitCode === 0 ? 0 : 2
  } catch (error) {
    await ports.errors.write(`article-annotator: ${printableMessage(describeError(error))}\n`)
    return 1
  }
}

function usageError(command: Command): (message: string) => never {
  return (message) => command.error(`error: ${message}`)
}

/** The lines of commander's messages as they are laid out; an argument inside of them may be anything. */
function printableLines(text: string): string {
  return text
    .split('\n')
    .map((line) => withoutControls(line.length > 500 ? printableMessage(line) : line).replaceAll('\r', '\uFFFD'))
    .join('\n')
}
