import { Database } from 'node-sqlite3-wasm'

export type SqlValue = string | number | null

/** A database that is open to be read, for statements of our own. */
export interface ReadDatabase {
  readonly rows: (select: string, values?: readonly SqlValue[]) => readonly Readonly<Record<string, SqlValue>>[]
  readonly close: () => void
}

export function readDatabase(file: string): ReadDatabase {
  const database = new Database(file, { readOnly: true, fileMustExist: true })
  return {
    rows: (select, values = []) => database.all(select, [...values]) as Record<string, SqlValue>[],
    close: () => database.close()
  }
}
