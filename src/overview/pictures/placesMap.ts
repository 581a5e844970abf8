import { mentionsAt } from '../../corpus'
import type { MapPicture, MapPlace, UnplacedPlace } from '../../protocol/overview'
import type { ArticleRow } from '../../study/articleRow'
import { entityColumns, entityTypes } from '../../study/entityColumns'
import type { FolderIndex } from '../../study/folderIndex'
import type { FolderView } from '../../study/folderView'
import { subjectTable, type SubjectTable } from '../../study/subjectTable'
import { nameCondition } from '../../util/filterQuery'
import { sortInSteps } from '../../util/sortInSteps'
import type { Steps } from '../../util/steps'
import { quotePlace } from './dots'
import { longestName } from './sourceEntries'

/** More dots than that hide each other. */
const mostPlaces = 300

interface Mentioned {
  readonly entity: number
  readonly mentions: number
  readonly articles: number
}

/** Where the places lie that the articles name, and how many quotes speak of each. */
export function* mapPicture(view: FolderView): Steps<MapPicture> {
  const { index } = view
  const { folder } = index
  const table = yield* subjectTable(index)
  const about = quotesAbout(index, table)
  for (let start = 0; start < view.articles.length; start += articlesPerStep) {
    yield
    about.add(view.articles.slice(start, start + articlesPerStep))
  }
  const tally = tallyOf(view, yield* placeMentions(index))
  for (let start = 0; start < tally.size; start += 16384) {
    yield
    tally.add(start, Math.min(tally.size, start + 16384))
  }
  yield
  const mentioned = tally.mentioned()
  const found = mentioned.filter(({ entity }) => table.positions.has(entity))
  const unplaced = mentioned.filter(({ entity }) => !table.positions.has(entity))
  const most = (a: Mentioned, b: Mentioned) =>
    about.counts[b.entity]! - about.counts[a.entity]! || b.mentions - a.mentions || a.entity - b.entity
  const ranked = yield* sortInSteps(found, most)
  const rankedUnplaced = yield* sortInSteps(unplaced, most)
  return {
    kind: 'map',
    places: ranked.slice(0, mostPlaces).map((place): MapPlace => {
      const { kind, country, latitude, longitude } = table.positions.get(place.entity)!
      return { ...counted(place), place: kind, country, latitude, longitude }
    }),
    placesInAll: found.length,
    unplaced: rankedUnplaced.slice(0, mostPlaces).map(counted),
    unplacedInAll: unplaced.length
  }

  function counted({ entity, mentions, articles }: Mentioned): UnplacedPlace {
    const { name } = folder.corpus.entities[entity]!
    const quotes = about.counts[entity]!
    return {
      name: name.slice(0, longestName),
      quotes,
      only: quotes === 1 ? quotePlace(index, about.firsts[entity]!) : null,
      mentions,
      articles,
      condition: nameCondition('about', name)
    }
  }
}

/** By index of `Corpus.entities`, how many quotes speak of it, and the number of the first. */
interface QuotesAbout {
  readonly counts: Uint32Array
  readonly firsts: Uint32Array
  add(articles: readonly ArticleRow[]): void
}

const articlesPerStep = 64

function quotesAbout({ folder }: FolderIndex, table: SubjectTable): QuotesAbout {
  const counts = new Uint32Array(folder.corpus.entities.length)
  const firsts = new Uint32Array(counts.length)
  let number = 0
  const take = (entity: number) => {
    if (counts[entity]!++ === 0) firsts[entity] = number
  }
  return {
    counts,
    firsts,
    add(articles) {
      for (const { quotes } of articles)
        for (let at = 0; at < quotes.length; at++) {
          number = quotes[at]!
          table.forEach(number, take)
        }
    }
  }
}

/** Counts the mentions of places in the articles that a filter leaves. */
interface PlaceTally {
  /** Number of what there is to be counted. */
  readonly size: number
  add(from: number, to: number): void
  mentioned(): readonly Mentioned[]
}

function tallyOf({ index, filter, articles: left }: FolderView, all: PlaceMentions): PlaceTally {
  const shown = new Uint8Array(index.folder.articles.length).fill(filter === '' ? 1 : 0)
  for (const { article } of left) shown[article] = 1
  const mentions = new Uint32Array(index.folder.corpus.entities.length)
  const articles = new Uint32Array(mentions.length)
  return {
    size: all.entities.length,
    add(from, to) {
      for (let at = from; at < to; at++) {
        if (shown[all.articles[at]!] === 0) continue
        mentions[all.entities[at]!]! += all.counts[at]!
        articles[all.entities[at]!]!++
      }
    },
    mentioned() {
      const found: Mentioned[] = []
      for (let entity = 0; entity < mentions.length; entity++)
        if (mentions[entity]! > 0) found.push({ entity, mentions: mentions[entity]!, articles: articles[entity]! })
      return found
    }
  }
}

/** How often each place is mentioned in each article that mentions it, in columns; in order of article, each place once for an article. */
interface PlaceMentions {
  /** Indexes of `Corpus.entities`. */
  readonly entities: Uint32Array
  readonly articles: Uint32Array
  readonly counts: Uint32Array
}

const known = new WeakMap<FolderIndex, PlaceMentions>()

/** Of all places of a folder; made once for each index. */
function* placeMentions(index: FolderIndex): Steps<PlaceMentions> {
  const made = known.get(index)
  if (made) return made
  const { types } = yield* entityColumns(index)
  const { articles } = index.folder
  const gathered = gatherPlaces(index, types)
  for (let start = 0; start < articles.length; start += articlesPerStep) {
    yield
    gathered.add(start, Math.min(articles.length, start + articlesPerStep))
  }
  const mentions = gathered.mentions()
  known.set(index, mentions)
  return mentions
}

function gatherPlaces({ folder, members }: FolderIndex, types: Uint8Array) {
  const place = entityTypes.indexOf('place')
  const entities: number[] = []
  const articles: number[] = []
  const counts: number[] = []
  /** By index of `Corpus.entities`, where it was gathered last. */
  const last = new Int32Array(types.length).fill(-1)
  return {
    add(from: number, to: number): void {
      for (let article = from; article < to; article++) {
        const { digest } = folder.articles[article]!
        const [first, end] = members.rangeOf(article)
        for (let at = first; at < end; at++) {
          const entity = members.entities[at]!
          if (entity < 0 || types[entity] !== place) continue
          const mentions = mentionsAt(digest, at - first)
          if (mentions === 0) continue
          const known = last[entity]!
          // Two of an article may be one in the folder.
          if (known >= 0 && articles[known] === article) {
            counts[known]! += mentions
            continue
          }
          last[entity] = entities.length
          entities.push(entity)
          articles.push(article)
          counts.push(mentions)
        }
      }
    },
    mentions: (): PlaceMentions => ({
      entities: Uint32Array.from(entities),
      articles: Uint32Array.from(articles),
      counts: Uint32Array.from(counts)
    })
  }
}
