import assert from 'node:assert/strict'
import type { CacheFiles } from '../../../src/workspace/cacheFiles'

/** Files in memory, which copy what they are given as a disk does. */
export function cacheOver(files: Map<string, Uint8Array>): CacheFiles {
  return {
    read: (name) => Promise.resolve(files.get(name)?.slice()),
    write: (name, bytes) => Promise.resolve(void files.set(name, bytes.slice())),
    rename(from, to) {
      files.set(to, files.get(from) ?? assert.fail(from))
      files.delete(from)
      return Promise.resolve()
    },
    list: () => Promise.resolve([...files.keys()]),
    remove: (name) => Promise.resolve(void files.delete(name))
  }
}
