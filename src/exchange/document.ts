import type { Decision } from '../annotations'
import type { EntityType, MentionForm, PlaceRecord, QuoteAct, QuoteKind } from '../analysis'
import type { ArticleFormat, ArticleHead, LeftOut, ParagraphRole, SourceText, Span } from '../article'

/**
 * One article with all that is said of it, as every format writes it. `text` is the canonical one (see `canonicalText.ts`), and all
 * spans are UTF-16 units into it. What a reader sees of a span is `shownText(document, span)`.
 */
export interface AnnotationDocument extends SourceText {
  /** Tells it from every other of the export: `AnalyzedArticle.id`. */
  readonly id: string
  /** What people call it: its path in the folder, with slashes, or the id of its line. */
  readonly name: string
  readonly format: ArticleFormat
  readonly head: ArticleHead
  readonly paragraphs: readonly DocumentParagraph[]
  /** Those that the analysis did not take for the news: lines of the web page, and credits, in which nobody is quoted. */
  readonly leftOut: readonly LeftOut[]
  readonly sentences: readonly Span[]
  /** Ordered; none overlaps another, none has white space alone. A token lies in one sentence. */
  readonly tokens: readonly Span[]
  /** Who and what the annotations refer to, in order of their first mention. */
  readonly entities: readonly DocumentEntity[]
  /** Mentions, quotes, codings and memos; each kind in order of the text. */
  readonly annotations: readonly Annotation[]
  /** What a person said was wrong: suggestions that are no annotations any more, codes that do not apply. */
  readonly rejected: readonly Rejected[]
  /** All that was decided, as the layers have it, also what has lost its words; anchors are into `text`. */
  readonly decisions: readonly Decision[]
}

export interface DocumentParagraph extends Span {
  readonly role: ParagraphRole
}

/** A person, body or place. The same one has the same `id` in every document of an export. */
export interface DocumentEntity {
  /** `CorpusEntity.id`. */
  readonly id: string
  /** As the folder calls it. */
  readonly name: string
  readonly type: EntityType
  readonly named: boolean
  readonly identity?: string
  /** Its other names in this document, and how the document describes it. */
  readonly aliases: readonly string[]
  readonly descriptions: readonly string[]
  readonly place: PlaceRecord | null
}

/**
 * `suggested`: found by the engine, nobody has decided. Otherwise a person `accepted` what was found, `changed` it (its words,
 * type, identity, speaker), or `added` what was not found.
 */
export type AnnotationStatus = 'suggested' | 'accepted' | 'changed' | 'added'

export interface AnnotationFacts {
  /** Unique in the document: "m1", "q1", "c1", "n1". */
  readonly id: string
  /** Ordered, not overlapping, at least one; none of a memo about the whole article. */
  readonly spans: readonly Span[]
  readonly status: AnnotationStatus
  /** The annotator who decided; null for a suggestion. */
  readonly creator: string | null
  /** ISO 8601, of a decision. */
  readonly created: string | null
  readonly modified: string | null
}

/** Why the engine says so. Of what a person decided: "decided" and 1. */
export interface SuggestedFacts {
  readonly rule: string
  readonly confidence: number
}

export interface MentionAnnotation extends AnnotationFacts, SuggestedFacts {
  readonly layer: 'mention'
  readonly type: EntityType
  readonly form: MentionForm
  readonly acting: boolean
  /** `DocumentEntity.id`. */
  readonly entity: string
  readonly description: Span | null
}

/** Its spans are the pieces of the content. */
export interface QuoteAnnotation extends AnnotationFacts, SuggestedFacts {
  readonly layer: 'quote'
  readonly kind: QuoteKind
  readonly act: QuoteAct
  readonly cue: readonly Span[] | null
  readonly source: readonly Span[] | null
  /** `DocumentEntity.id`. */
  readonly speaker: string | null
  readonly speakerRule: string | null
  /** The group of the same quote again in the export: quotes of equal numbers. Null for one that is there once. */
  readonly repeat: number | null
}

export interface CodingAnnotation extends AnnotationFacts {
  readonly layer: 'code'
  /** `Code.id`. */
  readonly code: string
  readonly memo: string | null
}

export interface MemoAnnotation extends AnnotationFacts {
  readonly layer: 'memo'
  readonly text: string
}

export type Annotation = MentionAnnotation | QuoteAnnotation | CodingAnnotation | MemoAnnotation
export type AnnotationLayer = Annotation['layer']

export interface Rejected {
  readonly about: 'mention' | 'quote' | 'code'
  /** `Code.id`, of a code. */
  readonly code?: string
  /** None of a code that does not apply to the whole article. */
  readonly spans: readonly Span[]
  readonly creator: string
  readonly created: string
}
