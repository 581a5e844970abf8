import type { Mention } from '../../analysis'
import type { Claim } from './claims'
import { covers } from './places'

interface Event {
  readonly start: number
  readonly end: number
  readonly claim: Claim | undefined
  readonly suggestion: number
}

/**
 * The suggestions that give way to mentions that a person made, each with the one that it gives way to: those that cross it,
 * those of its span, what a name holds (a name is read as a whole), and the name of the same type that holds a name. Neither
 * suggestions nor made mentions cross among themselves. Linear after sorting.
 */
export function removedSuggestions(
  suggested: readonly Mention[],
  made: readonly Claim[],
  isKept: (suggestion: number) => boolean
): Map<number, Claim | undefined> {
  const removed = new Map<number, Claim | undefined>()
  if (made.length === 0) return removed
  const events: Event[] = made.map((claim) => ({ start: claim.start, end: claim.end, claim, suggestion: -1 }))
  suggested.forEach(({ start, end }, suggestion) => {
    if (!isKept(suggestion)) events.push({ start, end, claim: undefined, suggestion })
  })
  // Of one span, what a person made comes first, so that the suggestion is seen to lie in it.
  events.sort((a, b) => a.start - b.start || b.end - a.end || a.suggestion - b.suggestion)
  const claims: Claim[] = []
  const nameClaims: Claim[] = []
  const open: Event[] = []
  const openNames: Event[] = []
  for (const event of events) {
    for (const stack of [claims, nameClaims, open, openNames])
      while (stack.length > 0 && stack.at(-1)!.end <= event.start) stack.pop()
    const { claim } = event
    if (claim) {
      while (open.length > 0 && open.at(-1)!.end < claim.end) {
        const crossed = open.pop()!
        if (crossed.start < claim.start) removed.set(crossed.suggestion, claim)
      }
      for (const outer of openNames)
        if (claim.form === 'name' && covers(outer, claim) && suggested[outer.suggestion]!.type === claim.type)
          removed.set(outer.suggestion, removed.get(outer.suggestion) ?? claim)
      claims.push(claim)
      if (claim.form === 'name') nameClaims.push(claim)
      continue
    }
    const around = claims.at(-1)
    const name = nameClaims.at(-1)
    if (around && (around.end < event.end ? around.start < event.start : isSame(around, event)))
      removed.set(event.suggestion, around)
    else if (name && covers(name, event)) removed.set(event.suggestion, name)
    else {
      open.push(event)
      if (suggested[event.suggestion]!.form === 'name') openNames.push(event)
    }
  }
  return removed
}

function isSame(a: Claim, b: Event): boolean {
  return a.start === b.start && a.end === b.end
}
