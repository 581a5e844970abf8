import type fc from 'fast-check'

/** Something that must hold of random inputs, tried anew in each round with another seed. */
export interface Fuzzed {
  readonly name: string
  /** The inputs of one round: some seconds' worth. */
  readonly runs: number
  readonly property: fc.IRawProperty<unknown, boolean>
}
