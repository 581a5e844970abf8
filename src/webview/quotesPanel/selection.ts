/** Which rows of a list are chosen, by their places; the list may have a hundred thousand. */
export interface Selection {
  /** The row with the keyboard. */
  readonly focused: number
  /** Where a stretch began that Shift makes longer. */
  readonly anchor: number
  /** Ordered, without overlaps: from the first to before the second. */
  readonly ranges: readonly RowRange[]
}

export type RowRange = readonly [from: number, to: number]

export const nothingSelected: Selection = { focused: 0, anchor: 0, ranges: [] }

/** The row gets the keyboard, and is chosen alone. */
export function selectOnly(row: number): Selection {
  return { focused: row, anchor: row, ranges: [[row, row + 1]] }
}

/** From where the last choice began to this row. */
export function selectTo({ anchor }: Selection, row: number): Selection {
  return { focused: row, anchor, ranges: [[Math.min(anchor, row), Math.max(anchor, row) + 1]] }
}

/** The row is chosen beside the others, or not any more. */
export function toggleRow({ ranges }: Selection, row: number): Selection {
  const others = ranges.flatMap(([from, to]): RowRange[] =>
    row < from || row >= to
      ? [[from, to]]
      : [[from, row] as const, [row + 1, to] as const].filter(([first, last]) => first < last)
  )
  return {
    focused: row,
    anchor: row,
    ranges: isSelected(ranges, row) ? others : joined([...others, [row, row + 1]])
  }
}

export function selectAll({ focused, anchor }: Selection, total: number): Selection {
  return { focused, anchor, ranges: total > 0 ? [[0, total]] : [] }
}

/** Nothing but the row with the keyboard, which is there in a list of another length, too. */
export function keptIn({ focused }: Selection, total: number): Selection {
  const row = Math.max(0, Math.min(focused, total - 1))
  return { focused: row, anchor: row, ranges: [] }
}

export function isSelected(ranges: readonly RowRange[], row: number): boolean {
  return ranges.some(([from, to]) => row >= from && row < to)
}

export function countOf(ranges: readonly RowRange[]): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from, 0)
}

/** What is done with: the chosen rows, or without any the one with the keyboard. */
export function chosenRanges({ focused, ranges }: Selection, total: number): readonly RowRange[] {
  if (ranges.length > 0) return ranges
  return focused < total ? [[focused, focused + 1]] : []
}

function joined(ranges: readonly RowRange[]): readonly RowRange[] {
  const made: [number, number][] = []
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = made.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else made.push([from, to])
  }
  return made
}
