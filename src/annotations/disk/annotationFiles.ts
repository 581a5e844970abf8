/**
 * The files of one root folder: that which `.annotations` is in, or where recovery copies are kept. Paths are below the root,
 * with "/" between their segments; "" is the root. Whatever fails rejects with a `FileFailure`.
 */
export interface AnnotationFiles {
  /** The files in a folder, or at any depth below it, in no order; none where the folder does not exist. */
  list(folder: string, depth: 'folder' | 'below'): Promise<readonly string[]>
  /** Undefined where there is no such file. */
  stat(path: string): Promise<FileStat | undefined>
  /** Undefined where there is no such file. */
  read(path: string): Promise<Uint8Array | undefined>
  /**
   * Writes a file in one go, with the folders above it: whoever reads sees the old or the new content, or, while there is
   * none of that name, the new one under `replacementOf(path)`. Only with the lock.
   */
  replace(path: string, bytes: Uint8Array): Promise<void>
  /** Does nothing where there is no such file. Removes the folders above it that have become empty. Only with the lock. */
  remove(path: string): Promise<void>
  /**
   * Waits until nobody else, of this program or another, holds the lock of this root, and holds it. Rejects where another
   * holds it for too long. Whoever holds it for longer than `staleAfter` may find that another has taken it: then `replace`
   * and `remove` reject with "lock-lost" and change nothing.
   */
  lock(): Promise<FileLock>
}

export interface FileLock {
  /** Never rejects. */
  release(): Promise<void>
}

export interface FileStat {
  /** In bytes. */
  readonly size: number
  /** Becomes different when the file does. */
  readonly stamp: string
  readonly isReadOnly: boolean
}

export type FailureKind = 'read-only' | 'no-space' | 'locked' | 'lock-lost' | 'other'

export class FileFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string
  ) {
    super(message)
    this.name = 'FileFailure'
  }
}

/** Milliseconds after which a lock counts as left behind. */
export const staleAfter = 15_000

/** Where the new content of a file lies before it takes its place. */
export function replacementOf(path: string): string {
  const slash = path.lastIndexOf('/') + 1
  return `${path.slice(0, slash)}.${path.slice(slash)}.new`
}

/** The file that says who holds the lock. */
export const lockPath = '.annotations/.lock'
