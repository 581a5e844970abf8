import { displayLength, printable, shorten } from './printable'

/**
 * Lines of aligned columns under a header; no lines when there are no rows. Columns of numbers are aligned to the right; cells
 * are cut at `widest` characters.
 */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  widest = 60
): string[] {
  if (rows.length === 0) return []
  const cells = rows.map((row) => row.map((cell) => shorten(printable(String(cell)), widest)))
  const widths = header.map((name, column) =>
    Math.max(displayLength(name), ...cells.map((row) => displayLength(row[column] ?? '')))
  )
  const isNumeric = header.map((_, column) => rows.every((row) => typeof row[column] === 'number'))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, isNumeric[column] ?? false))
      .join('  ')
      .trimEnd()
  return [line(header), ...cells.map(line)]
}

function pad(cell: string, width: number, toTheRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayLength(cell)))
  return toTheRight ? space + cell : cell + space
}
