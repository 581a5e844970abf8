import type { AnnotationFiles, FileLock } from './annotationFiles'

/** Longest time in milliseconds for which tasks join in a lock that is held: others want to write too. */
const longestHold = 2_000
/** Tasks under way at a time: each has files open. */
const mostTasks = 16

interface Hold {
  readonly lock: Promise<FileLock>
  readonly since: number
  readonly released: Promise<void>
  readonly release: () => void
  users: number
}

/** Runs tasks with the lock of `files`, which is taken once for those that come close together. */
export function sharedLock(files: AnnotationFiles): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let hold: Hold | undefined
  let underWay = 0
  const queue: (() => void)[] = []

  async function join(): Promise<Hold> {
    while (hold && performance.now() - hold.since > longestHold) await hold.released
    hold ??= newHold(files)
    hold.users++
    return hold
  }

  async function leave(left: Hold): Promise<void> {
    if (--left.users > 0) return
    await left.lock.then((lock) => lock.release()).catch(() => undefined)
    if (hold === left) hold = undefined
    left.release()
  }

  return async (task) => {
    if (underWay >= mostTasks) await new Promise<void>((resolve) => queue.push(resolve))
    else underWay++
    try {
      const joined = await join()
      try {
        await joined.lock
        return await task()
      } finally {
        await leave(joined)
      }
    } finally {
      const next = queue.shift()
      if (next) next()
      else underWay--
    }
  }
}

function newHold(files: AnnotationFiles): Hold {
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  return { lock: files.lock(), since: performance.now(), released, release, users: 0 }
}
