import { firstIndex } from '../util/binarySearch'
import type { Corpus, CorpusEntity, CorpusSuggestion } from './corpus'
import { corpusEntity } from './corpusEntity'
import { corpusMembers } from './corpusMembers'
import { disambiguate } from './disambiguate'
import { entityNumber } from './entityIds'
import { corpusOf } from './linkedCorpus'
import { orderedByArticle } from './orderedByArticle'
import { isAttitude } from './quoteFingerprints'
import { reuseIndex } from './reuseIndex'
import { corpusId, type ArticleSummary, type EntitySummary, type EntityTraits } from './summary'

/** Articles that come, change and go, and the corpus that they make. A change costs what it touches, not the whole folder. */
export interface CorpusIndex {
  /** Adds an article, or replaces the one of the same name. */
  put(summary: ArticleSummary): void
  /** Forgets an article; nothing happens when there is none of that name. */
  remove(article: string): void
  /** Does in small steps what `corpus` would do at once, for a host that has keystrokes to serve in between. */
  prepare(): Generator<undefined, void, undefined>
  /** The corpus of all articles at this moment: the same for the same articles, in whatever order they came. */
  corpus(): Corpus
}

/** All that could be the same: in order of article and entity. */
type Bucket = EntitySummary[]

export function corpusIndex(): CorpusIndex {
  const summaries = new Map<string, ArticleSummary>()
  const buckets = new Map<string, Bucket>()
  const suggested = new Map<string, Bucket>()
  /** Entities that are never the same as another: no bucket for each of them. */
  const alone = new Map<EntitySummary, CorpusEntity>()
  const changed = new Set<string>()
  const entitiesOf = new Map<string, readonly CorpusEntity[]>()
  const inOrder = orderedByArticle<CorpusEntity>(({ members }) => entityNumber(members[0]!.entity))
  const members = corpusMembers()
  const reuse = reuseIndex()
  let ordered: readonly string[] | undefined

  function* settle(): Generator<undefined, void, undefined> {
    for (const key of changed) {
      yield
      // At a pause somebody else may have done it.
      if (!changed.delete(key)) continue
      for (const entity of entitiesOf.get(key) ?? []) inOrder.remove(entity.members[0]!.article, entity)
      const bucket = buckets.get(key)
      if (!bucket) {
        entitiesOf.delete(key)
        continue
      }
      const taken = new Set<string>()
      const entities = disambiguate(bucket).map((same) => corpusEntity(same, taken))
      for (const entity of entities) show(entity)
      entitiesOf.set(key, entities)
    }
    yield* reuse.prepare()
  }

  function show(entity: CorpusEntity): void {
    inOrder.add(entity.members[0]!.article, entity)
    members.add(entity)
  }

  function forget(article: string): void {
    const known = summaries.get(article)
    if (!known) return
    summaries.delete(article)
    ordered = undefined
    reuse.remove(known)
    for (const entity of known.entities) leave(entity)
  }

  function enter(entity: EntitySummary): void {
    const { bucket } = entity.traits.key
    if (bucket === null) {
      const own = corpusEntity([entity], new Set())
      alone.set(entity, own)
      show(own)
    } else {
      changed.add(bucket)
      insert(buckets, bucket, entity)
    }
    if (isSpecificDescription(entity)) insert(suggested, descriptionOf(entity), entity)
  }

  function leave(entity: EntitySummary): void {
    const { bucket } = entity.traits.key
    members.remove(entity.summary.id, entity.number)
    if (bucket === null) {
      const own = alone.get(entity)
      if (own) inOrder.remove(entity.summary.id, own)
      alone.delete(entity)
    } else {
      changed.add(bucket)
      erase(buckets, bucket, entity)
    }
    if (isSpecificDescription(entity)) erase(suggested, descriptionOf(entity), entity)
  }

  /** Of a description: it has an entity of its own, and its id is known. */
  const idOf = (entity: EntitySummary) => alone.get(entity)?.id ?? corpusId(entity)

  function followAlone(before: EntitySummary, entity: EntitySummary): void {
    const own = alone.get(before)
    alone.delete(before)
    if (own) alone.set(entity, own)
  }

  /** Replaces what changed in an article and keeps the rest, so that an edit regroups only the buckets that it touches. */
  function replace(known: ArticleSummary, summary: ArticleSummary): void {
    reuse.remove(known)
    reuse.add(summary)
    const sameCompany = equalLists(known.company, summary.company)
    const before = new Map(known.entities.map((entity) => [entity.number, entity]))
    for (const entity of summary.entities) {
      const same = before.get(entity.number)
      if (!same || !isUnchanged(same, entity) || !(sameCompany || matchesByNameOnly(entity))) continue
      before.delete(entity.number)
      const { bucket } = entity.traits.key
      if (bucket !== null) follow(buckets.get(bucket), same, entity)
      else followAlone(same, entity)
      if (isSpecificDescription(entity)) follow(suggested.get(descriptionOf(entity)), same, entity)
    }
    const kept = new Set(known.entities.filter(({ number }) => !before.has(number)).map(({ number }) => number))
    for (const entity of before.values()) leave(entity)
    for (const entity of summary.entities) if (!kept.has(entity.number)) enter(entity)
  }

  return {
    put(summary) {
      const known = summaries.get(summary.id)
      summaries.set(summary.id, summary)
      if (known) return replace(known, summary)
      ordered = undefined
      reuse.add(summary)
      for (const entity of summary.entities) enter(entity)
    },
    remove: forget,
    prepare: settle,
    corpus() {
      for (const step of settle()) void step
      ordered ??= [...summaries.keys()].sort()
      const entities = inOrder.list(ordered)
      const parts = { entities, reuse: reuse.groups(ordered), suggestions: suggestions(suggested, idOf) }
      return corpusOf(parts, members.of(entities))
    }
  }
}

