import type { Decision } from '../decision'

/** Ascending: of two decisions that contradict each other, the one that comes last holds. */
export function byAge(a: Decision, b: Decision): number {
  return (
    compare(a.modified ?? a.created, b.modified ?? b.created) || compare(a.creator, b.creator) || compare(a.id, b.id)
  )
}

/** The decision of each key that holds. */
export function holdingByKey<Kind extends Decision>(
  decisions: Iterable<Kind>,
  keyOf: (decision: Kind) => string | null
): Map<string, Kind> {
  const holding = new Map<string, Kind>()
  for (const decision of decisions) {
    const key = keyOf(decision)
    if (key === null) continue
    const known = holding.get(key)
    if (!known || byAge(known, decision) < 0) holding.set(key, decision)
  }
  return holding
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
