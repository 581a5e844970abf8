import type { EntityType } from '../analysis'
import type { Candidate } from './bearers'
import type { CorpusEntity, SpokenQuote } from './corpus'
import { isAttitude } from './quotePrints'
import { entityId, type EntitySummary } from './summary'

/** Makes one entity of the articles' that are the same. The id tells the name; of namesakes also the first article. */
export function corpusEntity(members: readonly Candidate[], taken: Set<string>): CorpusEntity {
  const { summary, entity } = members[0]!
  const best = bestNamed(members)
  const id = taken.has(best.key.full) ? `${best.key.full} (${summary.article} ${entityId(entity.number)})` : best.key.full
  taken.add(id)
  return {
    id,
    name: best.name,
    type: commonestType(members),
    named: entity.named,
    members: members.map((member) => ({ article: member.summary.article, entity: entityId(member.entity.number) })),
    quotes: quotesOf(members)
  }
}

/** Who has the name that most articles use, short forms aside; of equals the longer, then the first. */
function bestNamed(members: readonly Candidate[]): EntitySummary {
  const first = members[0]!.entity
  if (members.length === 1) return first
  const forms = new Map<string, { readonly entity: EntitySummary; count: number }>()
  let last = { entity: first, count: 0 }
  forms.set(first.name, last)
  for (const { entity } of members) {
    if (entity.name !== last.entity.name) {
      last = forms.get(entity.name) ?? { entity, count: 0 }
      forms.set(entity.name, last)
    }
    last.count++
  }
  let best: { readonly entity: EntitySummary; readonly count: number } | undefined
  for (const form of forms.values()) {
    const count = form.entity.key.short || isAllCapitals(form.entity.name) ? 0 : form.count
    if (!best || count > best.count || (count === best.count && form.entity.name.length > best.entity.name.length)) best = { entity: form.entity, count }
  }
  return best!.entity
}

function isAllCapitals(name: string): boolean {
  return name.length < 6 && name === name.toUpperCase()
}

function commonestType(members: readonly Candidate[]): EntityType {
  const counts = { person: 0, organization: 0, group: 0, place: 0 }
  for (const { entity } of members) counts[entity.type]++
  return members.reduce((best, { entity }) => (counts[entity.type] > counts[best] ? entity.type : best), members[0]!.entity.type)
}

function quotesOf(members: readonly Candidate[]): readonly SpokenQuote[] {
  const quotes: SpokenQuote[] = []
  for (const { summary: { article, quotes: prints }, entity } of members) for (const quote of entity.quotes) quotes.push(isAttitude(prints, quote) ? { article, quote, attitude: true } : { article, quote })
  return quotes
}
