import { FileSystemError, workspace, type Uri } from 'vscode'
import { FileFailure, newId, staleAfter, type FileLock } from '../../annotations'
import { pause } from '../../util/pause'

/** A lock between windows and programs. */
export interface LockFile {
  /** Rejects where it is held by others for longer than a lock may be held. */
  acquire(): Promise<FileLock>
  /** Rejects where the lock is not held, or another has taken it. */
  check(): Promise<void>
}

/** Longest wait for others, in milliseconds: for several who hold it one after the other. */
const longestWait = 3 * staleAfter
/** How long others may take, in milliseconds, from finding no lock to having written theirs. */
const settling = 40

/**
 * VS Code cannot make a file that only one makes. So whoever wants the lock, and finds none, writes a key of its own, waits
 * until everybody has written who found none too, and has the lock when the key is still its own. `check` is made again
 * before each change.
 */
export function fileLock(file: Uri): LockFile {
  let own: string | undefined

  return {
    async acquire() {
      const key = JSON.stringify({ key: newId() })
      const start = performance.now()
      let watched: { readonly text: string; readonly since: number } | undefined
      for (;;) {
        const holder = await textOf(file)
        if (holder === undefined) {
          await workspace.fs.writeFile(file, new TextEncoder().encode(key))
          await pause(settling)
          if ((await textOf(file)) === key) break
        } else if (holder !== watched?.text) watched = { text: holder, since: performance.now() }
        else if (performance.now() - watched.since > staleAfter) await remove(file)
        else await pause(10 + Math.random() * 40)
        if (performance.now() - start > longestWait)
          throw new FileFailure('locked', `${file.toString(true)} is held by another window or program`)
      }
      own = key
      return {
        async release() {
          if (own === key) own = undefined
          try {
            if ((await textOf(file)) === key) await workspace.fs.delete(file)
          } catch {
            // Others take it when it is stale.
          }
        }
      }
    },
    async check() {
      if (own === undefined || (await textOf(file)) !== own)
        throw new FileFailure('lock-lost', `${file.toString(true)} was taken by another window or program`)
    }
  }
}

/** Undefined where there is no file. A link to nowhere is one: it must not be written through. */
async function textOf(file: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file))
  } catch (error) {
    if (!isNotFound(error)) throw error
  }
  try {
    await workspace.fs.stat(file)
    return ''
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}

async function remove(file: Uri): Promise<void> {
  try {
    await workspace.fs.delete(file)
  } catch (error) {
    if (!isNotFound(error)) throw error
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof FileSystemError && error.code === 'FileNotFound'
}
