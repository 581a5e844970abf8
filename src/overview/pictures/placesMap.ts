import { entityCounts } from '../../corpus'
import type { MapPicture, MapPlace, UnplacedPlace } from '../../protocol/overview'
import type { FolderIndex } from '../../study/folderIndex'
import type { FolderView } from '../../study/folderView'
import { subjectTable } from '../../study/subjectTable'
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
  const about = new Map<number, { quotes: number; readonly first: number }>()
  for (const [place, { quotes }] of view.articles.entries()) {
    if (place % 32 === 0) yield
    for (const number of quotes)
      table.forEach(number, (entity) => {
        if (!table.positions.has(entity) && folder.corpus.entities[entity]?.type !== 'place') return
        const known = about.get(entity)
        if (known) known.quotes++
        else about.set(entity, { quotes: 1, first: number })
      })
  }
  const shown = view.filter === '' ? undefined : new Set(view.articles.map(({ article }) => article))
  const found: Mentioned[] = []
  const unplaced: Mentioned[] = []
  let seen = 0
  for (const { entity, articles: mentioning, mentions: counts } of yield* placeMentions(index)) {
    let mentions = 0
    let articles = 0
    for (let at = 0; at < mentioning.length; at++) {
      if (seen++ % 4096 === 0) yield
      if (shown && !shown.has(mentioning[at]!)) continue
      mentions += counts[at]!
      articles++
    }
    if (mentions === 0) continue
    ;(table.positions.has(entity) ? found : unplaced).push({ entity, mentions, articles })
  }
  const most = (a: Mentioned, b: Mentioned) =>
    (about.get(b.entity)?.quotes ?? 0) - (about.get(a.entity)?.quotes ?? 0) ||
    b.mentions - a.mentions ||
    a.entity - b.entity
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
    const { quotes, first } = about.get(entity) ?? { quotes: 0, first: -1 }
    return {
      name: name.slice(0, longestName),
      quotes,
      only: quotes === 1 ? quotePlace(index, first) : null,
      mentions,
      articles,
      condition: nameCondition('about', name)
    }
  }
}

/** In which articles a place is mentioned, and how often in each; `entity` is an index of `Corpus.entities`. */
interface PlaceMentions {
  readonly entity: number
  readonly articles: Uint32Array
  readonly mentions: Uint32Array
}

const known = new WeakMap<FolderIndex, readonly PlaceMentions[]>()

/** Of all places of a folder; made once for each index. */
function* placeMentions(index: FolderIndex): Steps<readonly PlaceMentions[]> {
  const made = known.get(index)
  if (made) return made
  const { folder, numbers } = index
  const digests = folder.articles.map(({ digest }) => digest)
  const places: PlaceMentions[] = []
  let seen = 0
  for (const [entity, { type, members }] of folder.corpus.entities.entries()) {
    if (entity % 4096 === 0) yield
    if (type !== 'place') continue
    const counts = new Map<number, number>()
    for (const member of members) {
      if (seen++ % 1024 === 0) yield
      const article = numbers.get(member.article) ?? -1
      const digest = digests[article]
      if (!digest) continue
      const { acting, other } = entityCounts(digest, member.entity)
      if (acting + other > 0) counts.set(article, (counts.get(article) ?? 0) + acting + other)
    }
    places.push({ entity, articles: Uint32Array.from(counts.keys()), mentions: Uint32Array.from(counts.values()) })
  }
  known.set(index, places)
  return places
}
