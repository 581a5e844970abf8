import type { PaletteId } from '../common'

/** What a block of the text is for; `other` is what is no prose: code, HTML, the data above a Markdown article. */
export type BlockRole = 'title' | 'heading' | 'byline' | 'credit' | 'body' | 'other'

/** How words are highlighted: entries of the palette, what somebody decided, and the article's own parts. */
export type Look = PaletteId | 'quoteShade' | 'nameDecided' | 'quoteDecided' | 'sourceDecided' | 'dateline' | 'memo'

/**
 * A piece of a block that looks the same. `start` and `end` are UTF-16 units from where the block begins in the source. Where they
 * are as far apart as `text` is long, each character is one of the source; otherwise the whole piece stands for a mark.
 */
export interface ReadingRun {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly looks?: readonly Look[]
  /** Sources (indexes of `ReadingState.sources`) whose words these are. */
  readonly quoted?: readonly number[]
  /** The words name this source of a quote. */
  readonly names?: number
  /** Indexes of `ReadingState.codes`. */
  readonly codes?: readonly number[]
}

/** Equal ones have the same `id`, in every state of one page, unless both are in the same state. */
export interface ReadingBlock {
  readonly id: string
  readonly role: BlockRole
  readonly runs: readonly ReadingRun[]
  /** What is coded and noted in it, in order of the text, each once. */
  readonly codes: readonly number[]
  /** First lines. */
  readonly memos: readonly string[]
}

/** Where a block is, and whose words are in it: by lane an index of `ReadingState.sources`, -1 for an empty lane. */
export interface PlacedBlock {
  readonly id: string
  /** UTF-16 units of the source. */
  readonly start: number
  readonly rails: readonly number[]
}

/** Somebody who is quoted. Number 1, the first, has most quotes. */
export interface ReadingSource {
  /** Stays the same while other text is edited. */
  readonly key: string
  readonly name: string
  readonly named: boolean
  readonly quotes: number
}

/** A quote's first and last unit in the source; `source` indexes `ReadingState.sources`, -1 for nobody. In order of `start`. */
export interface ReadingQuote {
  readonly start: number
  readonly end: number
  readonly source: number
}

/** A code, "#rrggbb" as it can be seen on each background. */
export interface ReadingCode {
  readonly name: string
  /** The filter that leaves its codings; undefined of a code that the codebook does not have. */
  readonly filter?: string
  readonly light: string
  readonly dark: string
}

/** Why there is nothing to show of what we find, or something to be said before it. */
export type ReadingNotice = 'analyzing' | 'noArticle' | 'tooLarge' | 'binary' | 'failed' | 'empty'

/** What the page shows. Of its blocks only those are in `added` that no state before had. */
export interface ReadingState {
  /** The document's version; what the page says of offsets holds for it alone. */
  readonly version: number
  readonly length: number
  readonly notice: ReadingNotice | null
  readonly blocks: readonly PlacedBlock[]
  readonly added: readonly ReadingBlock[]
  readonly sources: readonly ReadingSource[]
  readonly quotes: readonly ReadingQuote[]
  readonly codes: readonly ReadingCode[]
}
