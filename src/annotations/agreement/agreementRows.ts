import type { Comparison, Question, SpanKind } from './comparison'
import type { Figure } from './ratings'
import { spanFigures } from './spanMatches'

/** One line of figures. What a line has no figure of is null. */
export interface AgreementRow {
  readonly measure: 'question' | 'spans' | 'code in sentences' | 'code in characters' | 'code spans'
  /** A `Question`, a `SpanKind`, or a `Code.id`. */
  readonly about: string
  /** Units that at least two annotators answered; of spans all that anybody marked, matched ones counted once. */
  readonly units: number
  /** Shares, 0 to 1. */
  readonly percent: Figure | null
  readonly kappa: Figure | null
  readonly alpha: Figure | null
  /** F1 of spans that are the same, and of those that have a character in common. */
  readonly exact: number | null
  readonly overlapping: number | null
  /** The share of the first annotator's spans that the second one has too, and the other way round; null where more are compared. */
  readonly overlappingOfFirst: number | null
  readonly overlappingOfSecond: number | null
}

/** All figures of a comparison as one table: questions, spans, then each code. */
export function agreementRows({ questions, spans, codes }: Comparison): readonly AgreementRow[] {
  return [
    ...questions.map(({ question, ...figures }) => ({
      ...noSpans,
      ...figures,
      measure: 'question' as const,
      about: question
    })),
    ...[...spans].map(([kind, agreement]) => spanRow('spans', kind, agreement)),
    ...codes.flatMap(({ code, sentences, characters, spans: marked }) => [
      { ...noSpans, ...sentences, measure: 'code in sentences' as const, about: code },
      { ...noSpans, ...characters, measure: 'code in characters' as const, about: code },
      spanRow('code spans', code, marked)
    ])
  ]
}

const noSpans = { exact: null, overlapping: null, overlappingOfFirst: null, overlappingOfSecond: null }

function spanRow(
  measure: 'spans' | 'code spans',
  about: string,
  { pairs, exact, overlapping }: Comparison['codes'][number]['spans']
): AgreementRow {
  const [pair, ...others] = pairs
  const shares = pair && others.length === 0 ? spanFigures(pair.first, pair.second, pair.overlapping) : null
  return {
    measure,
    about,
    units: pairs.reduce((sum, counts) => sum + counts.first + counts.second - counts.overlapping, 0),
    percent: null,
    kappa: null,
    alpha: null,
    exact,
    overlapping,
    overlappingOfFirst: shares?.ofFirst ?? null,
    overlappingOfSecond: shares?.ofSecond ?? null
  }
}

/** What a question or a kind of spans is called in English. */
export const measureNames: Readonly<Record<Question | `${SpanKind} spans`, string>> = {
  mention: 'mention is right',
  type: 'type of mention',
  acting: 'place is acting',
  identity: 'who is mentioned',
  quote: 'quote is right',
  act: 'speech or attitude',
  speaker: 'who speaks',
  article: 'is an article',
  'mention spans': 'words of mentions',
  'quote spans': 'words of quotes',
  'cue spans': 'words of cues',
  'source spans': 'words of sources'
}

/** What a row is about in English. `codeName` of a `Code.id`. */
export function rowName({ measure, about }: AgreementRow, codeName: (code: string) => string): string {
  switch (measure) {
    case 'question':
      return measureNames[about as Question]
    case 'spans':
      return measureNames[`${about as SpanKind} spans`]
    case 'code in sentences':
      return `code ${codeName(about)}, in sentences`
    case 'code in characters':
      return `code ${codeName(about)}, in characters`
    case 'code spans':
      return `code ${codeName(about)}, words`
  }
}
