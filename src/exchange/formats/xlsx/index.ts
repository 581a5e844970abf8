import type { ExchangeFormat, ExportInput } from '../../format'
import { growingZip, type GrowingFile, type GrowingZip } from '../../growingZip'
import { allTables, quotesTable, tablePasses, type Row, type Table } from '../../tables'
import { countedBefore, tableRows } from '../../tables/tableRows'
import { rowXml, sheetEnd, sheetStart } from './sheetXml'
import { firstParts, lastParts, sheetPath, type WorkbookPart, type WorkbookSheet } from './workbookParts'

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
  cannotHold: ['verdict', 'character'],
  writer: { kind: 'file', write: (input) => writeWorkbook(input) }
}

/** Rows of a sheet, with its head: what Excel and LibreOffice can hold. */
const mostRows = 1_048_576

/** In UTF-16 units, of a cell: what Excel can hold. */
const longestCell = 32_767

export async function* writeWorkbook(input: ExportInput, rowsOfSheet = mostRows): AsyncGenerator<Uint8Array> {
  const zip = growingZip(input.now)
  for (const part of firstParts(input)) putWhole(zip, part)
  const sheets = numberedSheets(zip)
  // The file that is begun first is written out at once and need not wait: what takes most room of the tables of the first pass.
  const largestFirst = [quotesTable, ...allTables.filter((table) => table !== quotesTable)]
  const written = new Map(largestFirst.map((table) => [table.name, sheetsOf(table, input, rowsOfSheet, sheets.begin)]))
  for (const [pass, tables] of tablePasses.entries()) {
    const documents = pass === 0 ? input : countedBefore(input)
    for await (const { table, rows } of tableRows(tables, documents, longestCell)) {
      written.get(table.name)?.put(rows)
      yield* zip.taken()
    }
    for (const { name } of tables) written.get(name)?.end()
    yield* zip.taken()
  }
  for (const part of lastParts(sheets.inOrder(allTables))) putWhole(zip, part)
  zip.end()
  yield* zip.taken()
}

function putWhole(zip: GrowingZip, { path, text }: WorkbookPart): void {
  const file = zip.begin(path)
  file.put(text)
  file.end()
}

/** Files are numbered as they are begun; the workbook has them in order of the tables. */
function numberedSheets(zip: GrowingZip) {
  const begun: WorkbookSheet[] = []
  return {
    begin: (table: Table, name: string): GrowingFile => {
      const number = begun.length + 1
      begun.push({ table: table.name, name, number })
      return zip.begin(sheetPath(number))
    },
    inOrder: (tables: readonly Table[]) => tables.flatMap(({ name }) => begun.filter((sheet) => sheet.table === name))
  }
}

/** A table as a sheet; rows beyond the last that a sheet can hold go on in "quotes 2". */
function sheetsOf(
  table: Table,
  input: ExportInput,
  rowsOfSheet: number,
  beginSheet: (table: Table, name: string) => GrowingFile
) {
  const lost = (count: number) => input.lost('character', count)
  const head: Row = table.columns.map(({ name }) => name)
  let number = 0
  let count = 0 // rows of the last sheet
  let file = begin()
  function begin(): GrowingFile {
    number++
    const begun = beginSheet(table, number === 1 ? table.name : `${table.name} ${number}`)
    begun.put(sheetStart(table) + rowXml(head, 1, longestCell, lost, true))
    count = 1
    return begun
  }
  function end(): void {
    file.put(sheetEnd(table, count))
    file.end()
  }
  return {
    put: (rows: readonly Row[]) => {
      for (const row of rows) {
        if (count >= rowsOfSheet) {
          end()
          file = begin()
        }
        file.put(rowXml(row, ++count, longestCell, lost))
      }
    },
    end
  }
}
