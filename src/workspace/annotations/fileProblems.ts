import type { FileProblem } from '../../annotations'

/** What could not be read or written, by file. */
export interface FileProblems {
  all(): readonly FileProblem[]
  of(file: string): FileProblem | undefined
  /** Replaces the problems of some files. */
  note(found: readonly FileProblem[], isOf: (file: string) => boolean): void
}

export function fileProblems(changed: () => void): FileProblems {
  const problems = new Map<string, FileProblem>()
  return {
    all: () => [...problems.values()],
    of: (file) => problems.get(file),
    note(found, isOf) {
      const before = [...problems.keys()].filter(isOf)
      if (before.length === 0 && found.length === 0) return
      for (const file of before) problems.delete(file)
      for (const problem of found) problems.set(problem.file, problem)
      changed()
    }
  }
}

/** Whether what is in the file is not known, or not all of it. */
export function isUnread({ kind }: FileProblem): boolean {
  return kind !== 'changed-by-another' && kind !== 'partly-read'
}

/** The problem of a store that did not say one. */
export function notWritten(file: string) {
  return (error: unknown): { readonly content?: undefined; readonly problem: FileProblem } => ({
    problem: { file, kind: 'not-written', detail: error instanceof Error ? error.message : String(error) }
  })
}

export function isUnwritten(problem: FileProblem | undefined): boolean {
  return problem?.kind === 'not-written' || problem?.kind === 'read-only'
}
