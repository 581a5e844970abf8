import { createReadStream } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Database } from 'node-sqlite3-wasm'
import type { NewDatabase } from '../../exchange'
import type { CliPorts } from '../ports'

/** A database in a temporary folder of its own. */
export interface DatabaseInFolder extends NewDatabase {
  readonly file: string
  /** Nothing can be written any more, and others may open the file. */
  readonly close: () => void
}

/** The folder goes with the process, also when that is ended from outside. */
export function newDatabase({ onInterrupt }: Pick<CliPorts, 'onInterrupt'>): DatabaseInFolder {
  const folder = mkdtempSync(join(tmpdir(), 'article-annotator-'))
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  const listening = onInterrupt(removeFolder)
  const file = join(folder, 'articles.sqlite')
  const database = new Database(file)
  const close = () => {
    if (database.isOpen) database.close()
  }
  return {
    file,
    run: (statements) => database.exec(statements),
    insert(sql) {
      const statement = database.prepare(sql)
      return { row: (values) => void statement.run([...values]), end: () => statement.finalize() }
    },
    close,
    async *taken() {
      close()
      yield* createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>
    },
    remove() {
      close()
      removeFolder()
      listening()
      return Promise.resolve()
    }
  }
}
