import type { Decision, DecisionKind, PlacedDecision, PlacementState, Project } from '../annotations'
import type { Span } from '../article'

/** A decision where it was found. */
export interface FoundDecision {
  /** The article's path as it was given, or below the folder that was given. */
  readonly article: string
  readonly annotator: string
  readonly placed: PlacedDecision
  readonly project: Pick<Project, 'codes' | 'entities'>
}

/** The shape of one element of `decisions --format json`. Every field is named: nothing else gets out. */
export interface ListedDecision {
  readonly article: string
  readonly annotator: string
  readonly id: string
  readonly kind: DecisionKind
  /** What was decided, in words: a type, a name, a code; null where `kind` says it all. */
  readonly value: string | null
  /** The address of who was named, or the id of the code. */
  readonly refersTo: string | null
  /** The words decided about; those it has now where they were edited. "" for the whole article. */
  readonly words: string
  readonly state: PlacementState
  /** Where its words are; null unless all of them have a place. */
  readonly spans: readonly (readonly [start: number, end: number])[] | null
  /** Where its first words may be that have no certain place, likeliest first. */
  readonly candidates: readonly (readonly [start: number, end: number])[]
  readonly created: string
  readonly modified: string | null
}

export function listedDecision({ article, annotator, placed, project }: FoundDecision): ListedDecision {
  const { decision, state, placements, isInText } = placed
  const target = placements.slice(0, decision.target.length)
  const spans = target.flatMap(({ span }) => (span ? [toPair(span)] : []))
  const unsure = placements.find(({ candidates }) => candidates.length > 0)
  return {
    article,
    annotator,
    id: decision.id,
    kind: decision.kind,
    ...contentOf(decision, project),
    words: decision.target.map(({ exact }) => exact).join(' \u2026 '),
    state,
    spans: isInText ? spans : null,
    candidates: unsure?.candidates.map(toPair) ?? [],
    created: decision.created,
    modified: decision.modified ?? null
  }
}

function contentOf(
  decision: Decision,
  { codes, entities }: FoundDecision['project']
): Pick<ListedDecision, 'value' | 'refersTo'> {
  const named = (who: { readonly iri: string; readonly name: string }) => ({
    value: entities.find(({ iri }) => iri === who.iri)?.name ?? who.name,
    refersTo: who.iri
  })
  switch (decision.kind) {
    case 'accept':
    case 'reject':
      return { value: decision.from?.about ?? null, refersTo: null }
    case 'mention':
      return {
        value: decision.acting ? `acting ${decision.type}` : decision.type,
        refersTo: decision.who?.iri ?? null
      }
    case 'identity':
      return named(decision.who)
    case 'speaker':
      return decision.who ? named(decision.who) : { value: 'nobody', refersTo: null }
    case 'quote':
      return { value: decision.quoteKind ? `${decision.quoteKind} ${decision.act}` : decision.act, refersTo: null }
    case 'code':
    case 'noCode':
      return { value: codes.find(({ id }) => id === decision.code)?.name ?? decision.code, refersTo: decision.code }
    case 'memo':
      return { value: decision.text, refersTo: null }
    case 'article':
      return { value: decision.isArticle ? 'yes' : 'no', refersTo: null }
  }
}

function toPair({ start, end }: Span): readonly [start: number, end: number] {
  return [start, end]
}
