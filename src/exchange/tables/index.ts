import { articlesTable } from './articles'
import { codesTable } from './codes'
import { codingsTable } from './codings'
import { countsTable } from './counts'
import { entitiesTable } from './entities'
import { linksTable } from './links'
import { memosTable } from './memos'
import { mentionsTable } from './mentions'
import { quotesTable } from './quotes'
import { rejectedTable } from './rejected'
import { defineTable, text, type Table } from './table'
import { textsTable } from './texts'

export type { Cell, Row, Table } from './table'
export { entitiesTable, mentionsTable, quotesTable, codingsTable, articlesTable }

const dataTables: readonly Table[] = [
  articlesTable,
  quotesTable,
  entitiesTable,
  mentionsTable,
  linksTable,
  codingsTable,
  memosTable,
  codesTable,
  rejectedTable,
  textsTable,
  countsTable
]

/** A row of the table that explains the others; of a table as a whole its column is null. */
interface Explanation {
  readonly table: string
  readonly column: string | null
  readonly type: string | null
  readonly about: string
}

const columnsTable: Table = defineTable<Explanation>(
  'columns',
  'One row for each table and each of its columns: what it means.',
  [
    text('table', 'The table.', ({ table }) => table),
    text('column', 'The column; empty where the row is about the table as a whole.', ({ column }) => column),
    text('type', 'Text, number or true/false.', ({ type }) => type),
    text('explanation', 'What it means.', ({ about }) => about)
  ],
  () => ({ end: () => explanations([...dataTables, columnsTable]) })
)

/** Everything of an export as tidy tables, the one that explains them last. */
export const allTables: readonly Table[] = [...dataTables, columnsTable]

/** Rows of one table take more room, also compressed, than those of all others but the quotes together. */
const largeTables: readonly Table[] = [mentionsTable, textsTable]

/**
 * The tables of each pass over the documents. A writer writes out one table of a pass as its rows come and holds the others until then,
 * which nothing large must be among: a large table has a pass of its own.
 */
export const tablePasses: readonly [readonly Table[], ...(readonly Table[])[]] = [
  allTables.filter((table) => !largeTables.includes(table)),
  ...largeTables.map((table) => [table])
]

function explanations(tables: readonly Table[]): readonly Explanation[] {
  return tables.flatMap(({ name, about, columns }) => [
    { table: name, column: null, type: null, about },
    ...columns.map((column) => ({ table: name, column: column.name, type: column.type, about: column.about }))
  ])
}
