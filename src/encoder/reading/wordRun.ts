/** Words `start` to `end` - 1 of a reading. */
export interface WordRun {
  readonly start: number
  readonly end: number
}
