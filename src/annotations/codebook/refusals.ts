import type { DecisionOf } from '../decision'
import type { CodingEdit, LayeredArticle } from './codebook'
import { coderPlace } from './coderPlace'

/** Says that a code does not apply to words. */
type Refusal = DecisionOf<'noCode'>

interface PlacedRefusal {
  readonly article: string
  readonly refusal: Refusal
}

/** Edits that take away what says that codes do not apply: of `isMeant` those alone. */
export function withoutRefusals(
  articles: Iterable<LayeredArticle>,
  codes: ReadonlySet<string>,
  isMeant: (place: string) => boolean = () => true
): readonly CodingEdit[] {
  return refusalsOf(articles, codes)
    .filter((placed) => isMeant(placeOf(placed)))
    .map(({ article, refusal }) => ({ kind: 'decision', article, before: refusal }))
}

/**
 * Codes become another one: whoever said of one of them that it does not apply says so of that one, unless they gave any of them to the
 * same words.
 */
export function refuseInstead(
  articles: readonly LayeredArticle[],
  codes: ReadonlySet<string>,
  code: string,
  now: string
): readonly CodingEdit[] {
  const all = new Set([...codes, code])
  const taken = new Set([
    ...articles.flatMap(({ article, layers }) =>
      layers.flatMap(({ decisions }) =>
        decisions.flatMap((one) => (one.kind === 'code' && all.has(one.code) ? coderPlace(article, one) : []))
      )
    ),
    ...refusalsOf(articles, new Set([code])).map(placeOf)
  ])
  return refusalsOf(articles, codes).map((placed): CodingEdit => {
    const { article, refusal: before } = placed
    const place = placeOf(placed)
    if (taken.has(place)) return { kind: 'decision', article, before }
    taken.add(place)
    return { kind: 'decision', article, before, after: { ...before, code, modified: now } }
  })
}

function refusalsOf(articles: Iterable<LayeredArticle>, codes: ReadonlySet<string>): readonly PlacedRefusal[] {
  const found: PlacedRefusal[] = []
  for (const { article, layers } of articles)
    for (const { decisions } of layers)
      for (const refusal of decisions)
        if (refusal.kind === 'noCode' && codes.has(refusal.code)) found.push({ article, refusal })
  return found
}

function placeOf({ article, refusal }: PlacedRefusal): string {
  return coderPlace(article, refusal)
}
