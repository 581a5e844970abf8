import { parentPort, workerData } from 'node:worker_threads'
import { Database } from 'node-sqlite3-wasm'
import type { AnswerCell, AnswerMessage, Question } from './answers'

// SQLite gives no sign of life while it searches: in a thread of its own it can be ended.
answer(workerData as Question, (message) => parentPort?.postMessage(message))

function answer({ file, select, mostRows }: Question, say: (message: AnswerMessage) => void): void {
  const database = new Database(file, { readOnly: true, fileMustExist: true })
  try {
    database.exec(`PRAGMA hard_heap_limit = ${mostMemory}; PRAGMA trusted_schema = OFF`)
    // Within brackets SQLite's own parser takes nothing but one SELECT: "read only" alone would let VACUUM INTO and ATTACH pass.
    database.exec(`CREATE TEMP VIEW answer AS SELECT * FROM (\n${select}\n)`)
    const columns = database.all('PRAGMA table_info(answer)').map(({ name }) => name as string)
    say({ kind: 'columns', columns })
    const statement = database.prepare(`SELECT * FROM answer LIMIT ${mostRows + 1}`)
    let rows: AnswerCell[][] = []
    let count = 0
    for (const row of statement.iterate()) {
      if (++count > mostRows) break
      rows.push(columns.map((column) => cellOf((row as Readonly<Record<string, unknown>>)[column])))
      if (rows.length < rowsOfMessage) continue
      say({ kind: 'rows', rows })
      rows = []
    }
    statement.finalize()
    say({ kind: 'rows', rows })
    say({ kind: 'end', isCut: count > mostRows })
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  } finally {
    database.close()
  }
}

function cellOf(value: unknown): AnswerCell {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'bigint') return String(value)
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : null
}

const rowsOfMessage = 500

/** In bytes, for what a question needs beside the file. */
const mostMemory = 512_000_000
