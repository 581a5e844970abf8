import { tellApart } from './bearers'
import type { Corpus, CorpusEntity, CorpusSuggestion } from './corpus'
import { corpusEntity } from './corpusEntity'
import { homeShelf } from './homeShelf'
import { isAttitude } from './quotePrints'
import { reuseIndex } from './reuseIndex'
import { corpusId, entityNumber, type ArticleSummary, type EntitySummary, type EntityTraits } from './summary'

/** Articles that come, change and go, and the corpus that they make. A change costs what it touches, not the whole folder. */
export interface CorpusIndex {
  /** Adds an article, or replaces the one of the same name. */
  put(summary: ArticleSummary): void
  /** Forgets an article; nothing happens when there is none of that name. */
  remove(article: string): void
  /** Does in small steps what `corpus` would do at once, for a host that has keystrokes to serve in between. */
  prepare(): Generator<undefined, void, undefined>
  /** The corpus of all articles at this moment: the same for the same articles, however they came. */
  corpus(): Corpus
}

/** All that could be the same: in order of article and entity. */
type Bucket = EntitySummary[]

export function corpusIndex(): CorpusIndex {
  const summaries = new Map<string, ArticleSummary>()
  const buckets = new Map<string, Bucket>()
  const suggested = new Map<string, Bucket>()
  /** Who is the same as nobody: no bucket for each of them. */
  const alone = new Map<EntitySummary, CorpusEntity>()
  const changed = new Set<string>()
  const entitiesOf = new Map<string, readonly CorpusEntity[]>()
  const shelf = homeShelf<CorpusEntity>(({ members }) => entityNumber(members[0]!.entity))
  const reuse = reuseIndex()
  let ordered: readonly string[] | undefined

  function* settle(): Generator<undefined, void, undefined> {
    for (const key of changed) {
      yield
      // At a pause somebody else may have done it.
      if (!changed.delete(key)) continue
      for (const entity of entitiesOf.get(key) ?? []) shelf.take(entity.members[0]!.article, entity)
      const bucket = buckets.get(key)
      if (!bucket) {
        entitiesOf.delete(key)
        continue
      }
      const taken = new Set<string>()
      const entities = tellApart(bucket).map((members) => corpusEntity(members, taken))
      for (const entity of entities) shelf.put(entity.members[0]!.article, entity)
      entitiesOf.set(key, entities)
    }
    yield* reuse.tell()
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
      shelf.put(entity.summary.article, own)
    } else {
      changed.add(bucket)
      insert(buckets, bucket, entity)
    }
    if (isTelling(entity)) insert(suggested, descriptionOf(entity), entity)
  }

  function leave(entity: EntitySummary): void {
    const { bucket } = entity.traits.key
    if (bucket === null) {
      const own = alone.get(entity)
      if (own) shelf.take(entity.summary.article, own)
      alone.delete(entity)
    } else {
      changed.add(bucket)
      erase(buckets, bucket, entity)
    }
    if (isTelling(entity)) erase(suggested, descriptionOf(entity), entity)
  }

  function followAlone(before: EntitySummary, entity: EntitySummary): void {
    const own = alone.get(before)
    alone.delete(before)
    if (own) alone.set(entity, own)
  }

  /** Takes what is new in an article and leaves what is as it was, so that an edit does not tell everybody apart again. */
  function replace(known: ArticleSummary, summary: ArticleSummary): void {
    reuse.remove(known)
    reuse.add(summary)
    const sameCompany = equalLists(known.company, summary.company)
    const before = new Map(known.entities.map((entity) => [entity.number, entity]))
    for (const entity of summary.entities) {
      const twin = before.get(entity.number)
      if (!twin || !isUnchanged(twin, entity) || !(sameCompany || isIndifferent(entity))) continue
      before.delete(entity.number)
      const { bucket } = entity.traits.key
      if (bucket !== null) follow(buckets.get(bucket), twin, entity)
      else followAlone(twin, entity)
      if (isTelling(entity)) follow(suggested.get(descriptionOf(entity)), twin, entity)
    }
    const kept = new Set(known.entities.filter(({ number }) => !before.has(number)).map(({ number }) => number))
    for (const entity of before.values()) leave(entity)
    for (const entity of summary.entities) if (!kept.has(entity.number)) enter(entity)
  }

  return {
    put(summary) {
      const known = summaries.get(summary.article)
      summaries.set(summary.article, summary)
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
      return { entities: shelf.inOrder(ordered), reuse: reuse.groups(ordered), suggestions: suggestions(suggested) }
    }
  }
}

/** Only a description of somebody quoted is worth a suggestion: "a senior harbour official", not "an aide". */
function isTelling({ traits: { key, type }, quotes }: EntitySummary): boolean {
  return key.bucket === null && quotes.length > 0 && key.words.length > 2 && (type === 'person' || type === 'group')
}

function descriptionOf({ traits: { key } }: EntitySummary): string {
  return key.words.join(' ')
}

function suggestions(suggested: ReadonlyMap<string, Bucket>): readonly CorpusSuggestion[] {
  const found: CorpusSuggestion[] = []
  for (const bucket of suggested.values()) {
    if (bucket.length < 2 || bucket[0]!.summary === bucket.at(-1)!.summary) continue
    found.push({ rule: 'same-description', entities: bucket.map(corpusId) })
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

/** Replaces an entity by its like, of the same article when it was read again. */
function follow(bucket: Bucket | undefined, before: EntitySummary, entity: EntitySummary): void {
  const at = bucket ? placeOf(bucket, before) : 0
  if (bucket?.[at] === before) bucket[at] = entity
}

/** Where an entity stands in a bucket, or would stand. */
function placeOf(bucket: Bucket, { summary: { article }, number }: EntitySummary): number {
  let low = 0
  let high = bucket.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = bucket[middle]!
    if (other.summary.article < article || (other.summary.article === article && other.number < number))
      low = middle + 1
    else high = middle
  }
  return low
}

/** Whom the corpus tells apart by the name alone, without the company the article keeps. */
function isIndifferent({ traits: { type, key } }: EntitySummary): boolean {
  return type !== 'person' && !key.short
}

function isUnchanged(a: EntitySummary, b: EntitySummary): boolean {
  return (
    equalTraits(a.traits, b.traits) &&
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
      equalLists(a.said, b.said) &&
      equalLists(a.offices, b.offices) &&
      equalLists(a.nations, b.nations))
  )
}

function equalLists(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
