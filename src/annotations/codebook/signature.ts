/** Who makes a thing, under which id, and when. */
export interface Signature {
  /** `urn:uuid:` and a UUID. */
  readonly id: string
  readonly creator: string
  /** ISO 8601 in UTC with milliseconds. */
  readonly created: string
}

/** Gives a new signature, each time with another id. */
export type Sign = () => Signature
