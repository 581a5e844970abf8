import { decisionKey, type Decision, type Identity } from '../../annotations'
import type { PlacedDraft } from './placeDrafts'

/**
 * Files that are imported again speak of the same people as before: where the layer says of the same words that they are somebody of
 * the same name, the imported identity (by its IRI) is that one. Identities that have an address stay who they are.
 */
export function knownIdentities(
  articles: Iterable<{ readonly drafts: readonly PlacedDraft[]; readonly layer: readonly Decision[] }>
): ReadonlyMap<string, Identity> {
  const known = new Map<string, Identity>()
  for (const { drafts, layer } of articles) {
    const byKey = new Map(layer.map((decision) => [decisionKey(decision), decision]))
    for (const { decision } of drafts) {
      const who = whoOf(decision)
      const before = who && byKey.get(decisionKey(decision))
      const same = before && whoOf(before)
      if (who?.iri.startsWith('urn:uuid:') && same && same.name === who.name && !known.has(who.iri))
        known.set(who.iri, same)
    }
  }
  return known
}

export function withIdentity(decision: Decision, identities: ReadonlyMap<string, Identity>): Decision {
  const who = whoOf(decision)
  const known = who && identities.get(who.iri)
  return known ? ({ ...decision, who: { ...who, iri: known.iri } } as Decision) : decision
}

function whoOf(decision: Decision): Identity | undefined {
  return 'who' in decision && decision.who !== null ? decision.who : undefined
}
