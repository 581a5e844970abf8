import type { EntityType } from '../analysis'
import type { CorpusEntity, EntityReference, SpokenQuote } from './corpus'
import { entityId } from './entityIds'
import { identityId } from './entityKey'
import { isAttitude } from './quoteFingerprints'
import { corpusId, type EntitySummary } from './summary'

/**
 * Makes one corpus entity of members that are the same, in order of article. Its id is the key of its name; when
 * `usedIds` already has that (two people of one name), the first member is added to it. The new id is added to
 * `usedIds`.
 */
export function corpusEntity(members: readonly EntitySummary[], usedIds: Set<string>): CorpusEntity {
  const first = members[0]!
  const best = withBestName(members)
  const baseId = corpusId(best)
  const id = usedIds.has(baseId) ? `${baseId} (${first.summary.id} ${entityId(first.number)})` : baseId
  usedIds.add(id)
  return {
    id,
    name: best.traits.name,
    type: commonestType(members),
    named: first.traits.named,
    members: referencesTo(members),
    quotes: quotesOf(members)
  }
}

/**
 * Makes the corpus entity of an identity, of its members in order of article. Those of them that a person decided say what it is
 * called.
 */
export function identityEntity(identity: string, members: readonly EntitySummary[]): CorpusEntity {
  const decided = members.filter(({ traits }) => traits.identity === identity)
  return {
    id: identityId(identity),
    name: withBestName(decided).traits.name,
    type: commonestType(decided),
    named: members.some(({ traits }) => traits.named),
    identity,
    members: referencesTo(members),
    quotes: quotesOf(members)
  }
}

function referencesTo(members: readonly EntitySummary[]): readonly EntityReference[] {
  return members.map(({ summary, number }) => ({ article: summary.id, entity: entityId(number) }))
}

/**
 * A member with the name that most members have, not counting short forms; of equals the longest name, then the first.
 */
function withBestName(members: readonly EntitySummary[]): EntitySummary {
  const first = members[0]!
  if (members.length === 1) return first
  const forms = new Map<string, { readonly entity: EntitySummary; count: number }>()
  let last = { entity: first, count: 0 }
  forms.set(first.traits.name, last)
  for (const entity of members) {
    const { name } = entity.traits
    if (name !== last.entity.traits.name) {
      last = forms.get(name) ?? { entity, count: 0 }
      forms.set(name, last)
    }
    last.count++
  }
  let best: { readonly entity: EntitySummary; readonly count: number } | undefined
  for (const form of forms.values()) {
    const { key, name } = form.entity.traits
    const count = key.short || isAllCapitals(name) ? 0 : form.count
    if (!best || count > best.count || (count === best.count && name.length > best.entity.traits.name.length))
      best = { entity: form.entity, count }
  }
  return best!.entity
}

/** Short names in capitals are taken for acronyms. */
function isAllCapitals(name: string): boolean {
  return name.length < 6 && name === name.toUpperCase()
}

function commonestType(members: readonly EntitySummary[]): EntityType {
  const counts = { person: 0, organization: 0, group: 0, place: 0 }
  for (const { traits } of members) counts[traits.type]++
  return members.reduce(
    (best, { traits: { type } }) => (counts[type] > counts[best] ? type : best),
    members[0]!.traits.type
  )
}

function quotesOf(members: readonly EntitySummary[]): readonly SpokenQuote[] {
  if (members.every(({ quotes }) => quotes.length === 0)) return none
  const quotes: SpokenQuote[] = []
  for (const {
    summary: { id: article, quotes: fingerprints },
    quotes: spoken
  } of members)
    for (const quote of spoken)
      quotes.push(isAttitude(fingerprints, quote) ? { article, quote, attitude: true } : { article, quote })
  // A copy has no spare capacity, which an array that grew by `push` keeps.
  return quotes.slice()
}

const none: readonly never[] = []
