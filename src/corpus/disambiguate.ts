import type { Steps } from '../util/steps'
import { bucketHolders, candidateRound } from './bucketHolders'
import { namesBeside, type NameHolder } from './nameHolder'
import type { EntitySummary } from './summary'

/** Candidates between two pauses. */
const candidatesAtOnce = 100

/**
 * Divides a bucket's candidates into groups that are the same (`bucketHolders`), in small steps. The candidates are in order of article
 * and entity number, the groups in order of their first member, so that the same bucket always gives the same groups.
 */
export function* disambiguate(candidates: readonly EntitySummary[]): Steps<readonly (readonly EntitySummary[])[]> {
  if (candidates.length < 2) return candidates.length === 0 ? [] : [candidates]
  const bucket = bucketHolders()
  const holderOf = new Array<NameHolder>(candidates.length)
  for (const round of [0, 1, 2] as const) {
    for (const [order, { traits, summary }] of candidates.entries()) {
      if (order % candidatesAtOnce === candidatesAtOnce - 1) yield
      if (candidateRound(traits) !== round) continue
      holderOf[order] = bucket.join(traits, () => namesBeside(traits, summary.fullNames))
    }
  }
  const groups = new Map<NameHolder, EntitySummary[]>()
  for (const [order, candidate] of candidates.entries()) {
    const group = groups.get(holderOf[order]!)
    if (group) group.push(candidate)
    else groups.set(holderOf[order]!, [candidate])
  }
  return [...groups.values()]
}
