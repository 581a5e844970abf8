import type { PanelAction } from '../../protocol/quotesPanel'

export type GridKey =
  | { readonly kind: 'move'; readonly row: number; readonly extends: boolean }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly beside: boolean }
  | { readonly kind: 'act'; readonly action: PanelAction }
  | { readonly kind: 'history'; readonly step: 'undo' | 'redo' }

interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

const actions: Readonly<Record<string, PanelAction>> = { c: 'code', a: 'accept', r: 'reject', Delete: 'reject' }

/** What a key means in the grid; undefined for one that it leaves alone. `page` is how many rows are in sight. */
export function gridKey(
  { key, shiftKey, ctrlKey, metaKey, altKey }: Pressed,
  { focused, total, page }: { readonly focused: number; readonly total: number; readonly page: number }
): GridKey | undefined {
  if (altKey) return undefined
  const move = (row: number): GridKey => ({
    kind: 'move',
    row: Math.max(0, Math.min(row, total - 1)),
    extends: shiftKey
  })
  const isCommand = ctrlKey || metaKey
  switch (key) {
    case 'ArrowDown':
      return move(focused + 1)
    case 'ArrowUp':
      return move(focused - 1)
    case 'PageDown':
      return move(focused + page)
    case 'PageUp':
      return move(focused - page)
    case 'Home':
      return move(0)
    case 'End':
      return move(total - 1)
    case 'Enter':
      return { kind: 'open', beside: isCommand }
    case ' ':
      return { kind: 'toggle' }
    case 'Escape':
      return { kind: 'none' }
  }
  if (isCommand) {
    switch (key.toLowerCase()) {
      case 'a':
        return { kind: 'all' }
      case 'c':
        return { kind: 'act', action: 'copy' }
      case 'z':
        return { kind: 'history', step: shiftKey ? 'redo' : 'undo' }
      case 'y':
        return { kind: 'history', step: 'redo' }
      default:
        return undefined
    }
  }
  const action = shiftKey ? undefined : actions[key]
  return action && { kind: 'act', action }
}
