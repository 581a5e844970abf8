import type { CodeTree } from '../../annotations'
import type { CsvCell } from '../csv'
import type { ExportInput } from '../format'
import type { TableDocument } from './tableDocument'

/** Null where it does not apply or is not known. */
export type Cell = CsvCell

export type Row = readonly Cell[]

/** A table as writers see it. */
export interface Table {
  /** Lower case: the name of a file or sheet. */
  readonly name: string
  /** A sentence on what a row is. */
  readonly about: string
  readonly columns: readonly ColumnHead[]
  /** Begins the table for one pass over an export's documents. */
  readonly start: (context: TableContext) => TableRows
}

export interface ColumnHead {
  /** Lower case with underscores, as R and pandas like them. */
  readonly name: string
  readonly type: 'text' | 'number' | 'true/false'
  /** Of numbers: not all of them are whole. */
  readonly isFraction?: true
  /** A sentence in English. */
  readonly about: string
}

/** What tables ask of an export beside its documents. */
export interface TableContext extends Pick<ExportInput, 'codes' | 'registry' | 'memos'> {
  readonly codeTree: CodeTree
  /** The longest text of a cell, in UTF-16 units. */
  readonly longestCell: number
}

export interface TableRows {
  /** The rows of a document, asked for once each and in the order of the export. */
  readonly of: (document: TableDocument) => readonly Row[]
  /** The rows about the whole, a few hundred at a time, when all documents are through. */
  readonly end: () => Iterable<readonly Row[]>
}

export interface Column<Fact> extends ColumnHead {
  readonly cell: (fact: Fact) => Cell
}

/** What the rows of a table are made of. */
export interface Facts<Fact> {
  readonly of?: (document: TableDocument) => readonly Fact[]
  readonly end?: () => readonly Fact[]
}

/** A table of facts, each a row, each column with the function that makes its cell. */
export function defineTable<Fact>(
  name: string,
  about: string,
  columns: readonly Column<Fact>[],
  facts: (context: TableContext) => Facts<Fact>
): Table {
  const row = (fact: Fact): Row => columns.map(({ cell }) => cell(fact))
  return {
    name,
    about,
    columns,
    start(context) {
      const { of, end } = facts(context)
      return { of: (document) => of?.(document).map(row) ?? [], end: () => inBatches(end?.() ?? [], row) }
    }
  }
}

/** There may be a hundred thousand entities: their rows are made when they are written. */
function* inBatches<Fact>(facts: readonly Fact[], row: (fact: Fact) => Row): Generator<readonly Row[]> {
  for (let from = 0; from < facts.length; from += rowsOfBatch) yield facts.slice(from, from + rowsOfBatch).map(row)
}

const rowsOfBatch = 500

export function text<Fact>(name: string, about: string, cell: (fact: Fact) => string | null): Column<Fact> {
  return { name, type: 'text', about, cell }
}

export function number<Fact>(name: string, about: string, cell: (fact: Fact) => number | null): Column<Fact> {
  return { name, type: 'number', about, cell }
}

/** Of numbers that need not be whole. */
export function fraction<Fact>(name: string, about: string, cell: (fact: Fact) => number | null): Column<Fact> {
  return { ...number(name, about, cell), isFraction: true }
}

export function truth<Fact>(name: string, about: string, cell: (fact: Fact) => boolean | null): Column<Fact> {
  return { name, type: 'true/false', about, cell }
}

/** Several values in one cell. */
export function listed(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join('; ')
}

/** Two digits: more of them would say more than is known. */
export function twoDigits(confidence: number): number {
  return Math.round(confidence * 100) / 100
}
