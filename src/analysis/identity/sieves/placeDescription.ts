import type { PlaceRecord } from '../../analysis'
import { final, type Actor, type Discourse, type Sieve } from '../discourse'
import { isDefinite } from './definiteDescription'

/** "the territory", "the country": the place of that kind that the text named last. */
export const placeDescription: Sieve = {
  rule: 'place-description',
  confidence: 0.6,
  resolve(reference, _index, discourse) {
    const { phrase } = reference
    if (
      phrase?.sense?.kind !== 'place' ||
      phrase.sense.number !== 'one' ||
      !isDefinite(phrase) ||
      (phrase.anchor && phrase.anchor.relation !== 'attributive')
    )
      return null
    const { resolved, references } = discourse
    for (let at = resolved.length - 1; at >= 0 && at > resolved.length - 25; at--) {
      const actor = resolved[at] ? final(resolved[at]!) : null
      if (references[at]!.sentence < reference.sentence - 3) return null
      if (actor?.type === 'place' && actor.chain && mayBe(actor, phrase.sense.family, discourse)) return actor
    }
    return null
  }
}

/** Of a place that the gazetteer does not know anything may be said but that it is a country. */
function mayBe(actor: Actor, family: string, { placeKind }: Discourse): boolean {
  const kinds = kindsOf[family]
  const kind = placeKind(actor)
  return kind === null
    ? family !== 'country' && family !== 'kingdom' && family !== 'republic'
    : kinds === undefined || kinds.includes(kind)
}

const kindsOf: Readonly<Record<string, readonly PlaceRecord['kind'][]>> = {
  country: ['country'],
  kingdom: ['country'],
  republic: ['country'],
  state: ['region', 'country'],
  city: ['city', 'capital'],
  province: ['region'],
  region: ['region'],
  territory: ['region'],
  district: ['region', 'city']
}
