import { constants, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CliPorts } from './ports'

/** Whether a path is a file of SQLite's. False for what cannot be read, which is told where it is read as an article. */
export async function isDatabase(path: string): Promise<boolean> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => undefined)
  if (!file) return false
  try {
    if (!(await file.stat()).isFile()) return false
    const { buffer, bytesRead } = await file.read(new Uint8Array(start.length), 0, start.length, 0)
    return bytesRead === start.length && String.fromCharCode(...buffer) === start
  } finally {
    await file.close()
  }
}

const start = 'SQLite format 3\0'

/** A copy to ask: SQLite locks what it reads, and puts right what was not closed well, and nothing is to be written beside the file. */
export function databaseCopy(
  path: string,
  { onInterrupt }: Pick<CliPorts, 'onInterrupt'>
): { readonly file: string; readonly remove: () => Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'article-annotator-'))
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  const listening = onInterrupt(removeFolder)
  const file = join(folder, 'articles.sqlite')
  try {
    copyFileSync(path, file, constants.COPYFILE_FICLONE)
  } catch (error) {
    removeFolder()
    listening()
    throw error
  }
  return {
    file,
    remove() {
      removeFolder()
      listening()
      return Promise.resolve()
    }
  }
}
