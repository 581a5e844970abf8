import type { Engine } from '../analysis'

/** 0: all done; 1: something failed, the rest is done; 2: the command line itself is wrong, nothing is done. */
export type ExitCode = 0 | 1 | 2

/** `write` resolves when the reader wants more, and to false once nobody reads any longer. */
export interface TextOutput {
  readonly isTerminal: boolean
  write(text: string): Promise<boolean>
}

/** All that a verb of the command line needs from outside, except files, which it reads with Node itself. */
export interface CliPorts {
  /** The bytes of standard input. */
  readonly input: AsyncIterable<Uint8Array>
  readonly output: TextOutput
  readonly errors: TextOutput
  /** Rejects when a model is missing or damaged. */
  loadEngine(): Promise<Engine>
}
