import { final, type Sieve } from '../discourse'
import { isDefinite } from './definiteDescription'

/** "the territory", "the country": the place that the text named last. */
export const placeDescription: Sieve = {
  rule: 'place-description',
  confidence: 0.6,
  resolve(reference, _index, { resolved, references }) {
    const { phrase } = reference
    if (phrase?.sense?.kind !== 'place' || phrase.sense.number !== 'one' || !isDefinite(phrase) || phrase.anchor?.relation === 'complement') return null
    for (let at = resolved.length - 1; at >= 0 && at > resolved.length - 25; at--) {
      const actor = resolved[at] ? final(resolved[at]!) : null
      if (references[at]!.sentence < reference.sentence - 3) return null
      if (actor?.type === 'place' && actor.chain) return actor
    }
    return null
  }
}
