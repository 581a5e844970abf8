import { windowLength } from '../weights/sizes'

/** A text's word pieces in units, none longer than `longestUnit`: sentences or so, none over the end of a paragraph. */
export interface Units {
  /** After so many pieces of the text each unit ends; ascending. */
  readonly ends: ArrayLike<number>
  /** 1 where a paragraph ends. */
  readonly endsParagraph: ArrayLike<number>
  readonly hashes: ArrayLike<number>
}

/** Pieces `from` to `to` - 1 are read together; what is said of those from `coreFrom` on holds. */
export interface Window {
  readonly from: number
  readonly coreFrom: number
  readonly to: number
}

const capacity = windowLength - 2
/**
 * So many pieces at most are read before a core, that it be understood. On PolNeAR's dev set more of them, or some after the core, brought
 * nothing (of 56 before and 40 after only a fifth of a point in quotes attributed, for a third more to read); none at all cost half a point.
 */
const before = 32
const most = capacity - before
const least = 120

/**
 * Windows whose cores are the whole text, once. Cut at the ends of paragraphs where there are any in reach, otherwise of units; of
 * those in reach at the one with the smallest hash, so that two versions of a text are cut alike again soon after they differ.
 */
export function cutWindows(units: Units): readonly Window[] {
  const { ends } = units
  const total = ends[ends.length - 1] ?? 0
  if (total === 0) return []
  if (total <= capacity) return [{ from: 0, coreFrom: 0, to: total }]
  const windows: Window[] = []
  for (let unit = 0; unit < ends.length;) {
    const next = coreEnd(units, unit)
    windows.push(withContext(ends, unit, next))
    unit = next
  }
  return windows
}

/** The unit after the core that begins with `first`. */
function coreEnd(units: Units, first: number): number {
  const { ends } = units
  const start = ends[first - 1] ?? 0
  if (ends[ends.length - 1]! - start <= most) return ends.length
  let best: number | undefined
  let last = first
  for (; last < ends.length && ends[last]! - start <= most; last++)
    if (ends[last]! - start >= least && (best === undefined || isBetter(units, last, best))) best = last
  // Units are shorter than a core: one at least has fitted.
  return (best ?? last - 1) + 1
}

function isBetter({ endsParagraph, hashes }: Units, unit: number, than: number): boolean {
  if (endsParagraph[unit] !== endsParagraph[than]) return endsParagraph[unit] === 1
  return hashes[unit]! < hashes[than]!
}

function withContext(ends: ArrayLike<number>, first: number, next: number): Window {
  const coreFrom = ends[first - 1] ?? 0
  let from = first
  while (from > 0 && coreFrom - (ends[from - 2] ?? 0) <= before) from--
  return { from: ends[from - 1] ?? 0, coreFrom, to: ends[next - 1]! }
}
