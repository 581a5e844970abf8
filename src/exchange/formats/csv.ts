import type { ExchangeFormat, ExportedFile, ExportInput } from '../format'
import { allTables, quotesTable, tablePasses, type Row, type Table } from '../tables'
import { csvLines, csvStart, type CsvDialect } from '../csv'
import { spool } from '../tables/spool'
import { countedBefore, tableRows } from '../tables/tableRows'

export const csv: ExchangeFormat = {
  id: 'csv',
  label: 'CSV tables',
  description:
    'Articles, quotes, entities, mentions, links, codings and memos as tidy tables, for R, pandas and statistics programs. Every value is exact: to open the files in Excel, take the variant for Excel.',
  suffix: '.tables',
  extension: 'zip',
  cannotHold: ['verdict', 'character'],
  writer: { kind: 'files', write: (input) => csvFiles(input, 'exact') }
}

export const csvExcel: ExchangeFormat = {
  id: 'csv-excel',
  label: 'CSV tables for Excel',
  description:
    'The same tables with a byte order mark, and with an apostrophe before texts that Excel would take for formulas',
  suffix: '.excel',
  extension: 'zip',
  cannotHold: ['verdict', 'character'],
  writer: { kind: 'files', write: (input) => csvFiles(input, 'spreadsheet') }
}

/** A file for each table. Of those of the first pass over the documents `quotes` is written as they come; the others are small, and wait for it. */
// eslint-disable-next-line @typescript-eslint/require-await -- what waits is reading the pieces
async function* csvFiles(input: ExportInput, dialect: CsvDialect): AsyncGenerator<ExportedFile> {
  const lost = (count: number) => input.lost('character', count)
  const lines = (rows: readonly Row[]) => csvLines(rows, dialect, lost)
  const start = ({ columns }: Table) => csvStart(dialect) + lines([columns.map(({ name }) => name)])
  const file = ({ name }: Table, pieces: ExportedFile['pieces']) => ({ path: `${name}.csv`, pieces })
  const [together] = tablePasses
  const spools = new Map(together.filter((table) => table !== quotesTable).map((table) => [table, spool()]))
  async function* quotes(): AsyncGenerator<string> {
    for (const [table, { put }] of spools) put(start(table))
    yield start(quotesTable)
    for await (const { table, rows } of tableRows(together, input)) {
      if (rows.length === 0) continue
      if (table === quotesTable) yield lines(rows)
      else spools.get(table)?.put(lines(rows))
    }
  }
  async function* inOwnPass(table: Table): AsyncGenerator<string> {
    yield start(table)
    for await (const { rows } of tableRows([table], countedBefore(input))) if (rows.length > 0) yield lines(rows)
  }
  yield file(quotesTable, quotes())
  for (const table of allTables) {
    if (table !== quotesTable) yield file(table, spools.get(table)?.taken() ?? inOwnPass(table))
  }
}
