import type { KindCounts, SourceOrder } from '../../protocol/sidebar'
import type { FolderIndex } from '../../study/folderIndex'
import type { FolderView } from '../../study/folderView'
import type { SourceRow } from '../../study/leftSources'
import { compareText } from '../../util/compareText'
import { firstOfGroups } from '../../util/distinct'
import { orderByKeys } from '../../util/orderByKeys'
import { sortInSteps } from '../../util/sortInSteps'
import type { Steps } from '../../util/steps'

const ordered = new WeakMap<FolderView, Map<SourceOrder, readonly SourceRow[]>>()

/** The sources that the filter leaves, in an order that is made once for a view. */
export function* sourcesIn(view: FolderView, order: SourceOrder): Steps<readonly SourceRow[]> {
  const orders = ordered.get(view) ?? new Map<SourceOrder, readonly SourceRow[]>()
  ordered.set(view, orders)
  const known = orders.get(order)
  if (known) return known
  const made = yield* sorted(view, order)
  orders.set(order, made)
  return made
}

/** The number of quotes of the source with the most of those that are listed. */
export function mostQuotes({ sources }: FolderView): number {
  return sources.reduce((most, { count }) => Math.max(most, count), 0)
}

/** In how many articles quotes are; `numbers` are of the `QuoteTable`, ascending. */
export function articlesOf({ index: { quotes } }: FolderView, numbers: readonly number[]): number {
  let articles = 0
  let end = 0
  for (const number of numbers) {
    if (number < end) continue
    articles++
    end = quotes.rangeOf(quotes.placeOf(number).article)[1]
  }
  return articles
}

/** The same quote again is counted once. */
export function kindsOf({ index: { quotes } }: FolderView, numbers: readonly number[]): KindCounts {
  const kinds = { direct: 0, mixed: 0, indirect: 0 }
  for (const number of firstOfGroups(numbers, (number) => quotes.groupOf(number))) kinds[quotes.kindOf(number)]++
  return kinds
}

function* sorted(view: FolderView, order: SourceOrder): Steps<readonly SourceRow[]> {
  const { sources, index } = view
  // As they come: by the quotes that they have without a filter, and then by words.
  if (order === 'quotes' && view.filter === '') return sources
  const byName = order === 'name' ? yield* placesByName(index) : undefined
  const keys = new Uint32Array(sources.length)
  for (let start = 0; start < sources.length; start += rowsPerStep) {
    yield
    takeKeys(start, Math.min(sources.length, start + rowsPerStep))
  }
  yield
  return inOrder(sources, orderByKeys(keys))

  function takeKeys(start: number, end: number): void {
    for (let place = start; place < end; place++) {
      const row = sources[place]!
      keys[place] = byName ? byName.length - byName[row.link]! : keyOf(view, row, order as Exclude<SourceOrder, 'name'>)
    }
  }
}

const rowsPerStep = 256

function inOrder(sources: readonly SourceRow[], places: Uint32Array): readonly SourceRow[] {
  const ordered: SourceRow[] = []
  for (let at = 0; at < places.length; at++) ordered.push(sources[places[at]!]!)
  return ordered
}

const named = new WeakMap<FolderIndex, Uint32Array>()

/** Of each link, its place when they are in order of name; made once for an index. */
function* placesByName(index: FolderIndex): Steps<Uint32Array> {
  const known = named.get(index)
  if (known) return known
  const { entities } = index.folder.corpus
  const nameOf = (link: number) => entities[index.links[link]!.entity]?.name ?? ''
  const links = yield* sortInSteps([...index.links.keys()], (a, b) => compareText(nameOf(a), nameOf(b)) || a - b)
  const places = new Uint32Array(links.length)
  for (const [place, link] of links.entries()) places[link] = place
  named.set(index, places)
  return places
}

/** A row lists its quotes only when it is asked for them. */
function keyOf(view: FolderView, row: SourceRow, order: Exclude<SourceOrder, 'name'>): number {
  switch (order) {
    case 'quotes':
      return row.count
    case 'words':
      return view.index.quotes.count(row.quotes).words
    case 'articles':
      return articlesOf(view, row.quotes)
  }
}
