import { printableMessage } from './printable'
import type { ExitCode, TextOutput } from './ports'

/** Something to be said of an input: `name` is a path, or a path and line ("articles.jsonl:3"). */
export interface Message {
  readonly name: string
  readonly message: string
}

/** Where the messages on standard error come from: one line each, whatever a file's name or an error has in it. */
export interface Report {
  /** Something could not be done. */
  failed(failure: Message): Promise<void>
  /** Something was done, but its reader should know more. */
  noted(note: Message): Promise<void>
  exitCode(): ExitCode
  /** What could not be done so far. */
  failures(): readonly Message[]
}

/** Prints messages as they are reported, and remembers for the exit code whether something failed. */
export function reportTo(errors: TextOutput): Report {
  const failures: Message[] = []
  return {
    failed: async ({ name, message }) => {
      failures.push({ name, message })
      await errors.write(`${printableMessage(name)}: ${printableMessage(message)}\n`)
    },
    noted: async ({ name, message }) => {
      await errors.write(`${printableMessage(name)}: note: ${printableMessage(message)}\n`)
    },
    exitCode: () => (failures.length > 0 ? 1 : 0),
    failures: () => failures
  }
}

/** What went wrong, in words that a user of the command line understands. */
export function describeFailure(name: string, error: unknown): Message {
  return { name, message: describeError(error) }
}

export function describeError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return messages[code] ?? (error instanceof Error ? error.message : String(error))
}

const messages: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'is a folder',
  ENOTDIR: 'no such file or folder',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'its path is too long',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than is allowed',
  EROFS: 'the file system is read-only',
  EIO: 'the device reports an error',
  EBADF: 'is closed, or open for something else'
}
