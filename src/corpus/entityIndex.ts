import { firstIndex } from '../util/binarySearch'
import { compactEntities, firstMember } from './compactEntities'
import type { CorpusEntity, CorpusParts } from './corpus'
import { corpusEntity, identityEntity } from './corpusEntity'
import { corpusMembers, type MembersByArticle } from './corpusMembers'
import { disambiguate } from './disambiguate'
import { entityNumber } from './entityIds'
import { identityMembers, identityOf } from './identityMembers'
import { orderedByArticle } from './orderedByArticle'
import { isAttitude } from './quoteFingerprints'
import { descriptionToCompare, suggestionsOf, type Described } from './sameDescriptions'
import { corpusId, type ArticleSummary, type EntitySummary, type EntityTraits } from './summary'
import type { Steps } from '../util/steps'

/** Who is who in articles that are added, changed and removed. A change costs time for what it affects, not for the whole folder. */
export interface EntityIndex {
  /** Adds an article, or replaces the one of the same id, which it gives. Of the fingerprints only the columns matter (`withoutRuns`). */
  put(summary: ArticleSummary): ArticleSummary | undefined
  /** Removes an article, by its id, and gives it; does nothing when there is none. */
  remove(article: string): ArticleSummary | undefined
  /** Does the work of `linked` in small steps, so that the caller can pause between them to stay responsive. */
  prepare(): Steps<void>
  /** Those of all articles at this moment: the same for the same articles, whatever order they were put in. */
  linked(): LinkedEntities
}

export interface LinkedEntities extends Pick<CorpusParts, 'entities' | 'suggestions'> {
  /** The ids of all articles, in order. */
  readonly articles: readonly string[]
  /** For `corpusOf`. */
  readonly members: () => MembersByArticle
}

/** Entities that are made between two pauses. */
const entitiesAtOnce = 100

/** Entities that could be the same (`EntityKey.bucket`), in order of article and entity number. */
type Bucket = EntitySummary[]

export function entityIndex(): EntityIndex {
  const summaries = new Map<string, ArticleSummary>()
  const buckets = new Map<string, Bucket>()
  /** Unnamed sources by their description, as candidates for suggestions. */
  const byDescription = new Map<string, Bucket>()
  /** Entities that are never the same as another, and so need no bucket, each with its own corpus entity. */
  const unlinked = new Map<EntitySummary, CorpusEntity>()
  /** Keys of the buckets to be grouped again, each with the number of its last change. */
  const changed = new Map<string, number>()
  let changes = 0
  /** The corpus entities that each bucket was grouped into. */
  const entitiesOf = new Map<string, readonly CorpusEntity[]>()
  const identities = identityMembers()
  /** The corpus entity of each identity. */
  const identified = new Map<string, CorpusEntity>()
  const inOrder = orderedByArticle<CorpusEntity>((entity) => entityNumber(firstMember(entity).entity))
  const compact = compactEntities()
  const members = corpusMembers()
  let ordered: readonly string[] | undefined

  function* settle(): Steps<void> {
    while (changed.size > 0) for (const key of changed.keys()) yield* group(key)
    for (const identity of identities.changed()) identify(identity)
  }

  /** Groups a bucket again. During each pause another call may change the bucket, or group it: then this one gives up. */
  function* group(key: string): Steps<void> {
    yield
    const change = changed.get(key)
    const bucket = buckets.get(key)?.slice() ?? []
    const taken = new Set<string>()
    const entities: CorpusEntity[] = []
    const parts = new Map<string, readonly EntitySummary[]>()
    for (const [at, same] of (yield* disambiguate(bucket)).entries()) {
      if (at % entitiesAtOnce === entitiesAtOnce - 1) yield
      const identity = identityOf(same)
      if (identity === null) entities.push(compact(corpusEntity(same, taken)))
      else parts.set(identity, same)
    }
    if (change === undefined || changed.get(key) !== change) return
    changed.delete(key)
    identities.put(key, parts)
    for (const entity of entitiesOf.get(key) ?? []) inOrder.remove(firstMember(entity).article, entity)
    for (const entity of entities) publish(entity)
    if (bucket.length > 0) entitiesOf.set(key, entities)
    else entitiesOf.delete(key)
  }

  /** Makes the entity of an identity of its members in all buckets. */
  function identify(identity: string): void {
    const known = identified.get(identity)
    if (known) inOrder.remove(firstMember(known).article, known)
    identified.delete(identity)
    const same = identities.of(identity)
    if (same.length === 0) return
    const entity = compact(identityEntity(identity, same))
    identified.set(identity, entity)
    publish(entity)
  }

  function publish(entity: CorpusEntity): void {
    inOrder.add(firstMember(entity).article, entity)
    members.add(entity)
  }

  function forget(article: string): ArticleSummary | undefined {
    const known = summaries.get(article)
    if (!known) return undefined
    summaries.delete(article)
    ordered = undefined
    for (const entity of known.entities) removeEntity(entity)
    return known
  }

  function addEntity(entity: EntitySummary): void {
    const { bucket } = entity.traits.key
    if (bucket === null) {
      const own = compact(corpusEntity([entity], new Set()))
      unlinked.set(entity, own)
      publish(own)
    } else {
      changed.set(bucket, ++changes)
      insert(buckets, bucket, entity)
    }
    const description = descriptionToCompare(entity)
    if (description !== undefined) insert(byDescription, description, entity)
  }

  function removeEntity(entity: EntitySummary): void {
    const { bucket } = entity.traits.key
    members.remove(entity.summary.id, entity.number)
    if (bucket === null) {
      const own = unlinked.get(entity)
      if (own) inOrder.remove(entity.summary.id, own)
      unlinked.delete(entity)
    } else {
      changed.set(bucket, ++changes)
      erase(buckets, bucket, entity)
    }
    const description = descriptionToCompare(entity)
    if (description !== undefined) erase(byDescription, description, entity)
  }

  /** A description has an entity of its own, so that its id is known. */
  const idOf = (entity: EntitySummary) => unlinked.get(entity)?.id ?? corpusId(entity)

  function replaceUnlinked(before: EntitySummary, entity: EntitySummary): void {
    const own = unlinked.get(before)
    unlinked.delete(before)
    if (own) unlinked.set(entity, own)
  }

  /** Replaces only what changed in an article, so that an edit groups again only the buckets that it affects. */
  function replace(known: ArticleSummary, summary: ArticleSummary): void {
    const sameNames = equalLists(known.fullNames, summary.fullNames)
    const before = new Map(known.entities.map((entity) => [entity.number, entity]))
    for (const entity of summary.entities) {
      const same = before.get(entity.number)
      if (!same || !isUnchanged(same, entity) || !(sameNames || matchesByNameOnly(entity))) continue
      const { bucket } = entity.traits.key
      // What is known of an identity is made of summaries: these must be the new ones.
      if (bucket !== null && identities.has(bucket)) continue
      before.delete(entity.number)
      if (bucket !== null) replaceIn(buckets.get(bucket), same, entity)
      else replaceUnlinked(same, entity)
      const description = descriptionToCompare(entity)
      if (description !== undefined) replaceIn(byDescription.get(description), same, entity)
    }
    const kept = new Set(known.entities.filter(({ number }) => !before.has(number)).map(({ number }) => number))
    for (const entity of before.values()) removeEntity(entity)
    for (const entity of summary.entities) if (!kept.has(entity.number)) addEntity(entity)
  }

  return {
    put(summary) {
      const known = summaries.get(summary.id)
      summaries.set(summary.id, summary)
      if (known) replace(known, summary)
      else {
        ordered = undefined
        for (const entity of summary.entities) addEntity(entity)
      }
      return known
    },
    remove: forget,
    prepare: settle,
    linked() {
      for (const step of settle()) void step
      ordered ??= [...summaries.keys()].sort()
      const entities = inOrder.list(ordered)
      return {
        articles: ordered,
        entities,
        suggestions: suggestionsOf(describedIn(byDescription, idOf)),
        members: members.membersOf(entities)
      }
    }
  }
}

