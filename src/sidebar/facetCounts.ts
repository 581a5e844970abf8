import { articleSubjects, eachSubject, entityId } from '../corpus'
import type { Analysis, AnalyzedArticle, Quote } from '../analysis'
import type { FacetCounts, FacetValue } from '../protocol/sidebar'
import type { FolderIndex } from '../study/folderIndex'
import { subjectTable } from '../study/subjectTable'
import { distinctCount } from '../util/distinct'
import { foldedName } from '../util/facets'
import type { Steps } from '../util/steps'
import { clipped } from './clipped'
import { isActing, mentionsOf } from './entityEntries'

/** A menu with more of them would be none. */
const mostValues = 12

/** Of one article, and of its quotes those that are listed; what is the same for all of it is no choice. */
export function articleFacets(
  { analysis }: Pick<AnalyzedArticle, 'analysis'>,
  { attitudes, groupOf }: ListedQuotes
): FacetCounts {
  const listed = analysis.quotes.flatMap(({ act }, quote) => (attitudes || act === 'speech' ? quote : []))
  const types = { person: 0, organization: 0, group: 0, 'acting-place': 0, place: 0 }
  for (const entity of analysis.entities) {
    if (entity.type !== 'place') types[entity.type]++
    else {
      const acting = mentionsOf(analysis, entity).filter((mention) => isActing(mention, entity)).length
      if (acting > 0) types['acting-place']++
      if (acting < entity.mentions.length) types.place++
    }
  }
  const isListed = new Set(listed)
  const links = analysis.links.filter(({ quotes }) => quotes.some((quote) => isListed.has(quote)))
  const speakers = new Set(links.map(({ speaker }) => speaker))
  const named = analysis.entities.filter((entity) => speakers.has(entity.id) && entity.named).length
  const counts = quoteCounts((quotes) => distinctCount(quotes, groupOf))
  for (const quote of listed) counts.add(quote, analysis.quotes[quote]!)
  return {
    ...counts.counted(),
    ...{ types, named, unnamed: speakers.size - named, outlets: [], years: [] },
    about: most(aboutIn(analysis, isListed, groupOf))
  }
}

/** Which quotes the lists show, and which of them are the same one again: a number from 0, or -1. */
interface ListedQuotes {
  readonly attitudes: boolean
  readonly groupOf: (quote: number) => number
}

/** The number of listed quotes that speak of each named entity. */
function aboutIn(
  analysis: Analysis,
  isListed: ReadonlySet<number>,
  groupOf: ListedQuotes['groupOf']
): ReadonlyMap<string, number> {
  const names = new Map(analysis.entities.flatMap(({ id, name, named }) => (named ? [[id, name] as const] : [])))
  const about: About = new Map()
  eachSubject(articleSubjects(analysis), (quote, entity) => {
    const name = names.get(entityId(entity))
    if (name && isListed.has(quote)) collect(about, name, quote)
  })
  return sizes(about, (quotes) => distinctCount(quotes, groupOf))
}

/** Of a name, however it is written, the first way to write it and the quotes about it. */
type About = Map<string, { readonly name: string; readonly quotes: Set<number> }>

function collect(of: About, name: string, quote: number): void {
  const key = foldedName(name)
  const known = of.get(key)
  if (known) known.quotes.add(quote)
  else of.set(key, { name, quotes: new Set([quote]) })
}

function sizes(of: About, distinct: (quotes: readonly number[]) => number): ReadonlyMap<string, number> {
  return new Map([...of.values()].map(({ name, quotes }) => [name, distinct([...quotes])]))
}

/** Counts quotes by kind and act, as the lists do: one that comes again is counted once for each. */
function quoteCounts(distinct: (quotes: readonly number[]) => number): {
  add(quote: number, facts: Pick<Quote, 'kind' | 'act'>): void
  counted(): Pick<FacetCounts, 'kinds' | 'attitudes' | 'speech'>
} {
  const kinds: Readonly<Record<Quote['kind'], number[]>> = { direct: [], mixed: [], indirect: [] }
  const acts: Readonly<Record<Quote['act'], number[]>> = { speech: [], attitude: [] }
  return {
    add(quote, { kind, act }) {
      kinds[kind].push(quote)
      acts[act].push(quote)
    },
    counted: () => ({
      kinds: { direct: distinct(kinds.direct), mixed: distinct(kinds.mixed), indirect: distinct(kinds.indirect) },
      attitudes: distinct(acts.attitude),
      speech: distinct(acts.speech)
    })
  }
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
  const { folder, entities, links, quotes } = index
  const outlets = new Map<string, number>()
  const years = new Map<string, number>()
  for (const { head } of folder.articles) {
    yield
    count(outlets, head.agency)
    count(years, /^\d{4}/.exec(head.isoDate ?? '')?.[0])
  }
  const counts = quoteCounts((numbers) => quotes.count(numbers).distinct)
  for (let number = 0; number < quotes.size; number++) {
    if (number % 4096 === 0) yield
    if (quotes.isListed(number))
      counts.add(number, { kind: quotes.kindOf(number), act: quotes.isAttitude(number) ? 'attitude' : 'speech' })
  }
  const types = { person: 0, organization: 0, group: 0, 'acting-place': 0, place: 0 }
  for (const { kind } of entities) types[kind]++
  const named = links.filter(({ entity }) => folder.corpus.entities[entity]?.named).length
  return {
    ...counts.counted(),
    types,
    ...{ named, unnamed: links.length - named },
    about: most(yield* aboutInFolder(index)),
    outlets: most(outlets),
    years: most(years).toSorted((a, b) => (a.name < b.name ? 1 : -1))
  }
}

/** The number of listed quotes that speak of each named entity. */
function* aboutInFolder(index: FolderIndex): Steps<ReadonlyMap<string, number>> {
  const { quotes, folder } = index
  const subjects = yield* subjectTable(index)
  const about: About = new Map()
  for (let number = 0; number < quotes.size; number++) {
    if (number % 4096 === 0) yield
    if (quotes.isListed(number))
      subjects.forEach(number, (entity) => {
        const { name, named } = folder.corpus.entities[entity]!
        if (named) collect(about, name, number)
      })
  }
  yield
  return sizes(about, (numbers) => quotes.count(numbers).distinct)
}

function most(counts: ReadonlyMap<string, number>): readonly FacetValue[] {
  return [...counts]
    .map(([name, count]) => ({ name: clipped(name), count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, mostValues)
}
