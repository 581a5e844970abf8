import type { Decision } from '../../annotations'
import type { Said } from '../../util/translate'
import type { FlatDocument } from '../flat/flatDocument'

/** A file as it was given: its name or path (with slashes) and its bytes. */
export interface GivenFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A code of a file's codebook. `id` is the file's own name for it, `parent` the `id` of another one. */
export interface ReadCode {
  readonly id: string
  readonly name: string
  readonly color?: string
  readonly description?: string
  readonly parent?: string
}

/** An article's annotations as a file has them; `text` null where the file does not bring it. */
export interface ReadDocument {
  /** What the file calls the article: a path or a title. */
  readonly name: string
  readonly text: string | null
  /** Spans in UTF-16 units into `text`; see `flatDocument.ts`. Labels that are not ours are of layer "code". */
  readonly flat?: FlatDocument
  /** Of a format that holds decisions as they are. `created` is "" where the file does not say when, `creator` where it does not say who. */
  readonly decisions?: readonly Decision[]
}

/** What of files could not be read or understood, for the list that is shown. The host translates it. */
export interface ReadProblem {
  readonly file: string
  /** A short sentence without the file's name, in English: a literal, or with values, which are then in `said` too. */
  readonly message: string
  readonly said?: Said
  /** How many things it is about. */
  readonly count?: number
}

export interface ReadResult {
  readonly documents: readonly ReadDocument[]
  readonly codes: readonly ReadCode[]
  readonly problems: readonly ReadProblem[]
}

/** All files of one import together (a text and its annotations may be two). Never throws. */
export type ReadFiles = (files: readonly GivenFile[]) => Promise<ReadResult>
