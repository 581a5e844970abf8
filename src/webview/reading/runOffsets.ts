import type { ReadingRun } from '../../protocol/reading'

type Runs = readonly ReadingRun[]

/**
 * Where the character that is shown after so many others stands in the source, from where its block begins. Between two runs a
 * `start` belongs to the later one, an `end` to the earlier.
 */
export function sourceOffset(runs: Runs, shown: number, side: 'start' | 'end'): number {
  let before = 0
  for (const { text, start, end } of runs) {
    const inside = shown - before
    if (inside < text.length || (inside === text.length && side === 'end')) {
      if (end - start === text.length) return start + inside
      return side === 'start' && inside < text.length ? start : inside === 0 ? start : end
    }
    before += text.length
  }
  return runs.at(-1)?.end ?? 0
}

/** How many characters are shown before an offset of the source. */
export function shownOffset(runs: Runs, offset: number): number {
  let before = 0
  for (const { text, start, end } of runs) {
    if (offset < end) {
      if (offset <= start) return before
      return before + (end - start === text.length ? offset - start : 0)
    }
    before += text.length
  }
  return before
}

/** The run that a caret at an offset of the source is in; at an edge the one behind it. */
export function runAt(runs: Runs, offset: number): ReadingRun | undefined {
  return runs.find(({ start, end }) => start <= offset && offset < end) ?? runs.find(({ end }) => end === offset)
}
