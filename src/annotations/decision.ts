import type { EntityType, QuoteAct, QuoteKind } from '../analysis'
import type { Span } from '../article'

/**
 * Where a decision sits: the words of one piece of text, some words around them, and the offsets they had. `exact` is always
 * the text at `start` to `end` of the version in which the anchor was placed last. Words that were deleted in an editor have
 * the place where they were: `start` is `end`.
 */
export interface Anchor extends Span {
  readonly exact: string
  /** At least 32 UTF-16 units where the text has them, cut at the edge of a word. */
  readonly prefix: string
  readonly suffix: string
  /** The words that were decided about, where they have been edited since: the decision waits for a review. */
  readonly was?: string
}

/** Somebody or something, wherever it is mentioned: equal IRIs are one, different ones never. */
export interface Identity {
  /** An address (Wikidata, any IRI), or `urn:uuid:` and a UUID. */
  readonly iri: string
  /** What it was called when this was decided; the project's registry may call it otherwise. */
  readonly name: string
  readonly type: EntityType
}

/** The engine's suggestion that a decision answers: as it was then. */
export type Suggestion = SuggestedMention | SuggestedQuote

export interface SuggestedMention {
  readonly about: 'mention'
  readonly span: Anchor
  readonly type: EntityType
  readonly acting: boolean
  /** The name of the entity. */
  readonly entity: string
  readonly rule: string
  readonly confidence: number
}

export interface SuggestedQuote {
  readonly about: 'quote'
  readonly content: readonly Anchor[]
  readonly cue: readonly Anchor[] | null
  readonly source: readonly Anchor[] | null
  readonly act: QuoteAct
  /** The name of the speaker. */
  readonly speaker: string | null
  readonly rule: string
  readonly confidence: number
}

export interface DecisionFacts {
  /** `urn:uuid:` and a UUID. */
  readonly id: string
  /** The annotator's name. */
  readonly creator: string
  /** ISO 8601 in UTC with milliseconds, as `Date.toISOString` gives it. */
  readonly created: string
  readonly modified?: string
  /** Of what an assistant proposes: when a person rejected it, so that it is not proposed again. */
  readonly rejected?: string
  /**
   * The pieces of what is decided about: one of a mention or a span, one or several of a quote's content (in order), none of
   * the whole article.
   */
  readonly target: readonly Anchor[]
  readonly from?: Suggestion
}

/** What a researcher decided. Of one target there is at most one decision of each kind in a layer, but any number of codes. */
export type DecisionContent =
  /** The suggestion is right. */
  | { readonly kind: 'accept' }
  /** The suggestion is wrong: it is not shown any more. */
  | { readonly kind: 'reject' }
  /** The target is a mention, in place of `from` where that is given. */
  | { readonly kind: 'mention'; readonly type: EntityType; readonly acting: boolean; readonly who?: Identity }
  /**
   * Who the mention is. All other mentions of its entity follow, unless `alone` (a mention that was split off): then only
   * the pronouns and descriptions that speak of this very mention do.
   */
  | { readonly kind: 'identity'; readonly who: Identity; readonly alone?: true }
  /** The target is the content of a quote, in place of `from` where that is given. Without `quoteKind` its marks tell it. */
  | {
      readonly kind: 'quote'
      readonly cue: readonly Anchor[] | null
      readonly source: readonly Anchor[] | null
      readonly act: QuoteAct
      readonly quoteKind?: QuoteKind
    }
  /** Who says the quote that the target is the content of; null: nobody can be named. */
  | { readonly kind: 'speaker'; readonly who: Identity | null }
  /** `code` is a `Code.id`. The memo is about this coding. */
  | { readonly kind: 'code'; readonly code: string; readonly memo?: string }
  /** The code does not apply to the target: what another annotator coded is settled so. `code` is a `Code.id`. */
  | { readonly kind: 'noCode'; readonly code: string }
  /** A note about the target, or about the article when there is none. */
  | { readonly kind: 'memo'; readonly text: string }
  /** Whether the file is an article at all; no target. */
  | { readonly kind: 'article'; readonly isArticle: boolean }

export type Decision = DecisionFacts & DecisionContent
export type DecisionKind = Decision['kind']
export type DecisionOf<Kind extends DecisionKind> = Extract<Decision, { readonly kind: Kind }>

/** What is said of mentions and quotes; the others speak of words or of the file, whatever was suggested. */
export type FactDecision = Exclude<Decision, DecisionOf<'code' | 'noCode' | 'memo' | 'article'>>

export function isAboutFact(decision: Decision): decision is FactDecision {
  const { kind } = decision
  return kind !== 'code' && kind !== 'noCode' && kind !== 'memo' && kind !== 'article'
}

/** All places of a decision in the text: those of its target, of its parts, and of the suggestion that it answers. */
export function anchorsOf(decision: Decision): readonly Anchor[] {
  const anchors: Anchor[] = []
  mapAnchors(decision, (anchor) => {
    anchors.push(anchor)
    return anchor
  })
  return anchors
}

/**
 * The decision with each anchor replaced, in the order of `anchorsOf`. The same object where each is replaced by itself.
 */
export function mapAnchors(decision: Decision, replace: (anchor: Anchor) => Anchor): Decision {
  let isSame = true
  const one = (anchor: Anchor) => {
    const next = replace(anchor)
    if (next !== anchor) isSame = false
    return next
  }
  const many = (anchors: readonly Anchor[]) => anchors.map(one)
  const target = many(decision.target)
  const parts =
    decision.kind === 'quote'
      ? { cue: decision.cue && many(decision.cue), source: decision.source && many(decision.source) }
      : {}
  const from = decision.from && { from: mapSuggestion(decision.from, one, many) }
  return isSame ? decision : { ...decision, target, ...parts, ...from }
}

function mapSuggestion(
  from: Suggestion,
  one: (anchor: Anchor) => Anchor,
  many: (anchors: readonly Anchor[]) => readonly Anchor[]
): Suggestion {
  return from.about === 'mention'
    ? { ...from, span: one(from.span) }
    : {
        ...from,
        content: many(from.content),
        cue: from.cue && many(from.cue),
        source: from.source && many(from.source)
      }
}
