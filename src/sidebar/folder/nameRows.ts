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
const totals = new WeakMap<FolderIndex, number>()

/** Made once for a view. */
export function* namesOf(view: FolderView): Steps<Names> {
  const known = namesOfViews.get(view)
  if (known) return known
  const rows = [...(yield* namesLeft(view))]
  const all = yield* sortInSteps(
    rows,
    (a, b) => b.mentions - a.mentions || b.quotes - a.quotes || compareText(a.name, b.name) || a.entity - b.entity
  )
  const counts = { person: 0, organization: 0, group: 0, place: 0 }
  for (const { type } of all) counts[type]++
  const made = new Map<string, readonly NameRow[]>()
  const names: Names = {
    counts,
    of(types) {
      const wanted = nameTypes.filter((type) => types.includes(type))
      if (wanted.length === 0 || wanted.length === nameTypes.length) return all
      const key = wanted.join()
      const found = made.get(key) ?? all.filter(({ type }) => wanted.includes(type))
      made.set(key, found)
      return found
    }
  }
  namesOfViews.set(view, names)
  return names
}

/** How many names there are without a filter. */
export function* nameCount(index: FolderIndex): Steps<number> {
  const known = totals.get(index)
  if (known !== undefined) return known
  const entities = new Set<number>()
  for (const [place, { entity }] of index.entities.entries()) {
    if (place % 4096 === 0) yield
    entities.add(entity)
  }
  totals.set(index, entities.size)
  return entities.size
}

function* namesLeft({ entities, index }: FolderView): Steps<readonly NameRow[]> {
  const rows: NameRow[] = []
  for (const type of ['person', 'organization', 'group'] as const)
    for (const [place, { entity, name, mentions, quotes }] of entities[type].entries()) {
      if (place % 4096 === 0) yield
      rows.push({ entity, type, kind: type, name, mentions, acting: 0, quotes })
    }
  // The filter may leave a place for how it acts alone: its row counts all of its mentions.
  const left = new Set([...entities.place, ...entities['acting-place']].map(({ entity }) => entity))
  const places = new Map<number, EntityRow & { readonly acting: number }>()
  for (const [place, row] of left.size === 0 ? [] : index.entities.entries()) {
    if (place % 4096 === 0) yield
    if (!left.has(row.entity)) continue
    const other = places.get(row.entity)
    const acting = row.kind === 'acting-place' ? row.mentions : 0
    places.set(row.entity, {
      ...row,
      mentions: row.mentions + (other?.mentions ?? 0),
      quotes: Math.max(row.quotes, other?.quotes ?? 0),
      acting: acting + (other?.acting ?? 0)
    })
  }
  for (const { entity, name, mentions, acting, quotes } of places.values())
    rows.push({
      entity,
      type: 'place',
      kind: listedKind({ type: 'place' }, mentions, acting),
      ...{ name, mentions, acting, quotes }
    })
  return rows
}