/** Only a description of somebody quoted is worth a suggestion: "a senior harbour official", not "an aide". */
function isSpecificDescription({ traits: { key, type }, quotes }: EntitySummary): boolean {
  return key.bucket === null && quotes.length > 0 && key.words.length > 2 && (type === 'person' || type === 'group')
}

function descriptionOf({ traits: { key } }: EntitySummary): string {
  return key.words.join(' ')
}

function suggestions(
  suggested: ReadonlyMap<string, Bucket>,
  idOf: (entity: EntitySummary) => string
): readonly CorpusSuggestion[] {
  const found: CorpusSuggestion[] = []
  for (const bucket of suggested.values()) {
    if (bucket.length < 2 || bucket[0]!.summary === bucket.at(-1)!.summary) continue
    found.push({ rule: 'same-description', entities: bucket.map(idOf) })
  }
  return found.sort((a, b) => (a.entities[0]! < b.entities[0]! ? -1 : 1))
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

/** Puts an entity in the place of the same one of the article's version before. */
function follow(bucket: Bucket | undefined, before: EntitySummary, entity: EntitySummary): void {
  const at = bucket ? placeOf(bucket, before) : 0
  if (bucket?.[at] === before) bucket[at] = entity
}

/** Where an entity stands in a bucket, or would stand. */
function placeOf(bucket: Bucket, { summary: { id }, number }: EntitySummary): number {
  return firstIndex(bucket.length, (index) => {
    const other = bucket[index]!
    return other.summary.id > id || (other.summary.id === id && other.number >= number)
  })
}

/** Whether the name alone decides who it is, so that a change of the names beside it matters nothing. */
function matchesByNameOnly({ traits: { type, key } }: EntitySummary): boolean {
  return type !== 'person' && !key.short
}

function isUnchanged(a: EntitySummary, b: EntitySummary): boolean {
  return (
    equalTraits(a.traits, b.traits) &&
    // Who is the same as nobody else is named after those of the same description before, which may have changed.
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
