import type { Decision, DecisionOf } from '../decision'
import type { CodingEdit, LayeredArticle } from './codebook'
import { coderPlace } from './coderPlace'
import { withoutRefusals } from './refusals'

export type Coding = DecisionOf<'code'>

/** A coding and the article that it is in. */
export interface PlacedCoding {
  readonly article: string
  readonly coding: Coding
}

/** How often each code is given, by `Code.id`: of decisions, or of the `marks` of a `Decided`. */
export function codeCounts(decisions: Iterable<Decision>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const decision of decisions)
    if (decision.kind === 'code') counts.set(decision.code, (counts.get(decision.code) ?? 0) + 1)
  return counts
}

/** All codings with one of the codes, in the order of articles and of layers. */
export function codingsOf(articles: Iterable<LayeredArticle>, codes: ReadonlySet<string>): readonly PlacedCoding[] {
  const found: PlacedCoding[] = []
  for (const { article, layers } of articles)
    for (const { decisions } of layers)
      for (const coding of decisions)
        if (coding.kind === 'code' && codes.has(coding.code)) found.push({ article, coding })
  return found
}

/**
 * Gives codings another code. They stay the same decisions with their memos; where the same annotator has given these words the
 * code already, that coding takes the memo over and the other one goes. That it does not apply to these words is no longer said.
 */
export function recode(
  articles: readonly LayeredArticle[],
  codings: readonly PlacedCoding[],
  code: string,
  now: string
): readonly CodingEdit[] {
  const known = keptCodings(articles, codings, code)
  const edits: CodingEdit[] = []
  const joined = new Map<string, { readonly article: string; readonly before: Coding; after: Coding }>()
  for (const { article, coding } of codings) {
    if (coding.code === code) continue
    const key = coderPlace(article, coding)
    const twin = joined.get(key)?.after ?? known.get(key)
    if (!twin) {
      const after: Coding = { ...coding, code, modified: now }
      joined.set(key, { article, before: coding, after })
      continue
    }
    edits.push({ kind: 'decision', article, before: coding })
    if (coding.memo === undefined || coding.memo === twin.memo) continue
    const memo = twin.memo === undefined ? coding.memo : `${twin.memo}\n\n${coding.memo}`
    joined.set(key, {
      article,
      before: joined.get(key)?.before ?? twin,
      after: { ...twin, memo, modified: now }
    })
  }
  const places = new Set(codings.map(({ article, coding }) => coderPlace(article, coding)))
  return [
    ...withoutRefusals(articles, new Set([code]), (place) => places.has(place)),
    ...[...joined.values()].map(({ article, before, after }): CodingEdit => ({
      kind: 'decision',
      article,
      before,
      after
    })),
    ...edits
  ]
}

/** The codings that have the code already, by place. */
function keptCodings(
  articles: Iterable<LayeredArticle>,
  codings: readonly PlacedCoding[],
  code: string
): ReadonlyMap<string, Coding> {
  const concerned = new Set(codings.map(({ article }) => article))
  const found = new Map<string, Coding>()
  for (const { article, coding } of codingsOf(articles, new Set([code])))
    if (concerned.has(article)) found.set(coderPlace(article, coding), coding)
  return found
}

/** Edits that take codings away. */
export function withoutCodings(codings: readonly PlacedCoding[]): readonly CodingEdit[] {
  return codings.map(({ article, coding }) => ({ kind: 'decision', article, before: coding }))
}
