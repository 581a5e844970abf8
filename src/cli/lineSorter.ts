import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CliPorts } from './ports'
import { describeError } from './report'

/** Lines that are put aside in temporary files. */
export interface LineFiles {
  /** Lines that come back in order of their bytes: they begin with keys in ASCII. */
  readonly sorter: () => LineSorter
  /** Lines that come back as they were put. */
  readonly spool: () => LineSpool
  /** To be called at the end. */
  readonly remove: () => void
}

export interface LineSorter {
  readonly put: (line: string) => void
  /** To be called once, after the last `put`. */
  readonly sorted: () => Iterable<string>
}

export interface LineSpool {
  readonly put: (line: string) => void
  readonly all: () => Iterable<string>
}

/** What goes wrong with temporary files. */
export class TemporaryFileError extends Error {}

/** UTF-16 units that are sorted in memory; more are merged from files. */
const unitsAtOnce = 24_000_000

/** The files go with the process, also when that is ended from outside. */
export function lineFiles({ onInterrupt }: Pick<CliPorts, 'onInterrupt'>, atOnce = unitsAtOnce): LineFiles {
  const folder = mkdtempSync(join(tmpdir(), 'article-annotator-'))
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  const stopListening = onInterrupt(removeFolder)
  let count = 0
  const newPath = () => join(folder, `${count++}`)
  return {
    sorter: () => sorter(newPath, atOnce),
    spool: () => spool(newPath()),
    remove() {
      removeFolder()
      stopListening()
    }
  }
}

function sorter(newPath: () => string, atOnce: number): LineSorter {
  const files: string[] = []
  let lines: string[] = []
  let units = 0

  function flush(): void {
    const path = newPath()
    const file = spool(path)
    for (const line of lines.sort(inOrder)) file.put(line)
    file.close()
    files.push(path)
    lines = []
    units = 0
  }

  return {
    put(line) {
      lines.push(line)
      units += line.length + perLine
      if (units >= atOnce) flush()
    },
    sorted() {
      if (files.length === 0) return lines.sort(inOrder)
      if (lines.length > 0) flush()
      return merged(files.map((path) => linesOf(path)))
    }
  }
}

/** What a string takes beside its units, about. */
const perLine = 40

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A heap of iterators by their next lines. */
function* merged(sources: readonly Iterable<string>[]): Iterable<string> {
  const heap: { line: string; readonly rest: Iterator<string> }[] = []
  const isBefore = (a: number, b: number) => heap[a]!.line < heap[b]!.line

  function sink(from: number): void {
    for (let at = from; ;) {
      const left = 2 * at + 1
      if (left >= heap.length) return
      const least = left + 1 < heap.length && isBefore(left + 1, left) ? left + 1 : left
      if (!isBefore(least, at)) return
      ;[heap[at], heap[least]] = [heap[least]!, heap[at]!]
      at = least
    }
  }

  for (const source of sources) {
    const rest = source[Symbol.iterator]()
    const next = rest.next()
    if (!next.done) heap.push({ line: next.value, rest })
  }
  for (let at = heap.length >> 1; at >= 0; at--) sink(at)
  while (heap.length > 0) {
    const first = heap[0]!
    yield first.line
    const next = first.rest.next()
    if (next.done) {
      const last = heap.pop()!
      if (heap.length > 0) heap[0] = last
    } else first.line = next.value
    if (heap.length > 0) sink(0)
  }
}

function spool(path: string): LineSpool & { readonly close: () => void } {
  let descriptor: number | undefined = openSync(path, 'wx', 0o600)
  let waiting: string[] = []
  let units = 0

  function write(): void {
    const bytes = Buffer.from(waiting.join(''))
    try {
      for (let at = 0; at < bytes.length;) {
        const count = writeSync(descriptor!, bytes, at)
        if (count === 0) throw new Error('takes nothing more')
        at += count
      }
    } catch (error) {
      throw new TemporaryFileError(`temporary files in ${tmpdir()}: ${describeError(error)}`, { cause: error })
    }
    waiting = []
    units = 0
  }

  function close(): void {
    if (descriptor === undefined) return
    write()
    closeSync(descriptor)
    descriptor = undefined
  }

  return {
    put(line) {
      waiting.push(line, '\n')
      units += line.length
      if (units > 1 << 18) write()
    },
    all() {
      close()
      return linesOf(path)
    },
    close
  }
}

function* linesOf(path: string): Iterable<string> {
  const descriptor = openSync(path, 'r')
  try {
    let rest: Uint8Array = new Uint8Array(0)
    for (const chunk = Buffer.alloc(1 << 16); ;) {
      const count = readSync(descriptor, chunk)
      if (count === 0) return
      const bytes = Buffer.concat([rest, chunk.subarray(0, count)])
      const end = bytes.lastIndexOf(lineFeed) + 1
      rest = bytes.subarray(end)
      if (end > 0) yield* bytes.toString('utf8', 0, end - 1).split('\n')
    }
  } finally {
    closeSync(descriptor)
  }
}

const lineFeed = 0x0a
