import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CacheFiles } from '../../src/workspace/cacheFiles'

/** What is kept of a folder between sessions, in a folder of this machine. */
export function cacheIn(storage: string): CacheFiles {
  const file = (name: string) => join(storage, name)
  return {
    read: (name) => readFile(file(name)).catch(() => undefined),
    async write(name, bytes) {
      await mkdir(storage, { recursive: true })
      await writeFile(file(name), bytes)
    },
    rename: (from, to) => rename(file(from), file(to)),
    list: () => readdir(storage).catch(() => []),
    remove: (name) => rm(file(name))
  }
}
