import { replacementOf, type AnnotationFiles, type FileFailure } from '../../../../src/annotations'

/** Files in memory, with what can go wrong with a disk. */
export interface MemoryFiles extends AnnotationFiles {
  readonly contents: Map<string, string>
  readonly readOnly: Set<string>
  /** Thrown by whatever writes, while it is there. */
  failure: FileFailure | undefined
  /** Called before a file takes its new content, as others may do things then. */
  beforeReplace: (path: string) => void
  /** How often the lock was taken. */
  locks: number
}

export function memoryFiles(contents: Readonly<Record<string, string>> = {}): MemoryFiles {
  let version = 0
  const stamps = new Map<string, number>()
  let last: Promise<unknown> = Promise.resolve()
  const files: MemoryFiles = {
    contents: new Map(Object.entries(contents)),
    readOnly: new Set(),
    failure: undefined,
    beforeReplace: () => {},
    locks: 0,
    list: (folder, depth) =>
      later(() =>
        [...files.contents.keys()].filter((path) => {
          const below = folder ? path.startsWith(`${folder}/`) && path.slice(folder.length + 1) : path
          return below && (depth === 'below' || !below.includes('/'))
        })
      ),
    stat: (path) =>
      later(() => {
        const content = files.contents.get(path)
        if (content === undefined) return undefined
        const stamp = `${stamps.get(path) ?? 0}-${content.length}`
        return { size: content.length, stamp, isReadOnly: files.readOnly.has(path) }
      }),
    read: (path) =>
      later(() => {
        const content = files.contents.get(path)
        return content === undefined ? undefined : new TextEncoder().encode(content)
      }),
    replace: (path, bytes) =>
      later(() => {
        if (files.failure) throw files.failure
        files.beforeReplace(path)
        files.contents.set(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
        files.contents.delete(replacementOf(path))
        stamps.set(path, ++version)
      }),
    remove: (path) =>
      later(() => {
        if (files.failure) throw files.failure
        files.contents.delete(path)
      }),
    lock: async () => {
      const before = last
      let release = () => {}
      last = new Promise<void>((resolve) => (release = resolve))
      await before
      files.locks++
      return { release: () => later(release) }
    }
  }
  return files
}

function later<Result>(task: () => Result): Promise<Result> {
  return Promise.resolve().then(task)
}

/** The same files as a file system has them that does not tell capitals: each keeps the name that it was made with. */
export function withoutCapitals(files: MemoryFiles): AnnotationFiles {
  const nameOf = (path: string) => {
    const known = [...files.contents.keys()]
    const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
    const own = known.find((one) => isSame(one, path))
    if (own !== undefined) return own
    // A folder that is there keeps its name, too.
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const above = known.find((one) => one[end] === '/' && isSame(one.slice(0, end), path.slice(0, end)))
      if (above !== undefined) return above.slice(0, end) + path.slice(end)
    }
    return path
  }
  return {
    list: (folder, depth) => files.list(folder === '' ? '' : nameOf(`${folder}/x`).slice(0, -2), depth),
    stat: (path) => files.stat(nameOf(path)),
    read: (path) => files.read(nameOf(path)),
    replace: (path, bytes) => files.replace(nameOf(path), bytes),
    remove: (path) => files.remove(nameOf(path)),
    lock: () => files.lock()
  }
}
