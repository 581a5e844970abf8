import { entityCounts } from '../../corpus'
import type { MapPicture, MapPlace } from '../../protocol/overview'
import type { FolderView } from '../../study/folderView'
import { subjectTable } from '../../study/subjectTable'
import { nameCondition } from '../../util/filterQuery'
import { sortInSteps } from '../../util/sortInSteps'
import type { Steps } from '../../util/steps'
import { quotePlace } from './dots'
import { longestName } from './sourceEntries'

/** More dots than that hide each other. */
const mostPlaces = 300

/** Where the places lie that the articles name, and how many quotes speak of each. */
export function* mapPicture(view: FolderView): Steps<MapPicture> {
  const { index } = view
  const { folder, numbers } = index
  const table = yield* subjectTable(index)
  const about = new Map<number, { quotes: number; readonly first: number }>()
  for (const [place, { quotes }] of view.articles.entries()) {
    if (place % 32 === 0) yield
    for (const number of quotes)
      table.forEach(number, (entity) => {
        if (!table.positions.has(entity)) return
        const known = about.get(entity)
        if (known) known.quotes++
        else about.set(entity, { quotes: 1, first: number })
      })
  }
  const shown = view.filter === '' ? undefined : new Set(view.articles.map(({ article }) => article))
  const found: { readonly entity: number; readonly mentions: number; readonly articles: number }[] = []
  let unknown = 0
  for (const [entity, { type, members }] of folder.corpus.entities.entries()) {
    if (entity % 64 === 0) yield
    if (type !== 'place') continue
    let mentions = 0
    let articles = 0
    for (const member of members) {
      const article = numbers.get(member.article) ?? -1
      if (shown && !shown.has(article)) continue
      const digest = folder.articles[article]?.digest
      if (!digest) continue
      const { acting, other } = entityCounts(digest, member.entity)
      mentions += acting + other
      articles++
    }
    if (mentions === 0) continue
    if (table.positions.has(entity)) found.push({ entity, mentions, articles })
    else unknown++
  }
  const ranked = yield* sortInSteps(
    found,
    (a, b) =>
      (about.get(b.entity)?.quotes ?? 0) - (about.get(a.entity)?.quotes ?? 0) ||
      b.mentions - a.mentions ||
      a.entity - b.entity
  )
  const places = ranked.slice(0, mostPlaces).map(({ entity, mentions, articles }): MapPlace => {
    const { name } = folder.corpus.entities[entity]!
    const { kind, country, latitude, longitude } = table.positions.get(entity)!
    const { quotes, first } = about.get(entity) ?? { quotes: 0, first: -1 }
    return {
      name: name.slice(0, longestName),
      place: kind,
      country,
      latitude,
      longitude,
      quotes,
      only: quotes === 1 ? quotePlace(index, first) : null,
      mentions,
      articles,
      condition: nameCondition('about', name)
    }
  })
  return { kind: 'map', places, placesInAll: found.length, unknown }
}
