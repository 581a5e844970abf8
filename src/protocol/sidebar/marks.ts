import type { CodeEntry, MentionEntry, Progress } from '../common'

/** What researchers have said in a scope, in short. */
export interface DecidedState {
  readonly progress: Progress
  /** The codes that are used in it, in the order of the codebook. */
  readonly codes: readonly CodeEntry[]
  /** Everybody who decided, coded or noted, in order of name. */
  readonly people: readonly string[]
  /** False where somebody said that the file is no article at all. */
  readonly isArticle: boolean
}

/** The memos and open questions of one article, each in order of the text. Its codings are asked for: they may be many. */
export interface ArticleMarks {
  readonly memos: readonly MemoEntry[]
  readonly review: readonly ReviewEntry[]
}

/** Coded words. `key` is the id of the decision, `code` that of the code. */
export interface CodingEntry extends MentionEntry {
  readonly code: string
  readonly by: string
  /** The first line of the memo about this coding; "" for none. */
  readonly memo: string
}

/** The codings of the article with a code that match a filter, in order of the text. */
export interface CodingsOfCode {
  readonly code: string
  readonly filter: string
  readonly codings: readonly CodingEntry[]
  /** How many there are; `codings` may be only the first of them. */
  readonly total: number
}

/** A memo; one about the whole article has no words and no place (`line` 0). `key` is the id of the decision. */
export interface MemoEntry extends MentionEntry {
  /** Its first line. */
  readonly text: string
  readonly by: string
}

/** Kinds of decisions. */
export type ReviewedKind =
  'accept' | 'reject' | 'mention' | 'identity' | 'quote' | 'speaker' | 'code' | 'noCode' | 'memo' | 'article'

/** A decision that waits for a review, or what an assistant proposes. `key` is its id. */
export interface ReviewEntry {
  readonly key: string
  readonly kind: ReviewedKind
  /** What it says: the name of a code, of who is meant, the beginning of a memo; "" where its kind says it all. */
  readonly content: string
  /** `changed`: the words were edited. `ambiguous`: they are there several times. `orphan`: they are nowhere. `proposed`: by an assistant. */
  readonly state: 'changed' | 'ambiguous' | 'orphan' | 'proposed'
  /** The words that were decided about. */
  readonly words: string
  readonly by: string
  /** Where it is or may be; null where nothing is known. Half open, UTF-16 units; `line` counts from 1. */
  readonly place: { readonly start: number; readonly end: number; readonly line: number } | null
}
