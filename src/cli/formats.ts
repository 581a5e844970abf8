import { Command, Option } from 'commander'
import { lossNames, orderedLosses, writeJsonLine, type ExchangeFormat, type LossKind } from '../exchange'
import { cliFormats } from './cliFormats'
import { written } from './outputs'
import type { CliPorts, ExitCode } from './ports'
import { textTable } from './textTable'

export interface FormatsOptions {
  readonly format: 'table' | 'json'
}

/** The shape of one element of `formats --format json`. */
export interface ListedFormat {
  readonly id: string
  readonly label: string
  readonly description: string
  /** Of the file that is proposed, without a dot. */
  readonly extension: string
  readonly severalFiles: boolean
  readonly writes: boolean
  readonly reads: boolean
  /** Names of losses; see `LossKind`. */
  readonly cannotHold: readonly LossKind[]
}

export function formatsCommand(): Command {
  return new Command('formats')
    .description('Show the formats of exports and imports, and what each of them cannot hold.')
    .addOption(
      new Option('--format <format>', 'table: for people; json: an array of them')
        .choices(['table', 'json'])
        .default('table')
    )
}

export async function runFormats({ format }: FormatsOptions, ports: CliPorts): Promise<ExitCode> {
  const listed = cliFormats(ports).map(listedFormat)
  // Whoever searches or keeps it wants all of it: only what a person looks at is cut to a width.
  const widest = ports.output.isTerminal ? 110 : Infinity
  const text = format === 'json' ? `[\n${listed.map(writeJsonLine).join(',\n')}\n]\n` : table(listed, widest)
  await written(ports.output, text)
  return 0
}

function listedFormat({ id, label, description, extension, writer, read, cannotHold }: ExchangeFormat): ListedFormat {
  return {
    id,
    label,
    description,
    extension,
    severalFiles: writer.kind === 'files',
    writes: true,
    reads: read !== undefined,
    cannotHold: orderedLosses(cannotHold)
  }
}

function table(listed: readonly ListedFormat[], widest: number): string {
  const lines = textTable(
    ['FORMAT', 'FILE', 'READS', 'WHAT IT IS', 'CANNOT HOLD'],
    listed.map(({ id, extension, reads, label, description, cannotHold }) => [
      id,
      `.${extension}`,
      reads ? 'yes' : '',
      `${label}: ${description}`,
      cannotHold.map((kind) => lossNames[kind]).join(', ')
    ]),
    widest
  )
  return `${lines.join('\n')}\n`
}
