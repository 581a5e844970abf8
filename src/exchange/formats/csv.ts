import type { ExchangeFormat, ExportedFile, ExportInput } from '../format'
import { allTables, quotesTable, type Row, type Table } from '../tables'
import { csvLines, csvStart, type CsvDialect } from '../csv'
import { spool } from '../tables/spool'
import { tableRows } from '../tables/tableRows'

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

/** A file for each table, made in one pass over the documents. What takes most room, also compressed, comes first and is written as it is made: the others wait for it. */
// eslint-disable-next-line @typescript-eslint/require-await -- what waits is reading the pieces
async function* csvFiles(input: ExportInput, dialect: CsvDialect): AsyncGenerator<ExportedFile> {
  const lost = (count: number) => input.lost('character', count)
  const lines = (rows: readonly Row[]) => csvLines(rows, dialect, lost)
  const start = ({ columns }: Table) => csvStart(dialect) + lines([columns.map(({ name }) => name)])
  const others = allTables.filter((table) => table !== quotesTable)
  const spools = new Map(others.map((table) => [table.name, spool()]))
  async function* quotes(): AsyncGenerator<string> {
    for (const table of others) spools.get(table.name)?.put(start(table))
    yield start(quotesTable)
    for await (const { table, rows } of tableRows(allTables, input)) {
      if (rows.length === 0) continue
      if (table === quotesTable) yield lines(rows)
      else spools.get(table.name)?.put(lines(rows))
    }
  }
  yield { path: `${quotesTable.name}.csv`, pieces: quotes() }
  for (const [name, { taken }] of spools) yield { path: `${name}.csv`, pieces: taken() }
}
