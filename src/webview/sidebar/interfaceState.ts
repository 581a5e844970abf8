import { nameTypes, sourceOrders, type NameType, type Scope, type SourceOrder } from '../../protocol/sidebar'
import { partIds, type PartId } from './treeNodes'

/** What belongs to the interface alone and survives that the view is hidden. Nothing of any article is in it but keys. */
export interface InterfaceState {
  readonly scope: Scope
  readonly order: SourceOrder
  /** The types of names that are shown; none for all. */
  readonly types: readonly NameType[]
  readonly open: Readonly<Record<PartId, boolean>>
  /** How the height is divided among the open parts: any positive numbers. */
  readonly sizes: Readonly<Record<PartId, number>>
  /** Which rows the reader opened (true) or closed (false) against their default, by key. */
  readonly toggled: ReadonlyMap<string, boolean>
  /** Pixels from the top of each part. */
  readonly scroll: Readonly<Record<PartId, number>>
}

export const firstInterfaceState: InterfaceState = {
  scope: 'article',
  order: 'quotes',
  types: [],
  open: { sources: true, names: true, marks: false },
  sizes: { sources: 3, names: 2, marks: 2 },
  toggled: new Map(),
  scroll: { sources: 0, names: 0, marks: 0 }
}

/** More than that is forgotten, the oldest first. */
const mostToggled = 500

/** What was stored by `storedInterfaceState`; the defaults for anything else. */
export function readInterfaceState(stored: unknown): InterfaceState {
  if (typeof stored !== 'object' || stored === null) return firstInterfaceState
  const { scope, order, types, open, sizes, toggled, scroll } = stored as Readonly<Record<string, unknown>>
  const first = firstInterfaceState
  return {
    scope: scope === 'folder' ? 'folder' : 'article',
    order: sourceOrders.find((known) => known === order) ?? first.order,
    types: Array.isArray(types) ? nameTypes.filter((type) => types.includes(type)) : first.types,
    open: byPart(open, first.open, (value) => typeof value === 'boolean'),
    sizes: byPart(sizes, first.sizes, (value) => isNumber(value) && value > 0),
    toggled: new Map(Array.isArray(toggled) ? toggled.filter(isToggled) : []),
    scroll: byPart(scroll, first.scroll, (value) => isNumber(value) && value > 0)
  }
}

export function storedInterfaceState(state: InterfaceState): unknown {
  return { ...state, toggled: [...state.toggled].slice(-mostToggled) }
}

function byPart<T>(
  stored: unknown,
  first: Readonly<Record<PartId, T>>,
  isRight: (value: unknown) => boolean
): Readonly<Record<PartId, T>> {
  const values = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<Record<PartId, unknown>>
  const read = (id: PartId) => (isRight(values[id]) ? (values[id] as T) : first[id])
  return Object.fromEntries(partIds.map((id) => [id, read(id)])) as unknown as Readonly<Record<PartId, T>>
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isToggled(value: unknown): value is [string, boolean] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'boolean'
}
