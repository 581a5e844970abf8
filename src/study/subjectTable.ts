import { eachSubject, placePositions, type PlacePosition } from '../corpus'
import type { Steps } from '../util/steps'
import type { FolderIndex } from './folderIndex'

/** Whom the quotes of a folder speak of, and where its places lie; entities are indexes of `Corpus.entities`. */
export interface SubjectTable {
  /**
   * The entities that a quote's content mentions, by the quote's number in the `QuoteTable`; `isActor`: a person, an
   * organization, a group, or a place that acts there. Two of an article may be one in the folder, which is told twice.
   */
  forEach(number: number, tell: (entity: number, isActor: boolean) => void): void
  /** Marks by 1 the quotes, from `start` to before `end`, that mention one of those that are marked by 1 in `entities`. */
  mark(entities: Uint8Array, start: number, end: number, quotes: Uint8Array): void
  readonly positions: ReadonlyMap<number, PlacePosition>
}

const tables = new WeakMap<FolderIndex, SubjectTable>()

/** Makes the table in small steps, once for each index. Nothing is unpacked. */
export function* subjectTable(index: FolderIndex): Steps<SubjectTable> {
  const known = tables.get(index)
  if (known) return known
  const made = yield* makeTable(index)
  tables.set(index, made)
  return made
}

function* makeTable({ folder, members, quotes }: FolderIndex): Steps<SubjectTable> {
  const starts = new Uint32Array(quotes.size + 1)
  const codes: number[] = []
  const positions = new Map<number, PlacePosition>()
  let last = 0
  for (let start = 0; start < folder.articles.length; start += 16) {
    yield
    for (let place = start; place < Math.min(folder.articles.length, start + 16); place++) takeArticle(place)
  }
  while (last < quotes.size) starts[++last] = codes.length
  const packed = Uint32Array.from(codes)
  return {
    positions,
    forEach(number, tell) {
      for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at++)
        tell(packed[at]! >>> 1, (packed[at]! & 1) > 0)
    },
    mark(wanted, start, end, marked) {
      for (let number = start; number < end; number++)
        for (let at = starts[number]!; at < starts[number + 1]! && marked[number] === 0; at++)
          marked[number] = wanted[packed[at]! >>> 1]!
    }
  }

  function takeArticle(place: number): void {
    const { subjects } = folder.articles[place]!
    for (const position of placePositions(subjects)) {
      const entity = members.entityOf(place, position.entity)
      if (entity >= 0 && !positions.has(entity)) positions.set(entity, position)
    }
    const [first, end] = quotes.rangeOf(place)
    eachSubject(subjects, (quote, number, isActor) => {
      const entity = members.entityOf(place, number)
      if (entity < 0 || first + quote >= end) return
      while (last < first + quote) starts[++last] = codes.length
      codes.push(2 * entity + (isActor ? 1 : 0))
    })
  }
}
