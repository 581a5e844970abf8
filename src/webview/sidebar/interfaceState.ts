import { longestFilter, type Scope } from '../../protocol/sidebar'

/** What belongs to the interface alone and survives that the view is hidden. Nothing of any article is in it but keys. */
export interface InterfaceState {
  readonly scope: Scope
  readonly filter: string
  /** Which rows the reader opened (true) or closed (false) against their default, by key. */
  readonly toggled: ReadonlyMap<string, boolean>
  /** Pixels from the top. */
  readonly scroll: number
}

export const firstInterfaceState: InterfaceState = { scope: 'article', filter: '', toggled: new Map(), scroll: 0 }

/** More than that is forgotten, the oldest first. */
const mostToggled = 500

/** What was stored by `storedInterfaceState`; the defaults for anything else. */
export function readInterfaceState(stored: unknown): InterfaceState {
  if (typeof stored !== 'object' || stored === null) return firstInterfaceState
  const { scope, filter, toggled, scroll } = stored as Readonly<Record<string, unknown>>
  return {
    scope: scope === 'folder' ? 'folder' : 'article',
    filter: typeof filter === 'string' ? filter.slice(0, longestFilter) : '',
    toggled: new Map(Array.isArray(toggled) ? toggled.filter(isToggled) : []),
    scroll: typeof scroll === 'number' && scroll > 0 ? scroll : 0
  }
}

export function storedInterfaceState({ scope, filter, toggled, scroll }: InterfaceState): unknown {
  return { scope, filter, toggled: [...toggled].slice(-mostToggled), scroll }
}

function isToggled(value: unknown): value is [string, boolean] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'boolean'
}
