/** An article's file as it was when it was read: as long as size and time are these, so is its content. */
export interface FileStamp {
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modified: number
}
