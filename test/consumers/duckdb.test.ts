import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { parquet } from '../../src/exchange/formats/parquet'
import { parquetFile } from '../../src/exchange/formats/parquet/parquetFile'
import { allTables, type Row } from '../../src/exchange/tables'
import { plainDocument, tortureDocuments } from '../unit/exchange/documents'
import { inputOf, written } from '../unit/exchange/inputs'
import { tableCells } from './tableCells'

const types = { text: 'VARCHAR', number: 'INTEGER', 'true/false': 'BOOLEAN' } as const

describe('DuckDB reads the Parquet tables', () => {
  let folder: string
  let connection: DuckDBConnection
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parquet-'))
    connection = await (await DuckDBInstance.create()).connect()
  })
  after(async () => {
    connection.closeSync()
    await rm(folder, { recursive: true, force: true })
  })

  async function rowsOf(sql: string): Promise<readonly (readonly unknown[])[]> {
    return (await connection.runAndReadAll(sql)).getRows()
  }

  const path = (name: string) => `'${join(folder, `${name}.parquet`)}'`
  const input = () => inputOf([...tortureDocuments(), plainDocument()])

  it('has every cell, with its type', async () => {
    for (const { path: name, bytes } of await written(parquet, input())) await writeFile(join(folder, name), bytes)
    const cells = await tableCells(input())
    for (const { name, columns } of allTables) {
      assert.deepEqual(
        (await rowsOf(`DESCRIBE SELECT * FROM ${path(name)}`)).map(([column, type]) => [column, type]),
        columns.map((column) => [column.name, column.isFraction ? 'DOUBLE' : types[column.type]]),
        name
      )
      assert.deepEqual(await rowsOf(`SELECT * FROM ${path(name)}`), cells.get(name), name)
    }
    assert.ok((cells.get('mentions')?.length ?? 0) > 10)
  })

  it('counts as the sidebar does', async () => {
    const [counted] = await rowsOf(
      `SELECT (SELECT count(*)::INT FROM ${path('quotes')} WHERE act = 'speech' AND NOT again),
        (SELECT count FROM ${path('counts')} WHERE figure = 'Quotes')`
    )
    assert.deepEqual(counted, [7, 7])
  })

  it('goes over the end of a group of rows', async () => {
    const columns = [
      { name: 'n', type: 'number', about: '' },
      { name: 'words', type: 'text', about: '' }
    ] as const
    const row = (n: number): Row => [n, n % 3 === 0 ? null : `w${n}`]
    const { put, end, taken } = parquetFile({ columns }, { lost: () => undefined })
    const pieces: Uint8Array[] = []
    for (let n = 0; n < 120_000; n += 1000) {
      put(Array.from({ length: 1000 }, (_, index) => row(n + index)))
      pieces.push(...taken())
    }
    end()
    await writeFile(join(folder, 'large.parquet'), Buffer.concat([...pieces, ...taken()]))
    const [all] = await rowsOf(
      `SELECT count(*)::INT, count(words)::INT, min(n), max(n), count(*) FILTER (WHERE words = 'w' || n)::INT FROM ${path('large')}`
    )
    assert.deepEqual(all, [120_000, 80_000, 0, 119_999, 80_000])
    assert.deepEqual(await rowsOf(`SELECT count(DISTINCT row_group_id)::INT FROM parquet_metadata(${path('large')})`), [
      [3]
    ])
    assert.ok(pieces.length > 1, 'nothing came out before the end')
  })
})
