import { cleanText } from '../../cleanText'
import type { ExportInput } from '../../format'
import { allTables, type Cell, type Row, type Table } from '../../tables'
import { tableRows } from '../../tables/tableRows'
import { createIndexes, createSearch, createTable, insertInto } from './schema'
import { createView, viewRows, views } from './views'

/** A database that is empty and goes away with whoever opened it. */
export interface NewDatabase {
  readonly run: (statements: string) => void
  readonly insert: (statement: string) => Insertion
  /** The bytes of its file, once; nothing can be written any more. */
  readonly taken: () => AsyncIterable<Uint8Array>
  /** To be called at the end, whatever has happened. */
  readonly remove: () => Promise<void>
}

export interface Insertion {
  readonly row: (values: readonly Cell[]) => void
  readonly end: () => void
}

export type OpenDatabase = () => Promise<NewDatabase>

/** The bytes of the file, once all is in it. */
export async function* writeDatabase(input: ExportInput, open: OpenDatabase): AsyncGenerator<Uint8Array> {
  const database = await open()
  try {
    await fillDatabase(database, input)
    yield* database.taken()
  } finally {
    await database.remove()
  }
}

/** All tables, in one pass over the documents, then what is made of them: indexes, search, views. */
export async function fillDatabase(database: NewDatabase, input: ExportInput): Promise<void> {
  // Nobody reads it before it is whole: no journal. What a row refers to may come after it.
  database.run('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN')
  await insertRows(database, input)
  database.run([...createIndexes, ...createSearch, ...views.map(createView), 'COMMIT'].join(';\n'))
}

async function insertRows(database: NewDatabase, input: ExportInput): Promise<void> {
  const insertions = new Map(allTables.map((table) => [table.name, begin(database, table)]))
  const put = (name: string, rows: readonly Row[]) => {
    for (const row of rows) insertions.get(name)?.row(row.map((cell) => valueOf(cell, input)))
  }
  try {
    for await (const { table, rows } of tableRows(allTables, input)) put(table.name, rows)
    put('columns', viewRows())
  } finally {
    for (const { end } of insertions.values()) end()
  }
}

function begin(database: NewDatabase, table: Table): Insertion {
  database.run(createTable(table))
  return database.insert(insertInto(table))
}

/** Texts as in the other tables; truths are 0 and 1. */
function valueOf(cell: Cell, { lost }: ExportInput): Cell {
  if (typeof cell === 'boolean') return Number(cell)
  return typeof cell === 'string' ? cleanText(cell, (count) => lost('character', count)) : cell
}
