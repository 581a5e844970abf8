import { articleSubjects, digestQuotes, eachSubject, entityId, quoteFacts } from '../corpus'
import type { Analysis, AnalyzedArticle } from '../analysis'
import type { FacetCounts, FacetValue } from '../protocol/sidebar'
import type { FolderIndex } from '../study/folderIndex'
import { subjectTable } from '../study/subjectTable'
import type { Steps } from '../util/steps'
import { clipped } from './clipped'
import { isActing, mentionsOf } from './entityEntries'

/** A menu with more of them would be none. */
const mostValues = 12

/** Of one article; what is the same for all of it is no choice. */
export function articleFacets({ analysis }: Pick<AnalyzedArticle, 'analysis'>): FacetCounts {
  const kinds = { direct: 0, mixed: 0, indirect: 0 }
  let attitudes = 0
  for (const { kind, act } of analysis.quotes) {
    kinds[kind]++
    if (act === 'attitude') attitudes++
  }
  const types = { person: 0, organization: 0, group: 0, 'acting-place': 0, place: 0 }
  for (const entity of analysis.entities) {
    if (entity.type !== 'place') types[entity.type]++
    else {
      const acting = mentionsOf(analysis, entity).filter((mention) => isActing(mention, entity)).length
      if (acting > 0) types['acting-place']++
      if (acting < entity.mentions.length) types.place++
    }
  }
  const speakers = new Set(analysis.links.map(({ speaker }) => speaker))
  const named = analysis.entities.filter((entity) => speakers.has(entity.id) && entity.named).length
  return {
    ...{ kinds, attitudes, speech: analysis.quotes.length - attitudes, types },
    ...{ named, unnamed: speakers.size - named, outlets: [], years: [] },
    about: most(aboutIn(analysis))
  }
}

/** The number of quotes that speak of each named entity. */
function aboutIn(analysis: Analysis): ReadonlyMap<string, number> {
  const names = new Map(analysis.entities.flatMap(({ id, name, named }) => (named ? [[id, name] as const] : [])))
  const about = new Map<string, number>()
  eachSubject(articleSubjects(analysis), (_, entity) => count(about, names.get(entityId(entity))))
  return about
}

function count(counts: Map<string, number>, name: string | null | undefined): void {
  if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
}

const known = new WeakMap<FolderIndex, FacetCounts>()

/** Of a folder, without regard to a filter; made once for an index. */
export function* folderFacets(index: FolderIndex): Steps<FacetCounts> {
  const made = known.get(index) ?? (yield* counted(index))
  known.set(index, made)
  return made
}

function* counted(index: FolderIndex): Steps<FacetCounts> {
  const { folder, entities, links, quotes, attitudes } = index
  const kinds = { direct: 0, mixed: 0, indirect: 0 }
  const outlets = new Map<string, number>()
  const years = new Map<string, number>()
  for (const { digest, head } of folder.articles) {
    yield
    for (let quote = digestQuotes(digest) - 1; quote >= 0; quote--) {
      const facts = quoteFacts(digest, quote)
      if (facts) kinds[facts.kind]++
    }
    count(outlets, head.agency)
    count(years, /^\d{4}/.exec(head.isoDate ?? '')?.[0])
  }
  const types = { person: 0, organization: 0, group: 0, 'acting-place': 0, place: 0 }
  for (const { kind } of entities) types[kind]++
  const named = links.filter(({ entity }) => folder.corpus.entities[entity]?.named).length
  return {
    kinds,
    attitudes,
    speech: quotes.size - attitudes,
    types,
    ...{ named, unnamed: links.length - named },
    about: most(yield* aboutInFolder(index)),
    outlets: most(outlets),
    years: most(years).toSorted((a, b) => (a.name < b.name ? 1 : -1))
  }
}

/** The number of quotes that speak of each named entity. */
function* aboutInFolder(index: FolderIndex): Steps<ReadonlyMap<string, number>> {
  const { counts } = yield* subjectTable(index)
  const about = new Map<string, number>()
  for (const [place, { name, named }] of index.folder.corpus.entities.entries()) {
    if (place % 4096 === 0) yield
    if (named && counts[place]! > 0) about.set(name, (about.get(name) ?? 0) + counts[place]!)
  }
  return about
}

function most(counts: ReadonlyMap<string, number>): readonly FacetValue[] {
  return [...counts]
    .map(([name, count]) => ({ name: clipped(name), count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, mostValues)
}
