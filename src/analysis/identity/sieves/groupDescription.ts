import { final, type Sieve } from '../discourse'
import { isDefinite } from './definiteDescription'

/** "the two men", "the candidates", "both": the people whom the text joined last. */
export const groupDescription: Sieve = {
  rule: 'group-description',
  confidence: 0.65,
  resolve(reference, _index, { byMembers, resolved }) {
    const { phrase, pronoun } = reference
    if (byMembers.size === 0) return null
    const asks = pronoun?.kind === 'each' || (phrase?.sense?.number === 'many' && phrase.sense.kind === 'person' && isDefinite(phrase) && !phrase.anchor)
    if (!asks) return null
    for (let at = resolved.length - 1; at >= 0 && at > resolved.length - 60; at--) {
      const actor = resolved[at] ? final(resolved[at]!) : null
      if (actor && actor.members.length > 1) return actor
    }
    return null
  }
}
