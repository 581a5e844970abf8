import type { ExchangeFormat, ExportedFile, ExportInput } from '../format'
import { allTables } from '../tables'
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
  cannotHold: ['character'],
  writer: { kind: 'files', write: (input) => csvFiles(input, 'exact') }
}

export const csvExcel: ExchangeFormat = {
  id: 'csv-excel',
  label: 'CSV tables for Excel',
  description:
    'The same tables with a byte order mark, and with an apostrophe before texts that Excel would take for formulas',
  suffix: '.excel',
  extension: 'zip',
  cannotHold: ['character'],
  writer: { kind: 'files', write: (input) => csvFiles(input, 'spreadsheet') }
}

/** A file for each table, made in one pass over the documents. */
async function* csvFiles(input: ExportInput, dialect: CsvDialect): AsyncGenerator<ExportedFile> {
  const lost = (count: number) => input.lost('character', count)
  const spools = new Map(allTables.map((table) => [table.name, spool()]))
  for (const { name, columns } of allTables)
    spools.get(name)?.put(csvStart(dialect) + csvLines([columns.map((column) => column.name)], dialect, lost))
  for await (const { table, rows } of tableRows(allTables, input))
    spools.get(table.name)?.put(csvLines(rows, dialect, lost))
  for (const [name, { taken }] of spools) yield { path: `${name}.csv`, pieces: taken() }
}
