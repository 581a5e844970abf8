import type { Analysis } from '../analysis'
import type { Decision, DecisionOf } from './decision'
import type { PlacedDecision } from './placement'

/** An article's suggestions with the decisions applied. */
export interface Decided {
  /**
   * An ordinary analysis; the suggested one itself where no decision changes a fact of it. Decided facts have the rule
   * "decided", confidence 1 and `decidedBy`.
   */
  readonly analysis: Analysis
  /** Every decision with its state, in order of the text. Each of them is in exactly one of the lists below it. */
  readonly decisions: readonly PlacedDecision[]
  /** Codes and memos that are in the text or about the whole article, in order of the text. */
  readonly marks: readonly Mark[]
  /** The decision that made a mention or a quote of `analysis` what it is, by its index; none for a mere suggestion. */
  readonly mentions: ReadonlyMap<number, Decision>
  readonly quotes: ReadonlyMap<number, Decision>
  /** Null where nobody said. */
  readonly isArticle: boolean | null
}

export type Mark = DecisionOf<'code'> | DecisionOf<'memo'>
