import type { Span } from '../../article'
import type { Decision } from '../decision'
import type { Layer } from '../layer'
import type { AgreementFigures } from './figures'
import type { SpanCounts } from './spanMatches'

/** An article with the layers that are to be compared. Their anchors are where their words are: see `placedLayers`. */
export interface ArticleLayers {
  readonly article: ComparedArticle
  readonly layers: readonly Layer[]
}

export interface ComparedArticle {
  readonly id: string
  /** What people call it. */
  readonly name: string
  /** The units of codes. */
  readonly sentences: readonly Span[]
}

/**
 * What is asked of all annotators about the same thing; the thing is the unit.
 * `mention`, `quote`: of a suggestion, is it right ("keep"), wrong ("reject") or something else ("change")?
 * `type`, `acting`, `identity`: of a mention that they hold, what type is it, does a place act, who is it?
 * `act`, `speaker`: of a quote that they hold, is it said or thought, and who says it?
 * `article`: is the file an article at all?
 */
export type Question = 'mention' | 'quote' | 'type' | 'acting' | 'identity' | 'act' | 'speaker' | 'article'

export interface QuestionAgreement extends AgreementFigures {
  readonly question: Question
  /** That at least two annotators answered. */
  readonly units: number
}

/** What stretches of the text are compared as such. */
export type SpanKind = 'mention' | 'quote' | 'cue' | 'source'

/** How far annotators mark the same stretches. */
export interface SpanAgreement {
  /** Of each pair of annotators, by their place among `Comparison.annotators`; the first one's comes first. */
  readonly pairs: readonly (SpanCounts & { readonly annotators: readonly [number, number] })[]
  /** F1 of stretches that are the same, the mean of all pairs. Null where nobody marked any. */
  readonly exact: number | null
  /** F1 of stretches that have a character in common, the mean of all pairs. */
  readonly overlapping: number | null
}

/**
 * How far annotators give a code to the same text. Its units are the sentences (of each: does the annotator give the code to any
 * of it?) and, for the extent, the characters within sentences. Characters are what NVivo and ATLAS.ti count too; since neighbouring
 * ones are never independent, their figures say how much of the text is coded alike, and nothing about chance beyond that.
 * Krippendorff's alpha for unitizing (u-alpha), which measures the segments themselves, is not computed. A code given to a whole
 * article counts among `spans` alone.
 */
export interface CodeAgreement {
  /** `Code.id`. */
  readonly code: string
  readonly sentences: AgreementFigures & { readonly units: number }
  readonly characters: AgreementFigures & { readonly units: number }
  readonly spans: SpanAgreement
}

export type JudgementKind = 'mention' | 'quote' | 'identity' | 'speaker' | 'code' | 'article'

/** One thing on which two annotators decided, alike or not. */
export interface Judgement {
  /** Of the two decisions: tells it from every other, and finds it again when the text was edited or other things were decided. */
  readonly id: string
  /** `ComparedArticle.id`. */
  readonly article: string
  readonly kind: JudgementKind
  /** Where it is; null for the whole article. */
  readonly place: Span | null
  /** Its words as they are in the source; "" for the whole article. */
  readonly words: string
  /** In the order of `Comparison.annotators`. */
  readonly sides: readonly [Side, Side]
  readonly isAgreed: boolean
}

export interface Side {
  readonly annotator: string
  /** Null: has marked nothing here, where the other one has. */
  readonly decision: Decision | null
}

export interface Comparison {
  readonly annotators: readonly string[]
  /** How many articles at least two of them have decided about; only these are compared. */
  readonly articles: number
  /** Those with units, in the order of `Question`. */
  readonly questions: readonly QuestionAgreement[]
  /** Those that somebody marked. */
  readonly spans: ReadonlyMap<SpanKind, SpanAgreement>
  /** In order of the code's id. */
  readonly codes: readonly CodeAgreement[]
  /** Of each pair of annotators; in the order of the articles, then of the text. */
  readonly judgements: readonly Judgement[]
  /** How many suggestions one annotator of a pair has decided about and the other has not: they are not compared. */
  readonly undecided: number
}
