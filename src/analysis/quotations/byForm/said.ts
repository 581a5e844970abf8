import type { Range } from '../sources'

/** What is attributed, in tokens: found by the models, or by its form alone. */
export interface Said {
  readonly content: readonly Range[]
  /** Null of a quotation that stands by itself. */
  readonly cue: Range | null
  readonly source: Range | null
  /** `Attribution.rule`. */
  readonly rule: string
  readonly confidence: number
  /** A cue beside its own that reports nothing beside this: "quoted" of "quoted Tom Barrow as saying". */
  readonly instead?: Range
}

/** A quotation of its own without cue and source: whoever was brought up before it says it. */
export const standingQuotation = 'standing-quotation'
/** A quotation right behind a question, or behind another one that is closed: somebody else says it. */
export const nextTurn = 'next-turn'
