import { codeTree } from '../../annotations'
import { countDecisionLosses } from '../decisionLosses'
import type { ExportInput } from '../format'
import type { Row, Table } from './table'
import { articleNames, tableDocument } from './tableDocument'

/** Rows of one of the tables, in the order of that table. */
export interface TableRowsOf {
  readonly table: Table
  readonly rows: readonly Row[]
}

/** The rows of all tables in one pass over the documents, those of a document together. `longestCell` in UTF-16 units. */
export async function* tableRows(
  tables: readonly Table[],
  input: ExportInput,
  longestCell = Infinity
): AsyncGenerator<TableRowsOf> {
  const { codes, registry, memos, offsets } = input
  const context = { codes, registry, memos, codeTree: codeTree(codes), longestCell }
  const started = tables.map((table) => ({ table, rows: table.start(context) }))
  const nameOf = articleNames()
  for await (const document of input.documents()) {
    countDecisionLosses(document, input, ['verdict'])
    const source = tableDocument(document, nameOf(document), offsets)
    for (const { table, rows } of started) yield { table, rows: rows.of(source) }
  }
  for (const { table, rows } of started) for (const batch of rows.end()) yield { table, rows: batch }
}

/** For a further pass over the documents: what is lost with them was counted in the first. */
export function countedBefore(input: ExportInput): ExportInput {
  return { ...input, lost: () => undefined }
}
