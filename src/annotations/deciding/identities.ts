import type { Decision, DecisionContent, Identity } from '../decision'
import type { Edit } from '../step'
import { changes, type Changes } from './changes'
import type { Deciding } from './facts'
import { decideIdentity, identityOf, identityOfWho, putIdentity, type Who } from './naming'

/**
 * Makes an entity of the article one with somebody else. `elsewhere` are the annotator's other articles: where it had an
 * identity, all that was decided for that identity follows.
 */
export function mergeEntities(
  deciding: Deciding,
  id: string,
  into: Who,
  elsewhere: readonly Deciding[] = []
): readonly Edit[] {
  const made = changes()
  const entity = deciding.article.analysis.entities.find((one) => one.id === id)
  if (!entity || (into.kind === 'entity' && into.id === id)) return []
  const who = identityOfWho(made, deciding, into)
  if (!who || who.iri === entity.identity) return []
  if (entity.identity !== undefined) {
    for (const place of [deciding, ...elsewhere]) giveIdentity(made, place, entity.identity, who)
    keepAddresses(made, deciding, entity.identity, who)
  }
  decideIdentity(made, deciding, entity, who)
  return made.edits()
}

/** Says who a mention is without its entity: alone, with only the pronouns and descriptions that speak of it. */
export function splitMention(deciding: Deciding, index: number, into: Who): readonly Edit[] {
  const made = changes()
  const who = identityOfWho(made, deciding, into)
  if (!who || !deciding.article.analysis.mentions[index]) return []
  putIdentity(made, deciding, { about: 'mention', index }, { who, alone: true })
  return made.edits()
}

/** Gives an entity another name, everywhere. Without a project the name is kept with who it is in this article. */
export function renameEntity(deciding: Deciding, id: string, name: string): readonly Edit[] {
  const made = changes()
  const entity = deciding.article.analysis.entities.find((one) => one.id === id)
  if (!entity || entity.name === name) return []
  if (deciding.folder === undefined) {
    const { iri, type } = entity.identity
      ? { iri: entity.identity, type: entity.type }
      : { iri: deciding.tools.newIri(), type: entity.type }
    decideIdentity(made, deciding, entity, { iri, name, type })
    return made.edits()
  }
  const { iri, type } = identityOf(made, deciding, entity)
  made.register(deciding, { iri, name, type })
  return made.edits()
}

/**
 * Says at which address an entity is described. Of one without an identity the address is its identity, so that all who link it
 * there mean the same; another one keeps its identity and has the address beside it.
 */
export function linkEntity(deciding: Deciding, id: string, address: string): readonly Edit[] {
  const made = changes()
  const { project, article, folder } = deciding
  const entity = article.analysis.entities.find((one) => one.id === id)
  if (!entity) return []
  const { name, type, identity } = entity
  const known = project.entities.find(({ iri, same }) => iri === address || same?.includes(address))
  if (identity === undefined) {
    decideIdentity(made, deciding, entity, { iri: known?.iri ?? address, name: known?.name ?? name, type })
    return made.edits()
  }
  if (identity === address) return []
  const registered = project.entities.find(({ iri }) => iri === identity)
  const same = [...(registered?.same ?? []).filter((one) => one !== address), address]
  if (folder === undefined) giveIdentity(made, deciding, identity, { iri: address, name, type })
  else made.register(deciding, { iri: identity, name: registered?.name ?? name, type, same })
  return made.edits()
}

/** Decides anew, as somebody else, whatever the annotator decided for an identity. */
function giveIdentity(made: Changes, place: Deciding, iri: string, who: Identity): void {
  const placed = new Map(place.article.decided?.decisions.map(({ decision }) => [decision.id, decision]))
  for (const kept of place.own) {
    const decision = placed.get(kept.id) ?? kept
    if (!('who' in decision) || decision.who?.iri !== iri) continue
    const { target, from } = decision
    made.put(place, withIdentity(decision, who), { target, ...(from && { from }) }, decision)
  }
}

function withIdentity(decision: Decision, who: Identity): DecisionContent {
  if (decision.kind === 'mention') return { kind: 'mention', type: decision.type, acting: decision.acting, who }
  if (decision.kind === 'identity') return { kind: 'identity', who, ...(decision.alone && { alone: true }) }
  return { kind: 'speaker', who }
}

/** The addresses of who was merged are addresses of who is left. */
function keepAddresses(made: Changes, deciding: Deciding, from: string, { iri, name, type }: Identity): void {
  const { entities } = deciding.project
  const merged = entities.find((entity) => entity.iri === from)
  const left = entities.find((entity) => entity.iri === iri)
  const own = from.startsWith('urn:uuid:') ? [] : [from]
  const same = [...new Set([...(left?.same ?? []), ...(merged?.same ?? []), ...own])].filter((one) => one !== iri)
  if (same.length > (left?.same?.length ?? 0)) made.register(deciding, { iri, name: left?.name ?? name, type, same })
}
