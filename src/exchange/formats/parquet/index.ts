import type { ExchangeFormat, ExportedFile, ExportInput } from '../../format'
import { allTables, quotesTable, tablePasses, type Table } from '../../tables'
import { countedBefore, tableRows } from '../../tables/tableRows'
import { parquetFile } from './parquetFile'

export const parquet: ExchangeFormat = {
  id: 'parquet',
  label: 'Parquet tables',
  description:
    'The same tables with types, compressed and fast to read however many rows there are, for DuckDB, Polars, pandas, Arrow and Spark',
  suffix: '.parquet',
  extension: 'zip',
  cannotHold: ['verdict', 'character'],
  writer: { kind: 'files', write: parquetFiles }
}

/** A file for each table. Of those of the first pass `quotes` is written as it grows; the others, compressed, wait for it. */
// eslint-disable-next-line @typescript-eslint/require-await -- what waits is reading the pieces
async function* parquetFiles(input: ExportInput): AsyncGenerator<ExportedFile> {
  const [together] = tablePasses
  const file = ({ name }: Table, pieces: ExportedFile['pieces']) => ({ path: `${name}.parquet`, pieces })
  const waiting = new Map<Table, readonly Uint8Array[]>()
  async function* quotes(): AsyncGenerator<Uint8Array> {
    const growing = new Map(together.map((table) => [table, parquetFile(table, input)]))
    for await (const { table, rows } of tableRows(together, input)) {
      growing.get(table)?.put(rows)
      yield* growing.get(quotesTable)?.taken() ?? []
    }
    for (const [table, { end, taken }] of growing) {
      end()
      if (table === quotesTable) yield* taken()
      else waiting.set(table, taken())
    }
  }
  async function* inOwnPass(table: Table): AsyncGenerator<Uint8Array> {
    const { put, end, taken } = parquetFile(table, input)
    for await (const { rows } of tableRows([table], countedBefore(input))) {
      put(rows)
      yield* taken()
    }
    end()
    yield* taken()
  }
  function* waited(table: Table): Generator<Uint8Array> {
    yield* waiting.get(table) ?? []
    waiting.delete(table)
  }
  yield file(quotesTable, quotes())
  for (const table of allTables)
    if (table !== quotesTable) yield file(table, together.includes(table) ? waited(table) : inOwnPass(table))
}
