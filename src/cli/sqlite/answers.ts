/** What a question's thread is given. */
export interface Question {
  readonly file: string
  readonly select: string
  /** No more rows than these are answered. */
  readonly mostRows: number
}

export type AnswerCell = string | number | null

/** What the thread says, in this order: the columns, rows, the end; or that it failed. */
export type AnswerMessage =
  | { readonly kind: 'columns'; readonly columns: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly AnswerCell[])[] }
  | { readonly kind: 'end'; readonly isCut: boolean }
  | { readonly kind: 'failed'; readonly message: string }