function* describedIn(
  byDescription: ReadonlyMap<string, Bucket>,
  idOf: (entity: EntitySummary) => string
): Generator<readonly Described[]> {
  for (const bucket of byDescription.values())
    if (bucket.length > 1) yield bucket.map((entity) => ({ article: entity.summary.id, id: idOf(entity) }))
}

function insert(index: Map<string, Bucket>, key: string, entity: EntitySummary): void {
  const bucket = index.get(key)
  if (bucket) bucket.splice(placeOf(bucket, entity), 0, entity)
  else index.set(key, [entity])
}

function erase(index: Map<string, Bucket>, key: string, entity: EntitySummary): void {
  const bucket = index.get(key)
  if (!bucket) return
  const at = placeOf(bucket, entity)
  if (bucket[at] === entity) bucket.splice(at, 1)
  if (bucket.length === 0) index.delete(key)
}

/** Replaces an entity of the article's previous version by the unchanged one of the new version, in the same place. */
function replaceIn(bucket: Bucket | undefined, before: EntitySummary, entity: EntitySummary): void {
  const at = bucket ? placeOf(bucket, before) : 0
  if (bucket?.[at] === before) bucket[at] = entity
}

/** The index of an entity in a bucket, or where it would be inserted. */
function placeOf(bucket: Bucket, { summary: { id }, number }: EntitySummary): number {
  return firstIndex(bucket.length, (index) => {
    const other = bucket[index]!
    return other.summary.id > id || (other.summary.id === id && other.number >= number)
  })
}

/** Whether the name alone decides what it is the same as, so that other names in the article make no difference. */
function matchesByNameOnly({ traits: { type, key } }: EntitySummary): boolean {
  return type !== 'person' && !key.short
}

/** Whether an entity of two versions of an article gives the same corpus entity. */
function isUnchanged(a: EntitySummary, b: EntitySummary): boolean {
  return (
    equalTraits(a.traits, b.traits) &&
    // The id of an unlinked entity counts the entities of the same description before it, which may have changed.
    (a.traits.key.bucket !== null || corpusId(a) === corpusId(b)) &&
    a.quotes.length === b.quotes.length &&
    a.quotes.every(
      (quote, index) =>
        quote === b.quotes[index] && isAttitude(a.summary.quotes, quote) === isAttitude(b.summary.quotes, quote)
    )
  )
}

function equalTraits(a: EntityTraits, b: EntityTraits): boolean {
  return (
    a === b ||
    (a.name === b.name &&
      a.type === b.type &&
      a.named === b.named &&
      a.identity === b.identity &&
      a.country === b.country &&
      a.gender === b.gender &&
      a.key.full === b.key.full &&
      a.key.bucket === b.key.bucket &&
      a.key.short === b.key.short &&
      equalLists(a.key.acronyms, b.key.acronyms) &&
      equalLists(a.descriptionWords, b.descriptionWords) &&
      equalLists(a.offices, b.offices) &&
      equalLists(a.nations, b.nations))
  )
}

function equalLists(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
