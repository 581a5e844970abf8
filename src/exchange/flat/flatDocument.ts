import type { Span } from '../../article'

/**
 * The same facts as labelled spans with features and relations between them: the form of brat, CAS, WebAnno, doccano, Prodigy, TEI
 * and QDA programs. Quotes are spans of their content; cue and source are spans of their own, related to it.
 */
export interface FlatDocument {
  readonly spans: readonly FlatSpan[]
  readonly relations: readonly FlatRelation[]
}

export type FlatLayer = 'mention' | 'quote' | 'cue' | 'source' | 'code' | 'memo'

export interface FlatSpan {
  /** Unique among the document's spans. */
  readonly id: string
  readonly layer: FlatLayer
  /** "Person", "Organization", "Group", "Place", "Quote", "Cue", "Source", "Memo", or the name of a code. */
  readonly label: string
  /** Ordered, not overlapping; none of a memo about the whole article. */
  readonly pieces: readonly Span[]
  readonly features: FlatFeatures
  /** The memo of a coding, the text of a memo. */
  readonly note?: string
}

/**
 * By name, in a fixed order: mention `acting`, `form`, `entity` (id), `name`, `identity`; quote `kind`, `act`, `speaker` (entity id), `name`, `identity`,
 * `repeat`; code `code` (id); all `status`, `annotator`, `created`, `confidence` where there is one. What does not apply is not there.
 */
export type FlatFeatures = Readonly<Record<string, string | number | boolean>>

export interface FlatRelation {
  readonly id: string
  /**
   * `cue` and `source`: from a quote to such a span of its own; `speaker`: from a quote to a mention of who says it; `sameSpeaker`:
   * from a quote to the next one of the same speaker.
   */
  readonly label: 'cue' | 'source' | 'speaker' | 'sameSpeaker'
  readonly from: string
  readonly to: string
}
