import type { QuoteKind } from '../protocol/common'

/** What is known of each quote of a folder, by its number in the `QuoteTable`. Plain loops over them are a filter's quickest way. */
export interface QuoteColumns {
  /** Index in `quoteKinds` (`kindBits`), and the other bits below. */
  readonly flags: Uint8Array
  /** Who says it: an index of `Corpus.entities`; -1 for nobody. */
  readonly speakers: Int32Array
  /** The index in `QuoteTable.reuse` of its group; -1 for none. */
  readonly groups: Int32Array
}

export const quoteKinds: readonly QuoteKind[] = ['direct', 'indirect', 'mixed']

export const kindBits = 3
export const listedBit = 4
/** Nobody says it. */
export const unattributedBit = 8
/** What somebody believes or wants, not what they say. */
export const attitudeBit = 16
