import type { Span } from '../../article'

/** Who a paragraph says speaks in it. Ranges of tokens. */
export interface Label {
  /**
   * `capitals`: of words in capitals that nobody knows; it may be a section's or a slug. `line`: a line without a colon; a list of
   * people has such, too. `timed`: a name and a clock time; a programme of events has such, too. `word`: a capitalised word or two
   * that nobody knows ("Sumi:", "Price:"). `stop`: with a full stop for a colon.
   */
  readonly kind: 'person' | 'role' | 'capitals' | 'question' | 'answer' | 'line' | 'timed' | 'word' | 'stop'
  readonly source: { readonly from: number; readonly to: number }
  readonly cue: { readonly from: number; readonly to: number }
  /** Of a person where it stands. */
  readonly name: Span | null
  /** It may be the first word of a sentence, unless others of its kind stand there: "Q And the bridge?" */
  readonly isWeak?: boolean
}
