import { closeSync, fstatSync, readFileSync, statSync, writeSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { isatty } from 'node:tty'
import type { TextOutput } from './ports'

type DescriptorKind = 'closed' | 'folder' | 'file' | 'stream'

/** Bytes of standard input. Rejects when it is closed or a folder, where Node would give an empty stream. */
export async function* standardInput(process: NodeJS.Process): AsyncGenerator<Uint8Array> {
  const kind = kindOf(0)
  if (kind === 'closed') throw new Error('standard input is closed')
  if (kind === 'folder') throw new Error('standard input is a folder')
  yield* process.stdin as AsyncIterable<Uint8Array>
}

/** Standard output (1) or standard error (2). Never throws; `write` rejects when nothing can be written. */
export function standardOutput(descriptor: 1 | 2, stream: () => Writable & { readonly isTTY?: boolean }): TextOutput {
  switch (kindOf(descriptor)) {
    case 'closed':
    case 'folder':
      return closedOutput
    case 'file':
      return fileOutput(descriptor)
    case 'stream': {
      const opened = stream()
      return streamOutput(opened, opened.isTTY)
    }
  }
}

/**
 * A pipe, a socket or a terminal. `write` waits until the text is gone, so that a slow reader slows the analysis down instead
 * of filling the memory. A reader that went away (`| head`, EPIPE) is no error: from then on `write` resolves to false.
 */
export function streamOutput(stream: Writable, isTerminal = false): TextOutput {
  let failure: Error | undefined
  let isOpen = true
  let waiting: (() => void)[] = []
  const close = (error?: Error | null) => {
    if (isOpen && error && !('code' in error && error.code === 'EPIPE')) failure = error
    isOpen = false
    const woken = waiting
    waiting = []
    for (const resolve of woken) resolve()
  }
  stream.on('error', close).on('close', () => close())
  return {
    isTerminal,
    async write(text) {
      if (isOpen)
        await new Promise<void>((resolve) => {
          waiting.push(resolve)
          stream.write(text, (error) => {
            if (error) close(error)
            waiting = waiting.filter((other) => other !== resolve)
            resolve()
          })
        })
      if (failure) throw failure
      return isOpen
    },
    end: () => Promise.resolve()
  }
}

/**
 * A file or a device. Writes all bytes or rejects: Node's own stream over a file takes a write that was cut short, by a full
 * disk or a limit, for a whole one.
 */
export function fileOutput(descriptor: number): TextOutput {
  return {
    isTerminal: false,
    async write(text) {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text
      for (let at = 0; at < bytes.length;) {
        const written = writeSync(descriptor, bytes, at)
        if (written === 0) throw new Error('takes nothing more')
        at += written
      }
      return Promise.resolve(true)
    },
    async end() {
      // A file system over the network says only now that its disk is full.
      closeSync(descriptor)
      return Promise.resolve()
    }
  }
}

const closedOutput: TextOutput = {
  isTerminal: false,
  write: () => Promise.reject(new Error('is closed')),
  end: () => Promise.resolve()
}

function kindOf(descriptor: number): DescriptorKind {
  try {
    const stats = fstatSync(descriptor)
    if (stats.isDirectory()) return 'folder'
    if (stats.isFile()) return 'file'
    if (!stats.isCharacterDevice() || isatty(descriptor)) return 'stream'
    return isOpenedByNode(descriptor, stats.rdev) ? 'closed' : 'file'
  } catch (error) {
    // On Windows not every descriptor has a status.
    return error instanceof Error && 'code' in error && error.code === 'EBADF' ? 'closed' : 'stream'
  }
}

/**
 * Node opens the null device where a standard stream is closed, for reading and writing. A shell's `> /dev/null` is for writing
 * alone; who passes it on opened for both says that nobody reads it, too. Only Linux tells which it is.
 */
function isOpenedByNode(descriptor: number, device: number): boolean {
  try {
    if (device !== statSync('/dev/null').rdev) return false
    const [, flags = ''] = /^flags:\s*(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8')) ?? []
    return (parseInt(flags, 8) & 0o3) === 2
  } catch {
    return false
  }
}
