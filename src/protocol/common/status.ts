/**
 * `suggested`: nobody has decided about it. `partly`: about some of its mentions. `review`: somebody has, but the words
 * were edited since.
 */
export type EntryState = 'suggested' | 'partly' | 'decided' | 'review'

/** What researchers have said of an entry. An entry without a status is a mere suggestion. */
export interface EntryStatus {
  readonly state: EntryState
  /** Who decided. */
  readonly by: readonly string[]
  /** Ids of its codes, in order of the text. */
  readonly codes: readonly string[]
  /** The first line of its first memo; "" for none. */
  readonly memo: string
  /** Who coded and noted. */
  readonly markedBy: readonly string[]
}

/** A code of the codebook that is used in what is listed. */
export interface CodeEntry {
  readonly id: string
  /** The names of the codes above it and its own, from the top. */
  readonly path: readonly string[]
  /** "#rrggbb" */
  readonly color: string
  /** How often it was given. */
  readonly count: number
}

/** How many of the facts that may be decided are. */
export interface Progress {
  readonly decided: number
  readonly total: number
}
