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
}

/** The names that the filter leaves, the most mentioned first; and by types (of all where none is given). */
export interface Names {
  readonly counts: Readonly<Record<NameType, number>>
  of(types: readonly NameType[]): readonly NameRow[]
}

const namesOfViews = new WeakMap<FolderView, Names>()
const allOf = new WeakMap<FolderIndex, readonly NameRow[]>()

/** Made once for a view, from what is in order for its index: nothing is sorted for a filter. */
export function* namesOf(view: FolderView): Steps<Names> {
  const known = namesOfViews.get(view)
  if (known) return known
  const rows: NameRow[] = []
  const counts = { person: 0, organization: 0, group: 0, place: 0 }
  for (const [place, row] of (yield* allNames(view.index)).entries()) {
    if (place % 4096 === 0) yield
    // The filter may leave a place for how it acts alone: its row counts all of its mentions.
    if (view.rows[row.entity] === 0) continue
    rows.push(row)
    counts[row.type]++
  }
  const made = new Map<string, readonly NameRow[]>()
  const names: Names = {
    counts,
    of(types) {
      const wanted = nameTypes.filter((type) => types.includes(type))
      if (wanted.length === 0 || wanted.length === nameTypes.length) return rows
      const key = wanted.join()
      const found = made.get(key) ?? rows.filter(({ type }) => wanted.includes(type))
      made.set(key, found)
      return found
    }
  }
  namesOfViews.set(view, names)
  return names
}

/** How many names there are without a filter. */
export function* nameCount(index: FolderIndex): Steps<number> {
  return (yield* allNames(index)).length
}

/** The names without a filter, the most mentioned first; made once for an index. */
function* allNames(index: FolderIndex): Steps<readonly NameRow[]> {
  const known = allOf.get(index)
  if (known) return known
  const rows: NameRow[] = []
  const places = new Map<number, EntityRow & { readonly acting: number }>()
  for (const [place, row] of index.entities.entries()) {
    if (place % 4096 === 0) yield
    const { entity, kind, name, mentions, quotes } = row
    if (kind !== 'place' && kind !== 'acting-place') {
      rows.push({ entity, type: kind, kind, name, mentions, acting: 0, quotes })
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
  for (const { entity, name, mentions, acting, quotes } of places.values())
    rows.push({
      entity,
      type: 'place',
      kind: listedKind({ type: 'place' }, mentions, acting),
      ...{ name, mentions, acting, quotes }
    })
  const all = yield* sortInSteps(
    rows,
    (a, b) => b.mentions - a.mentions || b.quotes - a.quotes || compareText(a.name, b.name) || a.entity - b.entity
  )
  allOf.set(index, all)
  return all
}
