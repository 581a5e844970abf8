import type { CorpusEntity, EntityReference, SpokenQuote } from './corpus'
import { entityId } from './entityIds'
import { identityId } from './entityKey'
import { entityTally, type EntityTally, type MemberPlace } from './entityTally'
import { isAttitude } from './quoteFingerprints'
import { corpusId, idInBucket, type EntitySummary } from './summary'

/**
 * Makes one corpus entity of members that are the same, in order of article. Its id is the key of its name; when
 * `usedIds` already has that (two people of one name), the first member is added to it. The new id is added to
 * `usedIds`.
 */
export function corpusEntity(members: readonly EntitySummary[], usedIds: Set<string>): CorpusEntity {
  const first = members[0]!
  const tally = tallyOf(members)
  const baseId = members.length === 1 ? corpusId(first) : idInBucket(tally.best())
  return {
    id: unusedId(baseId, { article: first.summary.id, number: first.number }, usedIds),
    name: tally.best().name,
    type: tally.type(),
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
  const tally = tallyOf(members.filter(({ traits }) => traits.identity === identity))
  return {
    id: identityId(identity),
    name: tally.best().name,
    type: tally.type(),
    named: members.some(({ traits }) => traits.named),
    identity,
    members: referencesTo(members),
    quotes: quotesOf(members)
  }
}

/** The id, with the first member added when it is used; the new one is added to `usedIds`. */
export function unusedId(baseId: string, { article, number }: MemberPlace, usedIds: Set<string>): string {
  const id = usedIds.has(baseId) ? `${baseId} (${article} ${entityId(number)})` : baseId
  usedIds.add(id)
  return id
}

function tallyOf(members: readonly EntitySummary[]): EntityTally {
  const tally = entityTally()
  for (const { summary, number, traits } of members) tally.add(traits, { article: summary.id, number })
  return tally
}

function referencesTo(members: readonly EntitySummary[]): readonly EntityReference[] {
  return members.map(({ summary, number }) => ({ article: summary.id, entity: entityId(number) }))
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
