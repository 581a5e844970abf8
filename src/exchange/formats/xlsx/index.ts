import type { ExchangeFormat, ExportedFile, ExportInput } from '../../format'
import { packFiles } from '../../packFiles'
import { allTables, type Row, type Table } from '../../tables'
import { spool, type Spool } from '../../tables/spool'
import { tableRows } from '../../tables/tableRows'
import { rowXml, sheetEnd, sheetStart } from './sheetXml'
import { workbookParts } from './workbookParts'

/**
 * SpreadsheetML by hand: the libraries for it on npm that are kept and whose licence is free hold a whole workbook in memory, or stream in Node alone.
 */
export const xlsx: ExchangeFormat = {
  id: 'xlsx',
  label: 'Excel workbook',
  description:
    'Articles, quotes, entities, mentions, links, codings and memos, a sheet each, and a sheet that explains every column. For Excel and LibreOffice.',
  suffix: '.tables',
  extension: 'xlsx',
  cannotHold: ['character'],
  writer: { kind: 'file', write: (input) => writeWorkbook(input) }
}

/** Rows of a sheet, with its head: what Excel and LibreOffice can hold. */
const mostRows = 1_048_576

/** In UTF-16 units, of a cell: what Excel can hold. */
const longestCell = 32_767

export function writeWorkbook(input: ExportInput, rowsOfSheet = mostRows): AsyncIterable<Uint8Array> {
  return packFiles(workbookFiles(input, rowsOfSheet), input.now)
}

async function* workbookFiles(input: ExportInput, rowsOfSheet: number): AsyncGenerator<ExportedFile> {
  const written = new Map(allTables.map((table) => [table.name, sheetsOf(table, input, rowsOfSheet)]))
  for await (const { table, rows } of tableRows(allTables, input, longestCell)) written.get(table.name)?.put(rows)
  const sheets = [...written.values()].flatMap(({ ended }) => ended())
  yield* workbookParts(
    input,
    sheets.map(({ name }) => name)
  )
  for (const [index, { file }] of sheets.entries())
    yield { path: `xl/worksheets/sheet${index + 1}.xml`, pieces: file.taken() }
}

interface Sheet {
  readonly name: string
  readonly file: Spool
}

/** A table as a sheet; rows beyond the last that a sheet can hold go on in "quotes 2". */
function sheetsOf(table: Table, input: ExportInput, rowsOfSheet: number) {
  const lost = (count: number) => input.lost('character', count)
  const head: Row = table.columns.map(({ name }) => name)
  const sheets: Sheet[] = []
  let count = 0 // rows of the last sheet
  const end = () => sheets.at(-1)?.file.put(sheetEnd(table, count))
  const begin = () => {
    if (sheets.length > 0) end()
    const name = sheets.length === 0 ? table.name : `${table.name} ${sheets.length + 1}`
    const file = spool()
    sheets.push({ name, file })
    file.put(sheetStart(table) + rowXml(head, 1, longestCell, lost, true))
    count = 1
  }
  begin()
  return {
    put: (rows: readonly Row[]) => {
      for (const row of rows) {
        if (count >= rowsOfSheet) begin()
        sheets.at(-1)?.file.put(rowXml(row, ++count, longestCell, lost))
      }
    },
    ended: (): readonly Sheet[] => {
      end()
      return sheets
    }
  }
}
