import { lastSpeaker, type Sieve } from '../discourse'
import { isDefinite } from './definiteDescription'

const messages = new Set(['statement', 'message', 'press-release'])

/** "the message said", "the statement added": a document that speaks for whoever spoke last and sent it. */
export const documentOfBody: Sieve = {
  rule: 'document-of-body',
  confidence: 0.75,
  resolve(reference, _index, discourse) {
    const { phrase } = reference
    if (!phrase?.sense || !messages.has(phrase.sense.family) || !isDefinite(phrase) || phrase.anchor) return null
    return lastSpeaker(discourse, (actor) => !actor.document, 3)
  }
}
