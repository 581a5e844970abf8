import type { Row } from './rows'

/** A row that gets the focus once it is loaded, by its place among its parent's rows. */
export interface AwaitedRow {
  readonly parent: string | undefined
  readonly position: number
}

/** Where the awaited row is now that it is loaded; -1 while it is not, or none is awaited. */
export function arrivedRow(rows: readonly Row[], awaited: AwaitedRow | undefined): number {
  if (!awaited) return -1
  return rows.findIndex(
    (row) =>
      row.position === awaited.position &&
      rows[row.parent]?.node.key === awaited.parent &&
      row.node.content.kind !== 'pending'
  )
}

/** To be awaited when this row is to get the focus: of pending rows the first, or with `last` the last. */
export function awaitedIn(rows: readonly Row[], index: number, last: boolean): AwaitedRow | undefined {
  const row = rows[index]
  return row?.node.content.kind === 'pending'
    ? { parent: rows[row.parent]?.node.key, position: row.position + (last ? row.node.content.count - 1 : 0) }
    : undefined
}

/** The top and bottom of a row; of pending rows, those of the one at `position`. */
export function awaitedPart(
  { node: { content }, position: first }: Row,
  { start, size, end }: { readonly start: number; readonly size: number; readonly end: number },
  position: number
): { readonly start: number; readonly end: number } {
  if (content.kind !== 'pending') return { start, end }
  const height = size / content.count
  const top = start + height * Math.max(0, position - first)
  return { start: top, end: top + height }
}
