import type { Span } from '../../article'
import { anchorsOf, mapAnchors, type Anchor, type Decision, type Suggestion } from '../decision'
import type { PlacedDecision } from '../placement'
import type { Edit } from '../step'
import { isOwn, type Deciding } from './facts'

/** The annotator's decisions that are not, or not surely, on the words that were decided about: in order of the text. */
export function decisionsToRepair(deciding: Deciding): readonly PlacedDecision[] {
  const placed = deciding.article.decided?.decisions ?? []
  return placed.filter(({ decision, state }) => state !== 'placed' && isOwn(deciding, decision))
}

/**
 * Puts a decision on words of the present text: each piece of its target on the span given for it, or where it is now. Parts
 * of what it answered that are nowhere are left out. Nothing where a piece of the target has no place.
 */
export function putBack(
  deciding: Deciding,
  { decision, placements }: PlacedDecision,
  spans: readonly (Span | undefined)[] = []
): readonly Edit[] {
  const before = deciding.own.find(({ id }) => id === decision.id)
  if (!before) return []
  const { text } = deciding.article
  const { anchorAt, draft } = deciding.tools
  const places = placements.map(({ span }, index) => spans[index] ?? span)
  if (decision.target.some((_, index) => !places[index])) return []
  const lost = new Set<Anchor>()
  let index = 0
  const moved = mapAnchors(decision, (anchor) => {
    const place = places[index++]
    if (place) return anchorAt(text, place)
    lost.add(anchor)
    return anchor
  })
  const after = withoutLost(moved, lost)
  const { created } = draft({ kind: 'accept' }, { target: [] })
  return [
    { kind: 'decision', article: deciding.article.id, before, after: { ...after, modified: created } as Decision }
  ]
}

/** One place for each piece of the target of a decision, where its likeliest candidates are; undefined where there is none. */
export function likeliestPlaces({ decision, placements }: PlacedDecision): readonly Span[] | undefined {
  const places = decision.target.map((_, index) => placements[index]?.span ?? placements[index]?.candidates[0])
  return places.every((place) => place !== undefined) && places.length > 0 ? places : undefined
}

/**
 * The pieces of the target when one of them is put elsewhere: one span is for a target of one piece, or for the first of
 * several.
 */
export function targetSpans({ decision }: PlacedDecision, spans: readonly Span[]): readonly (Span | undefined)[] {
  return decision.target.length <= 1 ? spans.slice(0, 1) : decision.target.map((_, index) => spans[index])
}

function withoutLost(decision: Decision, lost: ReadonlySet<Anchor>): Decision {
  if (lost.size === 0 || anchorsOf(decision).every((anchor) => !lost.has(anchor))) return decision
  const left = (anchors: readonly Anchor[] | null) => {
    const found = anchors?.filter((anchor) => !lost.has(anchor)) ?? []
    return found.length > 0 ? found : null
  }
  const { from, target } = decision
  const parts = decision.kind === 'quote' ? { cue: left(decision.cue), source: left(decision.source) } : {}
  return { ...decision, ...parts, ...(from && { from: suggestionLeft(from) }) }

  /** A suggestion that is nowhere was where the decision is. */
  function suggestionLeft(suggestion: Suggestion): Suggestion {
    if (suggestion.about === 'mention')
      return lost.has(suggestion.span) && target[0] ? { ...suggestion, span: target[0] } : suggestion
    return {
      ...suggestion,
      content: left(suggestion.content) ?? target,
      cue: left(suggestion.cue),
      source: left(suggestion.source)
    }
  }
}
