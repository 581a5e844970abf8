import { endOf, type Row } from './rows'

/** What is to be done to come to the next words. */
export type Step =
  /** Shows them. */
  | { readonly kind: 'show'; readonly row: number }
  /** Opens a row, and goes on from `from` when its rows are there. */
  | { readonly kind: 'open'; readonly row: number; readonly from: number }
  /** Waits for rows to come, and goes on from `from`. */
  | { readonly kind: 'wait'; readonly row: number; readonly from: number }
  /** There are no others. */
  | { readonly kind: 'stay' }

/** The row that words belong to whom somebody steps through: a source, a name, a code, or what else holds words. */
export function steppedRow(rows: readonly Row[], index: number): number {
  let at = index
  while (at >= 0 && !isStepped(rows[at])) at = rows[at]?.parent ?? -1
  return at
}

/** The words after or before a row (`from`) of those below another (`owner`); from the owner itself the first or last of them. */
export function nextStep(rows: readonly Row[], owner: number, from: number, direction: 1 | -1): Step {
  if (rows[owner]?.expanded === false) return { kind: 'open', row: owner, from: owner }
  const end = endOf(rows, owner)
  for (let at = from === owner && direction < 0 ? end - 1 : from + direction; at > owner && at < end; at += direction) {
    const { node, expanded } = rows[at]!
    if (isWords(rows[at])) return { kind: 'show', row: at }
    if (node.content.kind === 'pending' || node.content.kind === 'note') return { kind: 'wait', row: at, from }
    // What a closed row holds comes after it: going up, that is between it and the row from which one came.
    if (expanded === false) return { kind: 'open', row: at, from: direction > 0 ? at : from }
  }
  return { kind: 'stay' }
}

function isStepped(row: Row | undefined): boolean {
  const kind = row?.node.content.kind
  return kind === 'source' || kind === 'entity' || kind === 'code' || (kind === 'group' && row?.level === 1)
}

function isWords(row: Row | undefined): boolean {
  const kind = row?.node.content.kind
  return (
    row?.node.target !== undefined && (kind === 'quote' || kind === 'mention' || kind === 'coding' || kind === 'review')
  )
}
