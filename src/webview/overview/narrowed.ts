import { conditionsOf, withCondition } from '../../util/filterQuery'

/** A filter that a mark's conditions narrow: they take the place of others of the same field. `words` are looked for besides. */
export function narrowed(filter: string, conditions: readonly string[], words = ''): string {
  const fields = new Set(conditions.map(fieldOf))
  const others = conditionsOf(filter).filter((known) => fields.has(fieldOf(known)) && !conditions.includes(known))
  const wider = others.reduce(withCondition, filter)
  const narrower = conditions.reduce(
    (typed, wanted) => (conditionsOf(typed).includes(wanted) ? typed : withCondition(typed, wanted)),
    wider
  )
  const known = wordsOf(narrower)
  return known.includes(words) ? narrower : `${narrower} ${words}`.trim()
}

/** Narrowed, or without the conditions where it has them all. */
export function toggled(filter: string, conditions: readonly string[]): string {
  const known = conditionsOf(filter)
  return conditions.every((wanted) => known.includes(wanted))
    ? conditions.reduce(withCondition, filter)
    : narrowed(filter, conditions)
}

/** What a filter has beside its conditions. */
export function wordsOf(filter: string): string {
  return conditionsOf(filter).reduce(withCondition, filter).trim()
}

function fieldOf(condition: string): string {
  return condition.slice(0, condition.indexOf(':')).toLowerCase()
}
