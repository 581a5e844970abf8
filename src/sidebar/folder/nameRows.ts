import { nameTypes, type EntityKind, type NameType } from '../../protocol/sidebar'
import type { EntityRow, FolderIndex } from '../../study/folderIndex'
import type { FolderView } from '../../study/folderView'
import { compareText } from '../../util/compareText'
import { sortInSteps } from '../../util/sortInSteps'
import type { Steps } from '../../util/steps'
import { listedKind } from '../entityEntries'

/** A name of the folder: a place has one, whether it acts or not. */
export interface NameRow {
  /** Index of `Corpus.entities`. */
  readonly entity: number
  readonly type: NameType
  readonly kind: EntityKind
  readonly name: string
  readonly mentions: number
  /** Of a place: mentions that act. */
  readonly acting: number
  readonly quotes: number
  /** Number of articles that mention it. */
  readonly articles: number
}

/** The names that the filter leaves, the most mentioned first; and by types (of all where none is given). */
export interface Names {
  readonly counts: Readonly<Record<NameType, number>>
  of(types: readonly NameType[]): NameList
}

export interface NameList {
  readonly total: number
  row(index: number): NameRow | undefined
}

/** Every name of a folder, in order; beside it columns of what a filter asks of each. */
interface AllNames {
  readonly rows: readonly NameRow[]
  readonly entities: Int32Array
  /** Indexes of `nameTypes`. */
  readonly types: Uint8Array
}

const namesOfViews = new WeakMap<FolderView, Names>()
const allOf = new WeakMap<FolderIndex, AllNames>()

/** Made once for a view, from what is in order for its index: nothing is sorted for a filter. */
export function* namesOf(view: FolderView): Steps<Names> {
  const known = namesOfViews.get(view)
  if (known) return known
  const { rows, entities, types } = yield* allNames(view.index)
  const places = new Uint32Array(rows.length)
  const perType = nameTypes.map(() => 0)
  let size = 0
  for (let start = 0; start < entities.length; start += 16384) {
    yield
    takeNames(start, Math.min(entities.length, start + 16384))
  }
  const left = places.slice(0, size)
  const made = new Map<string, NameList>()
  const names: Names = {
    counts: Object.fromEntries(nameTypes.map((type, at) => [type, perType[at]!])) as Record<NameType, number>,
    of(wanted) {
      const isOfAll = nameTypes.every((type) => wanted.includes(type) === wanted.length > 0)
      const key = isOfAll ? '' : nameTypes.filter((type) => wanted.includes(type)).join()
      const found =
        made.get(key) ?? listOf(key === '' ? left : left.filter((at) => wanted.includes(nameTypes[types[at]!]!)), rows)
      made.set(key, found)
      return found
    }
  }
  namesOfViews.set(view, names)
  return names

  function takeNames(from: number, to: number): void {
    for (let place = from; place < to; place++) {
      // The filter may leave a place for how it acts alone: its row counts all of its mentions.
      if (view.rows[entities[place]!] === 0) continue
      places[size++] = place
      perType[types[place]!]!++
    }
  }
}

function listOf(places: Uint32Array, rows: readonly NameRow[]): NameList {
  return { total: places.length, row: (index) => rows[places[index] ?? -1] }
}

/** How many names there are without a filter. */
export function* nameCount(index: FolderIndex): Steps<number> {
  return (yield* allNames(index)).rows.length
}

/** The names without a filter, the most mentioned first; made once for an index. */
function* allNames(index: FolderIndex): Steps<AllNames> {
  const known = allOf.get(index)
  if (known) return known
  const rows: NameRow[] = []
  const places = new Map<number, EntityRow & { readonly acting: number }>()
  for (const [place, row] of index.entities.entries()) {
    if (place % 4096 === 0) yield
    const { entity, kind, name, mentions, quotes, articles } = row
    if (kind !== 'place' && kind !== 'acting-place') {
      rows.push({ entity, type: kind, kind, name, mentions, acting: 0, quotes, articles })
      continue
    }
    const other = places.get(entity)
    places.set(entity, {
      ...row,
      mentions: mentions + (other?.mentions ?? 0),
      quotes: Math.max(quotes, other?.quotes ?? 0),
      acting: (kind === 'acting-place' ? mentions : 0) + (other?.acting ?? 0)
    })
  }
  for (const { entity, name, mentions, acting, quotes, articles } of places.values())
    rows.push({
      entity,
      type: 'place',
      kind: listedKind({ type: 'place' }, mentions, acting),
      ...{ name, mentions, acting, quotes, articles }
    })
  const sorted = yield* sortInSteps(
    rows,
    (a, b) => b.mentions - a.mentions || b.quotes - a.quotes || compareText(a.name, b.name) || a.entity - b.entity
  )
  const all: AllNames = {
    rows: sorted,
    entities: Int32Array.from(sorted, ({ entity }) => entity),
    types: Uint8Array.from(sorted, ({ type }) => nameTypes.indexOf(type))
  }
  allOf.set(index, all)
  return all
}
