/** An anchor as it is sought: comparable words. */
export interface Sought {
  /** The words as the anchor has them. */
  readonly exact: string
  readonly words: string
  readonly prefix: string
  readonly suffix: string
}
