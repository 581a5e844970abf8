import type { ReadProblem } from '../importing/readDocument'

/** Problems of many lines: what is the same of a file is told once, with its count. */
export interface ProblemCounter {
  /** None for a count of 0. */
  readonly tell: (file: string, message: string, count?: number) => void
  readonly list: () => readonly ReadProblem[]
}

export function problemCounter(): ProblemCounter {
  const counts = new Map<string, ReadProblem & { count: number }>()
  return {
    tell(file, message, count = 1) {
      if (count === 0) return
      const key = `${file}\n${message}`
      const known = counts.get(key)
      if (known) counts.set(key, { ...known, count: known.count + count })
      else counts.set(key, { file, message, count })
    },
    list: () => [...counts.values()]
  }
}
