/** Large files as they were read or written last: whoever finds the same bytes again need not read what they say. */
export interface LargeFiles {
  of(path: string): KnownFile | undefined
  keep(path: string, known: KnownFile): void
  forget(path: string): void
}

export interface KnownFile {
  readonly bytes: Uint8Array
  /** What they say. */
  readonly file: unknown
}

/** Smaller files are read as fast as they are found again. In bytes. */
const smallest = 200_000
/** Beyond so many bytes those that were not used for longest are forgotten, but never the last one. */
const mostBytes = 20_000_000

export function largeFiles(): LargeFiles {
  /** The last used one last. */
  const known = new Map<string, KnownFile>()
  return {
    of: (path) => known.get(path),
    keep(path, one) {
      known.delete(path)
      if (one.bytes.length < smallest) return
      known.set(path, one)
      let bytes = 0
      for (const each of known.values()) bytes += each.bytes.length
      for (const [oldest, { bytes: its }] of known) {
        if (bytes <= mostBytes || oldest === path) break
        known.delete(oldest)
        bytes -= its.length
      }
    },
    forget: (path) => void known.delete(path)
  }
}
