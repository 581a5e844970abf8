import type { DecideAction, OpenMode } from '../../protocol/sidebar'
import type { Row } from './rows'

/** What a key does in the tree. */
export type TreeAction =
  | { readonly kind: 'focus'; readonly row: number }
  | { readonly kind: 'toggle'; readonly rows: readonly number[]; readonly expanded: boolean }
  | { readonly kind: 'activate'; readonly row: number; readonly mode: OpenMode }
  | { readonly kind: 'decide'; readonly row: number; readonly action: DecideAction }
  | { readonly kind: 'history'; readonly step: 'undo' | 'redo' }
  /** To the next or the one before of the words that the row, or the one around it, stands for. */
  | { readonly kind: 'step'; readonly row: number; readonly direction: 1 | -1 }
  | { readonly kind: 'filter' }
  | { readonly kind: 'escape' }
  | { readonly kind: 'type'; readonly character: string }

export interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/**
 * The keys of the ARIA tree pattern and of VS Code's own lists; undefined for a key that is not ours. `isTyping`: letters were typed
 * just now, and more of them are a word.
 */
export function treeAction(
  pressed: Key,
  rows: readonly Row[],
  focused: number,
  page: number,
  isTyping = false
): TreeAction | undefined {
  const row = rows[focused]
  const modified = pressed.ctrlKey || pressed.metaKey
  if (pressed.key === 'f' && modified && !pressed.altKey) return { kind: 'filter' }
  const step = modified && !pressed.altKey ? historyStep(pressed) : undefined
  if (step) return { kind: 'history', step }
  if (!row) return undefined
  const action = decideAction(pressed)
  if (action) return { kind: 'decide', row: focused, action }
  if (pressed.key === 'Enter')
    return { kind: 'activate', row: focused, mode: modified || pressed.altKey ? 'side' : 'open' }
  if (modified || pressed.altKey) return undefined
  switch (pressed.key) {
    case 'ArrowDown':
      return focus(rows, focused + 1)
    case 'ArrowUp':
      return focus(rows, focused - 1)
    case 'PageDown':
      return turn(rows, focused, page)
    case 'PageUp':
      return turn(rows, focused, -page)
    case 'Home':
      return focus(rows, 0)
    case 'End':
      return focus(rows, rows.length - 1)
    case 'ArrowRight':
      return row.expanded === undefined
        ? undefined
        : row.expanded
          ? focus(rows, focused + 1)
          : { kind: 'toggle', rows: [focused], expanded: true }
    case 'ArrowLeft':
      return row.expanded
        ? { kind: 'toggle', rows: [focused], expanded: false }
        : row.parent >= 0
          ? focus(rows, row.parent)
          : undefined
    case ' ':
      return { kind: 'activate', row: focused, mode: 'preview' }
    case '*':
      return { kind: 'toggle', rows: closedSiblings(rows, focused), expanded: true }
    case 'Escape':
      return { kind: 'escape' }
    case 'n':
    case 'p':
      return isTyping
        ? { kind: 'type', character: pressed.key }
        : { kind: 'step', row: focused, direction: pressed.key === 'n' ? 1 : -1 }
    default:
      return [...pressed.key].length === 1 ? { kind: 'type', character: pressed.key } : undefined
  }
}

/** What a key decides about a row: letters are taken by type-ahead. */
function decideAction({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): DecideAction | undefined {
  if (altKey) return undefined
  // As in VS Code's explorer, where the keyboards of Apple have no key for it.
  if (key === 'Backspace') return metaKey ? 'reject' : undefined
  if (ctrlKey || metaKey) return key === '.' ? 'annotate' : undefined
  if (shiftKey) return key === 'Enter' ? 'accept' : undefined
  switch (key) {
    case 'Delete':
      return 'reject'
    case 'F2':
      return 'edit'
    default:
      return undefined
  }
}

/** Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y. */
function historyStep({ key, shiftKey }: Key): 'undo' | 'redo' | undefined {
  switch (key.toLowerCase()) {
    case 'z':
      return shiftKey ? 'redo' : 'undo'
    case 'y':
      return shiftKey ? undefined : 'redo'
    default:
      return undefined
  }
}

/** The next row whose label begins with what was typed; from the focused one when the reader goes on typing a word. */
export function typeAhead(labels: readonly string[], focused: number, typed: string): number | undefined {
  const wanted = typed.toLocaleLowerCase()
  const first = typed.length > 1 ? focused : focused + 1
  for (let step = 0; step < labels.length; step++) {
    const index = (first + step) % labels.length
    if (labels[index]?.toLocaleLowerCase().startsWith(wanted)) return index
  }
  return undefined
}

function focus(rows: readonly Row[], row: number): TreeAction {
  return { kind: 'focus', row: Math.max(0, Math.min(rows.length - 1, row)) }
}

/** A page down or up, stopping at pending rows. */
function turn(rows: readonly Row[], focused: number, page: number): TreeAction {
  const step = Math.sign(page)
  let row = focused
  while (row !== focused + page && rows[row + step]) {
    row += step
    if (rows[row]?.node.content.kind === 'pending') break
  }
  return focus(rows, row)
}

function closedSiblings(rows: readonly Row[], focused: number): readonly number[] {
  const parent = rows[focused]?.parent
  return rows.flatMap((row, index) => (row.parent === parent && row.expanded === false ? index : []))
}
