/** How much of a picture is wanted. */
export interface PictureSize {
  /** Sources or groups. */
  readonly rows: number
  /** Articles. */
  readonly columns: number
}
