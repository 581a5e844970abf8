import { ByteWriter, ParquetWriter, schemaFromColumnData, type BasicType } from 'hyparquet-writer'
import { cleanText } from '../../cleanText'
import type { ExportInput } from '../../format'
import type { Cell, Row, Table } from '../../tables'

/** A table as a Parquet file that grows row group by row group. */
export interface GrowingParquet {
  readonly put: (rows: readonly Row[]) => void
  /** Nothing can be put in any more. */
  readonly end: () => void
  /** The bytes that are ready and were not taken before. */
  readonly taken: () => readonly Uint8Array[]
}

/**
 * Texts are UTF-8 without what no table holds (see `cleanText`), whole numbers 32 bits, as R and pandas like them, others 64. Every column may
 * have nulls.
 */
export function parquetFile({ columns }: Pick<Table, 'columns'>, { lost }: Pick<ExportInput, 'lost'>): GrowingParquet {
  const heads = columns.map((column) => ({ name: column.name, type: typeOf(column) }))
  const columnsOf = (rows: readonly Row[]) =>
    heads.map((head, at) => ({ ...head, data: rows.map((row) => valueOf(row[at] ?? null)) }))
  const bytes = new ByteWriter()
  const schema = schemaFromColumnData({ columnData: columnsOf([]) })
  const file = new ParquetWriter({ writer: bytes, schema, createdBy: 'Article Annotator' })
  let waiting: Row[] = []
  let characters = 0

  function valueOf(cell: Cell): Cell {
    return typeof cell === 'string' ? cleanText(cell, (count) => lost('character', count)) : cell
  }

  function writeGroup(): void {
    if (waiting.length > 0) void file.write({ columnData: columnsOf(waiting), rowGroupSize: waiting.length })
    waiting = []
    characters = 0
  }

  return {
    put(rows) {
      for (const row of rows) {
        waiting.push(row)
        characters += lengthOf(row)
        if (waiting.length >= rowsOfGroup || characters >= charactersOfGroup) writeGroup()
      }
    },
    end() {
      writeGroup()
      void file.finish()
    },
    taken() {
      if (bytes.index === 0) return []
      const ready = bytes.getBytes().slice()
      bytes.index = 0
      return [ready]
    }
  }
}

function typeOf({ type, isFraction }: Table['columns'][number]): BasicType {
  if (type === 'text') return 'STRING'
  if (type === 'true/false') return 'BOOLEAN'
  return isFraction ? 'DOUBLE' : 'INT32'
}

function lengthOf(row: Row): number {
  return row.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 0), 0)
}

/** Large enough to compress well, small enough to hold. */
const rowsOfGroup = 50_000
const charactersOfGroup = 8_000_000
