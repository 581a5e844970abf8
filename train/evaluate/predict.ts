import { createWriteStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { once } from 'node:events'
import type { CliPorts } from '../../src/cli/ports'
import { run } from '../../src/cli/run'
import { streamOutput } from '../../src/cli/standardStreams'
import type { Engine } from '../../src/analysis'
import type { GoldSet } from './goldSets'

/** A line of any gold file, as far as an input line needs it. The seeds keep their texts in files of their own. */
interface GoldLine {
  readonly id: string
  readonly text?: string
  readonly file?: string
  readonly attributions?: readonly {
    readonly sources: Pieces[]
    readonly cues: Pieces[]
    readonly contents: Pieces[]
  }[]
}

type Pieces = readonly (readonly [number, number])[]

export interface PredictionOptions {
  /** Names the engine among others. */
  readonly who: string
  readonly engine: Engine
  /** Hand the gold quotes in. */
  readonly given: boolean
  /** The folder of the seeds' articles. */
  readonly seeds: string
  /** Where to write. */
  readonly folder: string
}

/**
 * Runs the command line itself, in this process, over a set's texts: what is scored is what users get. Gives the file of
 * predictions; rejects when a line was not analyzed.
 */
export async function predict(set: GoldSet, { who, engine, given, seeds, folder }: PredictionOptions): Promise<string> {
  const gold = (await readFile(set.file, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldLine)
  const unique = [...new Map(gold.map((line) => [line.id, line])).values()]
  const lines = await Promise.all(
    unique.map(async ({ id, text, file, attributions }) => {
      const quotes = (attributions ?? [])
        .filter(({ contents }) => contents.flat().length > 0)
        .map(({ contents, cues, sources }) => ({ content: contents.flat(), cue: cues.flat(), source: sources.flat() }))
      return { id, text: text ?? (await readFile(join(seeds, file ?? ''), 'utf8')), ...(given ? { quotes } : {}) }
    })
  )
  const name = `${set.section}-${set.name}${given ? '-given' : ''}-${who.replaceAll(' ', '-')}`
  const input = join(folder, `${name}.input.jsonl`)
  const output = join(folder, `${name}.predictions.jsonl`)
  await writeFile(input, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  await runOver(['analyze', '--input', 'jsonl', input], output, engine)
  return output
}

/** Runs the command line over the same texts once more: what it says of them together. Gives the file of its output. */
export async function predictLinks(predictions: string, engine: Engine): Promise<string> {
  const output = predictions.replace(/predictions\.jsonl$/, 'links.json')
  await runOver(
    ['links', '--format', 'json', '--input', 'jsonl', predictions.replace(/predictions\.jsonl$/, 'input.jsonl')],
    output,
    engine
  )
  return output
}

async function runOver(command: readonly string[], output: string, engine: Engine): Promise<void> {
  const stream = createWriteStream(output)
  const ports: CliPorts = {
    input: (async function* () {
      await Promise.resolve()
      yield new Uint8Array()
    })(),
    output: streamOutput(stream),
    errors: streamOutput(process.stderr),
    parts: '',
    bytesOfArgument: () => undefined,
    onInterrupt: () => () => undefined,
    loadEngine: () => Promise.resolve(engine)
  }
  const code = await run([...command], ports)
  stream.end()
  await once(stream, 'finish')
  if (code !== 0) throw new Error(`some lines were not analyzed: ${command.join(' ')}`)
}
