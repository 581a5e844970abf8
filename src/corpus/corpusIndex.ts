import { tellApart, type Candidate } from './bearers'
import type { Corpus, CorpusEntity, CorpusSuggestion } from './corpus'
import { corpusEntity } from './corpusEntity'
import { homeShelf } from './homeShelf'
import { reuseIndex } from './reuseIndex'
import { entityNumber, type ArticleSummary, type EntitySummary } from './summary'

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
type Bucket = Candidate[]

export function corpusIndex(): CorpusIndex {
  const summaries = new Map<string, ArticleSummary>()
  const buckets = new Map<string, Bucket>()
  const suggested = new Map<string, Bucket>()
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
    for (const entity of known.entities) leave(known, entity)
  }

  function enter(summary: ArticleSummary, entity: EntitySummary): void {
    const key = bucketOf(entity)
    changed.add(key)
    insert(buckets, key, { summary, entity })
    if (isTelling(entity)) insert(suggested, descriptionOf(entity), { summary, entity })
  }

  function leave(summary: ArticleSummary, entity: EntitySummary): void {
    const key = bucketOf(entity)
    changed.add(key)
    erase(buckets, key, summary, entity)
    if (isTelling(entity)) erase(suggested, descriptionOf(entity), summary, entity)
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
      for (const candidate of candidatesOf(buckets.get(bucketOf(entity)), known, twin)) follow(candidate, summary, entity)
      if (isTelling(entity)) for (const candidate of candidatesOf(suggested.get(descriptionOf(entity)), known, twin)) follow(candidate, summary, entity)
    }
    const kept = new Set(known.entities.filter(({ number }) => !before.has(number)).map(({ number }) => number))
    for (const entity of before.values()) leave(known, entity)
    for (const entity of summary.entities) if (!kept.has(entity.number)) enter(summary, entity)
  }

  return {
    put(summary) {
      const known = summaries.get(summary.article)
      summaries.set(summary.article, summary)
      if (known) return replace(known, summary)
      ordered = undefined
      reuse.add(summary)
      for (const entity of summary.entities) enter(summary, entity)
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

function bucketOf({ key }: EntitySummary): string {
  return key.bucket ?? key.full
}

/** Only a description of somebody quoted is worth a suggestion: "a senior harbour official", not "an aide". */
function isTelling({ key, quotes, type }: EntitySummary): boolean {
  return key.bucket === null && quotes.length > 0 && key.words.length > 2 && (type === 'person' || type === 'group')
}

function descriptionOf({ key }: EntitySummary): string {
  return key.words.join(' ')
}

function suggestions(suggested: ReadonlyMap<string, Bucket>): readonly CorpusSuggestion[] {
  const found: CorpusSuggestion[] = []
  for (const bucket of suggested.values()) {
    if (bucket.length < 2 || bucket[0]!.summary === bucket.at(-1)!.summary) continue
    found.push({ rule: 'same-description', entities: bucket.map(({ entity }) => entity.key.full) })
  }
  return found.sort((a, b) => (a.entities[0]! < b.entities[0]! ? -1 : 1))
}

function insert(index: Map<string, Bucket>, key: string, candidate: Candidate): void {
  const bucket = index.get(key)
  if (!bucket) {
    index.set(key, [candidate])
    return
  }
  bucket.splice(firstOf(bucket, candidate.summary.article, candidate.entity.number), 0, candidate)
}

function erase(index: Map<string, Bucket>, key: string, summary: ArticleSummary, entity: EntitySummary): void {
  const bucket = index.get(key)
  if (!bucket) return
  const at = firstOf(bucket, summary.article, entity.number)
  if (bucket[at]?.entity === entity) bucket.splice(at, 1)
  if (bucket.length === 0) index.delete(key)
}

function candidatesOf(bucket: Bucket | undefined, summary: ArticleSummary, entity: EntitySummary): readonly Candidate[] {
  const candidate = bucket?.[firstOf(bucket, summary.article, entity.number)]
  return candidate?.entity === entity ? [candidate] : []
}

/** A candidate of an article that was read again. */
function follow(candidate: Candidate, summary: ArticleSummary, entity: EntitySummary): void {
  candidate.summary = summary
  candidate.entity = entity
}

/** Where an entity stands in a bucket, or would stand. */
function firstOf(bucket: Bucket, article: string, number: number): number {
  let low = 0
  let high = bucket.length
  while (low < high) {
    const middle = (low + high) >> 1
    const { summary, entity } = bucket[middle]!
    if (summary.article < article || (summary.article === article && entity.number < number)) low = middle + 1
    else high = middle
  }
  return low
}

/** Whom the corpus tells apart by the name alone, without the company the article keeps. */
function isIndifferent({ type, key }: EntitySummary): boolean {
  return type !== 'person' && !key.short
}

function isUnchanged(a: EntitySummary, b: EntitySummary): boolean {
  return (
    a.name === b.name && a.type === b.type && a.named === b.named && a.country === b.country && a.gender === b.gender &&
    a.key.full === b.key.full && a.key.bucket === b.key.bucket && a.key.short === b.key.short &&
    equalLists(a.key.acronyms, b.key.acronyms) && equalLists(a.said, b.said) && equalLists(a.offices, b.offices) && equalLists(a.nations, b.nations) &&
    a.quotes.length === b.quotes.length && a.quotes.every((quote, index) => quote === b.quotes[index])
  )
}

function equalLists(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
