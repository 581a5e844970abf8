import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rmdir, unlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { FileFailure, staleAfter, type FileLock } from '../annotations'

/** A lock between programs: a file that only one can make. */
export interface LockFile {
  /** Rejects where it is held by others for longer than a lock may be held. */
  acquire(): Promise<FileLock>
  /** Rejects where the lock is not held, or another has taken it. */
  check(): Promise<void>
}

/** Longest wait for others, in milliseconds: for several who hold it one after the other. */
const longestWait = 3 * staleAfter

export function fileLock(file: string): LockFile {
  let own: string | undefined

  return {
    async acquire() {
      const text = JSON.stringify({ program: process.pid, computer: hostname(), key: randomUUID() })
      const watched: Watched = { text: undefined, since: 0 }
      const start = performance.now()
      while (!(await created(file, text))) {
        if (performance.now() - start > longestWait)
          throw new FileFailure('locked', `${file} is held by another program`)
        const holder = await textOf(file)
        if (holder !== undefined && isLeftBehind(holder, watched)) await takeAway(file, holder)
        else await setTimeout(2 + Math.random() * 10)
      }
      own = text
      return {
        async release() {
          if (own === text) own = undefined
          await release(file, text).catch(() => undefined)
        }
      }
    },
    async check() {
      if (own === undefined || (await textOf(file)) !== own)
        throw new FileFailure('lock-lost', `${file} was taken by another program`)
    }
  }
}

/** Whether it did not exist. */
async function created(file: string, text: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx')
    await handle.writeFile(text).finally(() => handle.close())
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    if (!isCode(error, 'ENOENT')) throw error
    await mkdir(dirname(file), { recursive: true })
    return false
  }
}

async function release(file: string, text: string): Promise<void> {
  if ((await textOf(file)) === text) await unlink(file)
  // Nothing remains of annotations that were all taken back.
  await rmdir(dirname(file))
}

interface Watched {
  text: string | undefined
  since: number
}

/** Who holds it has ended, or has not let go for longer than a lock may be held. */
function isLeftBehind(holder: string, watched: Watched): boolean {
  if (holder !== watched.text) {
    watched.text = holder
    watched.since = performance.now()
  }
  // Between making the file and writing into it is no time at all: who left it empty has ended there.
  return hasEnded(holder) || performance.now() - watched.since > (holder ? staleAfter : 500)
}

function hasEnded(holder: string): boolean {
  try {
    const { program, computer } = JSON.parse(holder) as { program?: unknown; computer?: unknown }
    if (computer !== hostname() || typeof program !== 'number') return false
    process.kill(program, 0)
    return false
  } catch (error) {
    return isCode(error, 'ESRCH')
  }
}

/** Takes a lock away that was left behind; that of another who has done so meanwhile is put back. */
async function takeAway(file: string, holder: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
    if ((await textOf(aside)) !== holder) await link(aside, file)
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'EEXIST')) throw error
  } finally {
    await unlink(aside).catch(() => undefined)
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
