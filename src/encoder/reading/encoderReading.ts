import type { ParagraphPieces } from '../wordPieces/paragraphPieces'
import type { WindowReading } from './readWindow'
import type { WordRun } from './wordRun'

/**
 * What the encoder says of a text. Its words are those of the encoder: every mark is one ("U.S." is four). A word has what its
 * first piece has.
 */
export interface EncoderReading {
  /** Where each word stands, in UTF-16 units of the text. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** `labelCount` probabilities a word, head after head; `labelsOf` picks a head's. */
  readonly labels: Float32Array
  /** What may be a cue, in the order of the text. */
  readonly cues: readonly CueReading[]
  /** Word pieces that were read anew: all of them but those of windows that stood in the memory. */
  readonly encoded: number
}

/** What is what to a cue. */
export interface CueReading {
  readonly words: WordRun
  /** How likely it is a cue at all. */
  readonly probability: number
  /** The words of the window in which it was read: of others nothing is known. */
  readonly seen: WordRun
  /** The word of each piece of the window; -1 where a paragraph ends. */
  readonly wordOfPiece: Int32Array
  /** For each piece of the window the logarithms of the probabilities of the `roles`. */
  readonly logRoles: Float32Array
  /** The best lawful sequence of roles, and how likely it is among all lawful ones. */
  readonly path: Uint8Array
  readonly pathProbability: number
  /** The logarithm of the probability of all lawful ones together. */
  readonly logLawful: number
  /** What the path says. */
  readonly sources: readonly WordRun[]
  readonly contents: readonly WordRun[]
}

/**
 * What of one text helps with the next version of it. Whoever edits a text makes one, hands it over with each version, and
 * forgets it with the text. It changes how long reading takes and never what it says. Empty at first.
 */
export interface EncoderMemory {
  paragraphs?: ReadonlyMap<string, ParagraphPieces>
  windows?: ReadonlyMap<string, WindowReading>
}
