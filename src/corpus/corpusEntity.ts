import type { EntityType } from '../analysis'
import type { CorpusEntity, SpokenQuote } from './corpus'
import { entityId } from './entityIds'
import { isAttitude } from './quoteFingerprints'
import { corpusId, type EntitySummary } from './summary'

/** Makes one entity of the articles' that are the same. The id is its key, of namesakes with the first article. */
export function corpusEntity(members: readonly EntitySummary[], taken: Set<string>): CorpusEntity {
  const first = members[0]!
  const best = bestNamed(members)
  const own = corpusId(best)
  const id = taken.has(own) ? `${own} (${first.summary.id} ${entityId(first.number)})` : own
  taken.add(id)
  return {
    id,
    name: best.traits.name,
    type: commonestType(members),
    named: first.traits.named,
    members: members.map(({ summary, number }) => ({ article: summary.id, entity: entityId(number) })),
    quotes: quotesOf(members)
  }
}

/** Who has the name that most articles use, short forms aside; of equals the longer, then the first. */
function bestNamed(members: readonly EntitySummary[]): EntitySummary {
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
  // Exactly as long as it is: what grows keeps room for more.
  return quotes.slice()
}

const none: readonly never[] = []
