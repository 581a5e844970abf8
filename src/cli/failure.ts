/** Something that could not be done: `name` is a path, or a path and line ("articles.jsonl:3"). */
export interface Failure {
  readonly name: string
  readonly message: string
}

/** What went wrong in words that a reader of the command line understands. */
export function failure(name: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return { name, message: messages[code] ?? (error instanceof Error ? error.message : String(error)) }
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
