import type { AnalyzedText, Mention } from '../../analysis'
import type { Span } from '../../article'
import { sortInSteps } from '../../util/sortInSteps'
import type { Steps } from '../../util/steps'
import type { Decision, SuggestedMention } from '../decision'
import { nonCrossing } from './nonCrossing'
import { mentionsAt, placeKey, presentPieces } from './places'
import { byAge } from './rulings'
import type { HoldingDecisions } from './sortDecisions'
import { formOf, wordsAt } from './words'

/** A mention that a decision makes. */
export interface Claim extends Span {
  readonly type: Mention['type']
  readonly acting: boolean
  readonly form: Mention['form']
  /** The name of the entity that it was suggested for, where the decision is to keep that. */
  readonly entityName?: string
  readonly decision: Decision
  /** Suggestions that it stands for: the one that it answers, then those of the same span. */
  readonly answers: readonly number[]
}

export interface Claims {
  /** Suggestions that stay because of a decision on them. */
  readonly kept: ReadonlyMap<number, Decision>
  readonly made: readonly Claim[]
  readonly rejected: ReadonlySet<number>
}

/** Decisions that are looked at in one step. */
const decisionsPerStep = 500

/**
 * What the decisions on mentions claim. One that is about a suggestion which is not there any more makes the mention anew: what a
 * person decided does not go away with another version of the engine.
 */
export function* claimsOf(source: AnalyzedText, { mentions: rulings, identities }: HoldingDecisions): Steps<Claims> {
  const suggested = source.analysis.mentions
  const at = (span: Span) => mentionsAt(suggested, span)
  const rejected = new Set<number>()
  const claims: (
    Claim | { readonly keeps: number; readonly start: number; readonly end: number; readonly decision: Decision }
  )[] = []
  const answered = new Set<string>()
  let looked = 0

  for (const [key, decision] of rulings) {
    if (++looked % decisionsPerStep === 0) yield
    const same = at(spanOf(decision))
    if (decision.kind === 'reject') {
      for (const index of same) rejected.add(index)
      continue
    }
    const from = decision.from?.about === 'mention' ? decision.from : undefined
    if (decision.kind === 'mention') {
      const [place] = (from && presentPieces(source.text, [from.span])) ?? []
      const answer = place && best(source, at(place), from)
      if (place && placeKey([place]) !== key) answered.add(placeKey([place]))
      claims.push(claimOf(source, decision, decision, answer === undefined ? same : [answer, ...same]))
      continue
    }
    const kept = best(source, same, from)
    if (kept === undefined) {
      if (from) claims.push(claimOf(source, decision, from, []))
    } else if (from && (from.type !== suggested[kept]!.type || from.acting !== suggested[kept]!.acting))
      claims.push(claimOf(source, decision, from, same))
    else claims.push({ keeps: kept, ...spanOf(decision), decision })
  }
  for (const [key, decision] of identities) {
    if (++looked % decisionsPerStep === 0) yield
    if (rulings.has(key) || answered.has(key)) continue
    const from = decision.from?.about === 'mention' ? decision.from : undefined
    const kept = best(source, at(spanOf(decision)), from)
    if (kept === undefined) {
      const { type } = from ?? decision.who
      claims.push(claimOf(source, decision, { type, acting: from?.acting ?? false }, []))
    } else claims.push({ keeps: kept, ...spanOf(decision), decision })
  }

  yield
  // Of decided mentions that cross, the newest holds.
  const apart = nonCrossing(claims)
  const kept = new Map<number, Decision>()
  const made: Claim[] = []
  for (const claim of yield* sortInSteps(claims, (a, b) => byAge(b.decision, a.decision))) {
    if (++looked % decisionsPerStep === 0) yield
    if (!apart.add(claim)) continue
    if ('keeps' in claim) kept.set(claim.keeps, claim.decision)
    else made.push(claim)
  }
  // An answer that was itself confirmed later stays.
  return {
    kept,
    rejected,
    made: made.map((claim) => ({
      ...claim,
      answers: claim.answers.filter((index) => {
        const other = kept.get(index)
        if (other && byAge(other, claim.decision) > 0) return false
        kept.delete(index)
        return true
      })
    }))
  }
}

function claimOf(
  source: AnalyzedText,
  decision: Decision,
  { type, acting, ...rest }: Pick<Claim, 'type' | 'acting'> | SuggestedMention,
  answers: readonly number[]
): Claim {
  const span = spanOf(decision)
  const suggested = source.analysis.mentions
  const same = answers.find((index) => suggested[index]!.start === span.start && suggested[index]!.end === span.end)
  const entityName = 'entity' in rest && decision.kind !== 'mention' ? rest.entity : undefined
  return {
    ...span,
    type,
    acting: type === 'place' && acting,
    form: same === undefined ? formOf(wordsAt(source, span)) : suggested[same]!.form,
    decision,
    answers: [...new Set(answers)],
    ...(entityName !== undefined && { entityName })
  }
}

/** Of suggestions of one span the one that a decision answers: of the entity and type that it names, else the first. */
function best(
  { analysis: { mentions, entities } }: AnalyzedText,
  indexes: readonly number[],
  from: SuggestedMention | undefined
): number | undefined {
  if (indexes.length < 2 || !from) return indexes[0]
  const nameOf = (index: number) => entities.find(({ id }) => id === mentions[index]!.entity)?.name
  return (
    indexes.find((index) => mentions[index]!.type === from.type && nameOf(index) === from.entity) ??
    indexes.find((index) => nameOf(index) === from.entity) ??
    indexes[0]
  )
}

function spanOf({ target }: Decision): Span {
  return { start: target[0]!.start, end: target[0]!.end }
}
