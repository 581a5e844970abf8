import type { Code, ProjectMemo, RegisteredEntity } from '../annotations'
import type { Corpus } from '../corpus'
import type { AnnotationDocument } from './document'
import type { OffsetUnit } from './offsets'
import type { Wording } from './wording'
import type { ReadFiles } from './importing/readDocument'

/**
 * What a format cannot hold, or holds only in part: `overlap` (annotations that overlap or nest), `discontinuous` (one annotation
 * of several pieces), `word-edges` (annotations that begin or end within a word), `quote` (quotes with cue and source), `speaker`,
 * `link` (quotes of the same speaker), `entity` (who is who), `code`, `memo`, `project-memo` (about the project, a code or an entity), `status` (who decided, and whether),
 * `accept` (that a suggestion was accepted or given an identity: it comes back as a mention or quote of its own), `verdict` (that nobody
 * speaks, that a file is no article), `rejected` (what a person said was wrong), `character` (characters that the format forbids), `codebook`.
 */
export type LossKind =
  | 'overlap'
  | 'discontinuous'
  | 'word-edges'
  | 'quote'
  | 'speaker'
  | 'link'
  | 'entity'
  | 'code'
  | 'memo'
  | 'project-memo'
  | 'status'
  | 'accept'
  | 'verdict'
  | 'rejected'
  | 'character'
  | 'codebook'

/** All that is exported, one document at a time. */
export interface ExportInput {
  /** The name of the article or folder. */
  readonly title: string
  /** How many documents there are. */
  readonly count: number
  /** From the beginning at each call, in the same order. Each document is made when it is asked for: keep none. */
  readonly documents: () => AsyncIterable<AnnotationDocument>
  /** Of these documents: the same entities, links and repeated quotes. */
  readonly corpus: Corpus
  readonly codes: readonly Code[]
  readonly registry: readonly RegisteredEntity[]
  /** About the project, codes and entities. */
  readonly memos: readonly ProjectMemo[]
  /** Of those formats whose offsets may be either. */
  readonly offsets: OffsetUnit
  /** In what language the reports for people are; English where it is not told. */
  readonly wording?: Wording
  /** When it is exported, ISO 8601 in UTC: the one time that is written, so that the same export has the same bytes. */
  readonly now: string
  /** To be called for each annotation that is not written as it is. */
  readonly lost: (kind: LossKind, count?: number) => void
}

/** A file inside of an export of several: a path with slashes that never leaves the export (see `filePaths.ts`). */
export interface ExportedFile {
  readonly path: string
  /** To be read to their end before the next file is asked for, which may be made of the same pass over the documents. */
  readonly pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>
}

/** `file`: pieces of the one file, as they come; text is UTF-8. `files`: several files, packed into a zip or written to a folder. */
export type FormatWriter =
  | { readonly kind: 'file'; readonly write: (input: ExportInput) => AsyncIterable<string | Uint8Array> }
  | { readonly kind: 'files'; readonly write: (input: ExportInput) => AsyncIterable<ExportedFile> }

/** A format, with all that commands and command line say of it. */
export interface ExchangeFormat {
  /** Lower case, digits and hyphens: what command line, keys and other extensions call it. */
  readonly id: string
  /** What the menu calls it, in English: `exportMenu.ts` translates. */
  readonly label: string
  /** What is in it and which programs read it, in English. */
  readonly description: string
  /** Between name and extension of the file that is proposed: "" or with a dot in front. */
  readonly suffix: string
  /** Without a dot. That of the one file; of several files "zip". */
  readonly extension: string
  /** Told before an export. What really was lost is counted (`ExportInput.lost`). */
  readonly cannotHold: readonly LossKind[]
  readonly writer: FormatWriter
  /** Reads what this format, or another program, wrote. Bad input gives problems, never an exception. */
  readonly read?: ReadFiles
}
