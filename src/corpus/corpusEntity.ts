import type { EntityType } from '../analysis'
import type { Candidate } from './bearers'
import type { CorpusEntity } from './corpus'

/** Makes one entity of the articles' that are the same. The id tells the name; of namesakes also the first article. */
export function corpusEntity(members: readonly Candidate[], taken: Set<string>): CorpusEntity {
  const { summary, entity } = members[0]!
  const best = bestNamed(members)
  const id = taken.has(best.key.full) ? `${best.key.full} (${summary.article} ${entity.reference.entity})` : best.key.full
  taken.add(id)
  return {
    id,
    name: best.name,
    type: members.length === 1 ? entity.type : commonest(members.map((member) => member.entity.type)),
    named: entity.named,
    members: members.map((member) => member.entity.reference),
    quotes: members.length === 1 ? entity.quotes : members.flatMap((member) => member.entity.quotes)
  }
}

/** Who has the name that most articles use, short forms aside; of equals the longer, then the first. */
function bestNamed(members: readonly Candidate[]): Candidate['entity'] {
  const first = members[0]!.entity
  if (members.length === 1) return first
  const counts = new Map<string, number>()
  for (const { entity } of members) counts.set(entity.name, (counts.get(entity.name) ?? 0) + (entity.key.short || isAllCapitals(entity.name) ? 0 : 1))
  let best = first
  for (const { entity } of members) {
    const more = counts.get(entity.name)! - counts.get(best.name)!
    if (more > 0 || (more === 0 && entity.name.length > best.name.length)) best = entity
  }
  return best
}

function isAllCapitals(name: string): boolean {
  return name.length < 6 && name === name.toUpperCase()
}

function commonest(types: readonly EntityType[]): EntityType {
  const counts = new Map<EntityType, number>()
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}
