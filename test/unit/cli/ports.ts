import type { Engine } from '../../../src/analysis'
import type { CliPorts, ExitCode, TextOutput } from '../../../src/cli/ports'
import { run } from '../../../src/cli/run'

export interface CliResult {
  readonly code: ExitCode
  readonly output: string
  readonly errors: string
}

export interface CliWorld {
  readonly input?: string | AsyncIterable<Uint8Array>
  /** An error: the models cannot be loaded. */
  readonly engine?: Engine | Error
  readonly terminal?: boolean
  /** Where `builtParts` are; of verbs that need them. */
  readonly parts?: string
  /** The reader of standard output goes away after so many writes. */
  readonly readerLeavesAfter?: number
  /** What each write to standard output, or to standard error, rejects with. */
  readonly outputError?: Error
  readonly errorsError?: Error
}

/** Runs the command line in this process over ports in memory. */
export async function cli(argv: readonly string[], world: CliWorld = {}): Promise<CliResult> {
  const output: string[] = []
  const errors: string[] = []
  const ports: CliPorts = {
    parts: world.parts ?? '',
    input: typeof world.input === 'object' ? world.input : oneChunk(world.input ?? ''),
    output: failing(memoryOutput(output, false, world.readerLeavesAfter), world.outputError),
    errors: failing(memoryOutput(errors, world.terminal ?? false), world.errorsError),
    bytesOfArgument: () => undefined,
    onInterrupt: () => () => undefined,
    loadEngine: () =>
      world.engine instanceof Error ? Promise.reject(world.engine) : Promise.resolve(world.engine ?? capitalsEngine)
  }
  const code = await run(argv, ports)
  return { code, output: output.join(''), errors: errors.join('') }
}

/**
 * A small engine for tests of the command line alone: each word in capitals is a person who said the rest of its
 * sentence, and a text with "crash" in it makes it throw.
 */
export const capitalsEngine: Engine = {
  version: 'test',
  analyze(article, given) {
    if (article.text.includes('crash')) throw new Error('the engine stumbled')
    const evidence = { rule: 'test', confidence: 1 }
    const speakers = [...article.text.matchAll(/\b([A-Z]{2,}) ([^.]+)\./g)].map((match, index) => {
      const start = match.index
      const end = start + (match[1] ?? '').length
      return {
        id: `e${index + 1}`,
        name: match[1] ?? '',
        start,
        end,
        content: { start: end + 1, end: start + match[0].length - 1 }
      }
    })
    const attributions =
      given ??
      speakers.map(({ start, end, content }) => ({
        content: [content],
        cue: null,
        source: [{ start, end }],
        kind: 'indirect' as const
      }))
    return {
      mentions: speakers.map(({ id, start, end }) => ({
        ...evidence,
        start,
        end,
        type: 'person',
        form: 'name',
        acting: false,
        description: null,
        entity: id
      })),
      entities: speakers.map(({ id, name }, index) => ({
        id,
        name,
        type: 'person',
        named: true,
        aliases: [],
        descriptions: [],
        mentions: [index],
        places: []
      })),
      quotes: attributions.map((attribution, index) => ({
        ...evidence,
        act: 'speech' as const,
        ...attribution,
        speaker: speakers[index]?.id ?? null,
        speakerRule: 'test'
      })),
      links: speakers.slice(0, attributions.length).map(({ id }, index) => ({ speaker: id, quotes: [index] }))
    }
  },
  *analyzeInSteps(article, given) {
    yield
    return this.analyze(article, given)
  }
}

export async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  yield new TextEncoder().encode(text)
}

function memoryOutput(
  written: string[],
  isTerminal: boolean,
  readerLeavesAfter = Number.POSITIVE_INFINITY
): TextOutput {
  return {
    isTerminal,
    write(text) {
      if (written.length < readerLeavesAfter)
        written.push(typeof text === 'string' ? text : Buffer.from(text).toString('latin1'))
      return Promise.resolve(written.length < readerLeavesAfter)
    },
    end: () => Promise.resolve()
  }
}

function failing(output: TextOutput, error: Error | undefined): TextOutput {
  return error ? { ...output, write: () => Promise.reject(error) } : output
}
