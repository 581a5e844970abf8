import type { Span } from '../../article'
import { firstIndex } from '../../util/binarySearch'

/**
 * The way from the spans of one text to those of another that has the same characters but other white space (line ends, blank
 * lines, tabs: many formats do not keep them). Undefined where they have not. A span's edges are those of its characters; one
 * of white space alone has no place: null.
 */
export function alignTexts(from: string, to: string): ((span: Span) => Span | null) | undefined {
  if (from === to) return (span) => span
  const [fromRuns, toRuns] = [runsOf(from), runsOf(to)]
  if (fromRuns.length !== toRuns.length || fromRuns.characters !== toRuns.characters) return undefined
  const at = (start: number) => toRuns.offset(start)
  return ({ start, end }) => {
    const [first, last] = [fromRuns.index(start), fromRuns.index(end)]
    return first === last ? null : { start: at(first), end: at(last - 1) + 1 }
  }
}

interface Runs {
  /** All that is not white space. */
  readonly characters: string
  readonly length: number
  /** How many characters stand before an offset. */
  readonly index: (offset: number) => number
  /** The offset of a character. */
  readonly offset: (index: number) => number
}

function runsOf(text: string): Runs {
  const starts: number[] = [] // offsets of runs without white space
  const before: number[] = [] // how many characters stand before each
  const parts: string[] = []
  let length = 0
  for (const match of text.matchAll(/\S+/gu)) {
    starts.push(match.index)
    before.push(length)
    parts.push(match[0])
    length += match[0].length
  }
  const runBefore = (sorted: readonly number[], value: number) =>
    firstIndex(sorted.length, (at) => sorted[at]! > value) - 1
  return {
    characters: parts.join(''),
    length,
    index: (offset) => {
      const run = runBefore(starts, offset)
      return run < 0 ? 0 : before[run]! + Math.min(parts[run]!.length, offset - starts[run]!)
    },
    offset: (index) => {
      const run = runBefore(before, index)
      return starts[run]! + index - before[run]!
    }
  }
}
