import { cleanText } from '../../src/exchange/cleanText'
import type { ExportInput } from '../../src/exchange/format'
import { allTables, type Cell } from '../../src/exchange/tables'
import { tableRows } from '../../src/exchange/tables/tableRows'

/** The rows of all tables as every format writes them, by the table's name. */
export async function tableCells(input: ExportInput): Promise<ReadonlyMap<string, readonly (readonly Cell[])[]>> {
  const found = new Map<string, (readonly Cell[])[]>(allTables.map(({ name }) => [name, []]))
  const clean = (cell: Cell) => (typeof cell === 'string' ? cleanText(cell, () => undefined) : cell)
  for await (const { table, rows } of tableRows(allTables, input))
    for (const row of rows) found.get(table.name)?.push(row.map(clean))
  return found
}
