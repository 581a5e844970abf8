import type { SourceEntry } from '../../protocol/overview'
import type { FolderIndex } from '../../study/folderIndex'
import type { FolderView } from '../../study/folderView'
import type { SourceRow } from '../../study/leftSources'
import { toldFromNamesakes } from '../../study/namesakes'
import { nameCondition } from '../../util/filterQuery'
import { onOneLine } from '../../util/oneLine'
import { orderByKeys } from '../../util/orderByKeys'
import { mappedInSteps, type Steps } from '../../util/steps'

/** The first sources of a view, those with the most quotes in it first. */
export function firstSources({ index, sources, filter }: FolderView, most: number): readonly SourceRow[] {
  // Without a filter they are in that order.
  const ranked =
    filter === ''
      ? sources.slice(0, most)
      : Array.from(orderByKeys(sources.map(({ count }) => count)).subarray(0, most), (place) => sources[place]!)
  return ranked.filter(({ link }) => index.links[link] !== undefined)
}

/** What a picture says of sources. */
export function sourceEntries(view: FolderView, sources: readonly SourceRow[]): Steps<readonly SourceEntry[]> {
  return mappedInSteps(sources, (source) => sourceEntry(view, source), entriesPerStep)
}

/** Few: what tells namesakes apart is unpacked. */
const entriesPerStep = 8

/** What a picture says of a source. */
export function sourceEntry({ index }: FolderView, { link, quotes, count }: SourceRow): SourceEntry {
  const { entity, kind } = index.links[link]!
  const { name, named } = index.folder.corpus.entities[entity]!
  const articles = new Set(quotes.map((number) => index.quotes.placeOf(number).article)).size
  return {
    name: name.slice(0, longestName),
    note: noteOf(index, entity),
    kind,
    named,
    quotes: count,
    articles,
    condition: nameCondition('source', name)
  }
}

/** What tells somebody from others of the name, on one line. `entity` indexes `Corpus.entities`. */
export function noteOf(index: FolderIndex, entity: number): string {
  return onOneLine(toldFromNamesakes(index, entity)).slice(0, longestName)
}

/** UTF-16 units. */
export const longestName = 300
