import type { ReadProblem } from '../../exchange'

export interface ImportReason {
  /** As it is said; undefined of all rarer ones together. */
  readonly text: string | undefined
  readonly count: number
}

/** A message with more of them is not read. */
const mostReasons = 3

/**
 * Why things were not taken, over all files: the most frequent reasons first, with how many things each is about, then how many the
 * rarer ones are about. `textOf` says a reason in the user's language.
 */
export function importReasons(
  problems: readonly ReadProblem[],
  textOf: (problem: ReadProblem) => string
): readonly ImportReason[] {
  const counts = new Map<string, number>()
  for (const problem of problems) {
    const text = textOf(problem)
    counts.set(text, (counts.get(text) ?? 0) + (problem.count ?? 1))
  }
  const ranked = [...counts].sort(([, a], [, b]) => b - a).map(([text, count]) => ({ text, count }))
  // A single rare one takes no more room than to say that there is another.
  const shown = ranked.length === mostReasons + 1 ? ranked.length : mostReasons
  const others = ranked.slice(shown).reduce((sum, { count }) => sum + count, 0)
  return [...ranked.slice(0, shown), ...(others > 0 ? [{ text: undefined, count: others }] : [])]
}
