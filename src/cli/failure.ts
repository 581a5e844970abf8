import { printable } from './printable'
import type { ExitCode, TextOutput } from './ports'

/** Something that could not be done: `name` is a path, or a path and line ("articles.jsonl:3"). */
export interface Failure {
  readonly name: string
  readonly message: string
}

/** What went wrong, in words that a user of the command line understands. */
export function describeFailure(name: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return { name, message: messages[code] ?? (error instanceof Error ? error.message : String(error)) }
}

export interface FailureReport {
  readonly report: (failure: Failure) => Promise<void>
  readonly exitCode: () => ExitCode
}

/** Prints failures as they are reported, and remembers for the exit code that there were some. */
export function failureReport(errors: TextOutput): FailureReport {
  let code: ExitCode = 0
  return {
    report: async ({ name, message }) => {
      code = 1
      await errors.write(`${printable(name)}: ${printable(message)}\n`)
    },
    exitCode: () => code
  }
}

const messages: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'is a folder',
  ENOTDIR: 'no such file or folder',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files'
}
