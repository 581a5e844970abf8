import type { Engine } from '../analysis'
import type { EncoderProblem } from '../encoder'

/** 0: all done; 1: something failed, the rest is done; 2: the command line itself is wrong, nothing is done. */
export type ExitCode = 0 | 1 | 2

export interface TextOutput {
  readonly isTerminal: boolean
  /**
   * Resolves when the text is written and the reader wants more; to false once the reader has gone. Rejects when not all of it
   * could be written.
   */
  write(text: string | Uint8Array): Promise<boolean>
  /** To be called after the last `write`. Rejects when something was not written after all. */
  end(): Promise<void>
}

export interface EngineWishes {
  /** Rules and small models alone: less is found, several times as fast. */
  readonly withoutLanguageModel: boolean
  /** Called, where the language model is wished for and cannot be used, with why. The engine then works without. */
  readonly hasNoLanguageModel: (why: EncoderProblem) => Promise<void>
}

/** All that a verb of the command line needs from outside, except files, which it reads with Node itself. */
export interface CliPorts {
  /** The folder of the scripts that some verbs alone need (see `parts.ts`). */
  readonly parts: string
  /** The bytes of standard input. Rejects when there is none. */
  readonly input: AsyncIterable<Uint8Array>
  readonly output: TextOutput
  readonly errors: TextOutput
  /** The bytes of an argument that is not UTF-8: the name of a file may be none. */
  bytesOfArgument(argument: string): Uint8Array | undefined
  /**
   * `cleanUp` is called, and has to be done at once, when somebody ends this process from outside. Gives back what takes that
   * back.
   */
  onInterrupt(cleanUp: () => void): () => void
  /** Rejects when a model is missing or damaged; not because of the language model, which is none of those. */
  loadEngine(wishes: EngineWishes): Promise<Engine>
}
