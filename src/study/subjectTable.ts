import { placePositions, quoteSubjects, type PlacePosition } from '../corpus'
import type { Steps } from '../util/steps'
import type { FolderIndex } from './folderIndex'

/** Whom the quotes of a folder speak of, and where its places lie; entities are indexes of `Corpus.entities`. */
export interface SubjectTable {
  /**
   * The entities that a quote's content mentions, by the quote's number in the `QuoteTable`; `isActor`: a person, an
   * organization, a group, or a place that acts there. Two of an article may be one in the folder, which is told twice.
   */
  forEach(number: number, tell: (entity: number, isActor: boolean) => void): void
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
  for (const [place, article] of folder.articles.entries()) {
    if (place % 16 === 0) yield
    const { subjects } = article
    for (const position of placePositions(subjects)) {
      const entity = members.entityOf(place, position.entity)
      if (entity >= 0 && !positions.has(entity)) positions.set(entity, position)
    }
    const [first, end] = quotes.rangeOf(place)
    for (const { quote, entity: number, isActor } of quoteSubjects(subjects)) {
      const entity = members.entityOf(place, number)
      if (entity < 0 || first + quote >= end) continue
      while (last < first + quote) starts[++last] = codes.length
      codes.push(2 * entity + (isActor ? 1 : 0))
    }
  }
  while (last < quotes.size) starts[++last] = codes.length
  const packed = Uint32Array.from(codes)
  return {
    positions,
    forEach(number, tell) {
      for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at++)
        tell(packed[at]! >>> 1, (packed[at]! & 1) > 0)
    }
  }
}
