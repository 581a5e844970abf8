/** Size and time of a file when it was read. While both are the same, its content is taken to be the same. */
export interface FileStamp {
  /** Bytes. */
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modified: number
}
