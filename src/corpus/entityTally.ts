import type { EntityType } from '../analysis'
import type { EntityTraits } from './summary'

/** Where a member is: an article's id, and the number of the entity in it. */
export interface MemberPlace {
  readonly article: string
  readonly number: number
}

/** What members of one entity are called, and of which type: the same in whatever order they are added. */
export interface EntityTally {
  add(traits: TalliedTraits, place: MemberPlace): void
  /** The name that most members have, not counting short forms; of equals the longest, then the first. There must be a member. */
  best(): TalliedTraits
  /** The commonest type; of equals that of the first member. */
  type(): EntityType
}

export type TalliedTraits = Pick<EntityTraits, 'name' | 'type' | 'named' | 'identity' | 'key'>

interface Counted {
  count: number
  /** Of the first member that has it. */
  traits: TalliedTraits
  place: MemberPlace
}

export function entityTally(): EntityTally {
  const forms = new Map<string, Counted>()
  const types = new Map<EntityType, Counted>()
  return {
    add(traits, place) {
      count(forms, traits.name, traits, place)
      count(types, traits.type, traits, place)
    },
    best: () => first(forms, isBetterName).traits,
    type: () => first(types, (a, b) => a.count - b.count).traits.type
  }
}

/** Whether a place is before another: by article, then by number. */
export function isBefore(a: MemberPlace, b: MemberPlace): boolean {
  return a.article === b.article ? a.number < b.number : a.article < b.article
}

function count<Key>(counts: Map<Key, Counted>, key: Key, traits: TalliedTraits, place: MemberPlace): void {
  const known = counts.get(key)
  if (!known) {
    counts.set(key, { count: 1, traits, place })
    return
  }
  known.count++
  if (!isBefore(place, known.place)) return
  known.traits = traits
  known.place = place
}

/** The best; of equals the one that comes first in the articles. */
function first<Key>(counts: ReadonlyMap<Key, Counted>, compare: (a: Counted, b: Counted) => number): Counted {
  return [...counts.values()].reduce((best, other) => {
    const order = compare(other, best)
    return order > 0 || (order === 0 && isBefore(other.place, best.place)) ? other : best
  })
}

function isBetterName(a: Counted, b: Counted): number {
  return fullCount(a) - fullCount(b) || a.traits.name.length - b.traits.name.length
}

function fullCount({ traits: { key, name }, count }: Counted): number {
  return key.short || isAllCapitals(name) ? 0 : count
}

/** Short names in capitals are taken for acronyms. */
function isAllCapitals(name: string): boolean {
  return name.length < 6 && name === name.toUpperCase()
}
