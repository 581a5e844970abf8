import type { PlaceRecord } from '../analysis'
import { prominence, type Gazetteer } from './gazetteer'

/**
 * The places that an article's place names most likely mean, the chosen one first and the alternatives after it.
 * A name that fits several places goes to the country that the article's other places speak of ("Tripoli" beside
 * "Beirut" is the Lebanese one). Keys are the names as given; unknown names get no entry.
 */
export function resolvePlaces(
  names: Iterable<string>,
  gazetteer: Gazetteer
): ReadonlyMap<string, readonly PlaceRecord[]> {
  const candidates = new Map<string, readonly PlaceRecord[]>()
  for (const name of names) {
    if (candidates.has(name)) continue
    const records = gazetteer.lookUp(name)
    if (records.length > 0) candidates.set(name, records)
  }
  const support = countrySupport(candidates.values())
  const resolved = new Map<string, readonly PlaceRecord[]>()
  for (const [name, records] of candidates) {
    const own = ownVote(records)
    const score = (place: PlaceRecord) => {
      const others = (support.get(place.country) ?? 0) - (place === own.place ? own.weight : 0)
      return Math.min(prominence(place), countryCeiling) + supportWeight * Math.min(Math.max(others, 0), 2)
    }
    resolved.set(
      name,
      [...records].sort((a, b) => score(b) - score(a))
    )
  }
  return resolved
}

// A country of the same name as a region or city (Georgia, Jordan) yields only to two supporting places.
const countryCeiling = 9
const supportWeight = 1.5

function countrySupport(all: Iterable<readonly PlaceRecord[]>): ReadonlyMap<string, number> {
  const support = new Map<string, number>()
  for (const records of all) {
    const { place, weight } = ownVote(records)
    if (place) support.set(place.country, (support.get(place.country) ?? 0) + weight)
  }
  return support
}

/** A name votes for the country of its first reading: fully when there is no other, half when there are. */
function ownVote(records: readonly PlaceRecord[]): {
  readonly place: PlaceRecord | undefined
  readonly weight: number
} {
  return { place: records[0], weight: records.length === 1 || records[0]?.kind === 'country' ? 1 : 0.5 }
}
