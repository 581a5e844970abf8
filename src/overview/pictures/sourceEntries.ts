import type { SourceEntry } from '../../protocol/overview'
import type { FolderView } from '../../study/folderView'
import type { SourceRow } from '../../study/leftSources'
import { nameCondition } from '../../util/filterQuery'
import { orderByKeys } from '../../util/orderByKeys'

/** The first sources of a view, those with the most quotes in it first. */
export function firstSources({ index, sources, filter }: FolderView, most: number): readonly SourceRow[] {
  // Without a filter they are in that order.
  const ranked =
    filter === ''
      ? sources.slice(0, most)
      : Array.from(orderByKeys(sources.map(({ count }) => count)).subarray(0, most), (place) => sources[place]!)
  return ranked.filter(({ link }) => index.links[link] !== undefined)
}

/** What a picture says of a source. */
export function sourceEntry({ index }: FolderView, { link, quotes, count }: SourceRow): SourceEntry {
  const { entity, kind } = index.links[link]!
  const { name, named } = index.folder.corpus.entities[entity]!
  const articles = new Set(quotes.map((number) => index.quotes.placeOf(number).article)).size
  return {
    name: name.slice(0, longestName),
    kind,
    named,
    quotes: count,
    articles,
    condition: nameCondition('source', name)
  }
}

/** UTF-16 units. */
export const longestName = 300
