import type { Steps } from '../util/steps'
import { compactEntities, firstMember } from './compactEntities'
import type { CorpusEntity, CorpusParts } from './corpus'
import { corpusEntity, identityEntity } from './corpusEntity'
import { disambiguate } from './disambiguate'
import { entityNumber } from './entityIds'
import { identityMembers, identityOf, type IdentityMembers } from './identityMembers'
import { descriptionToCompare, suggestionsOf, type Described } from './sameDescriptions'
import type { ArticleSummary, EntitySummary } from './summary'

/** Entities that are made between two pauses. */
const entitiesAtOnce = 100

/**
 * Who is who in articles that come once, in order of their ids: the same as `entityIndex` finds, which keeps all that it needs to follow
 * changes. Here what an article says of somebody is forgotten as soon as the entities are made of it.
 */
export function* linkEntities(
  summaries: Iterable<ArticleSummary>
): Steps<Pick<CorpusParts, 'entities' | 'suggestions'>> {
  const entities: CorpusEntity[] = []
  const compact = compactEntities()
  const buckets = new Map<string, EntitySummary[]>()
  const described = new Map<string, Described[]>()
  for (const summary of summaries) {
    const alone = { ...summary, entities: [] } // else one entity that waits in its bucket would hold all the others
    for (const entity of summary.entities) {
      const { bucket } = entity.traits.key
      if (bucket !== null) {
        push(buckets, bucket, { ...entity, summary: alone })
        continue
      }
      const own = compact(corpusEntity([entity], new Set()))
      entities.push(own)
      const description = descriptionToCompare(entity)
      if (description !== undefined) push(described, description, { article: summary.id, id: own.id })
    }
    yield
  }
  const identities = identityMembers()
  for (const [key, bucket] of buckets) {
    buckets.delete(key)
    yield* linkBucket(key, bucket, identities, (entity) => entities.push(compact(entity)))
  }
  for (const identity of identities.changed()) entities.push(compact(identityEntity(identity, identities.of(identity))))
  return { entities: entities.sort(byFirstMember), suggestions: suggestionsOf(described.values()) }
}

/** Adds the entities of a bucket; who has an identity waits for its members in other buckets. */
function* linkBucket(
  key: string,
  bucket: readonly EntitySummary[],
  identities: IdentityMembers,
  add: (entity: CorpusEntity) => void
): Steps<void> {
  const taken = new Set<string>()
  const identified = new Map<string, readonly EntitySummary[]>()
  for (const [at, same] of (yield* disambiguate(bucket)).entries()) {
    if (at % entitiesAtOnce === entitiesAtOnce - 1) yield
    const identity = identityOf(same)
    if (identity === null) add(corpusEntity(same, taken))
    else identified.set(identity, same)
  }
  identities.put(key, identified)
  yield
}

function byFirstMember(one: CorpusEntity, other: CorpusEntity): number {
  const a = firstMember(one)
  const b = firstMember(other)
  if (a.article !== b.article) return a.article < b.article ? -1 : 1
  return entityNumber(a.entity) - entityNumber(b.entity)
}

function push<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}
