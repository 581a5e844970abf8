import { firstIndex } from '../../util/binarySearch'

/** Where an anchor certainly was, and is. */
export interface Pivot {
  readonly home: number
  readonly start: number
}

/** What the nearest certain anchors on both sides say of a place. */
export interface Neighbours {
  /** Units by which all moved that is around `home`, when both sides say the same: between them nothing came or went. */
  readonly shift: number | null
  /** Where to look first. */
  readonly expected: number
}

/** Pivots in any order. */
export function neighboursAmong(pivots: readonly Pivot[]): (home: number) => Neighbours {
  const sorted = [...pivots].sort((a, b) => a.home - b.home || a.start - b.start)
  return (home) => {
    const after = firstIndex(sorted.length, (index) => sorted[index]!.home >= home)
    const left = sorted[after - 1]
    const right = sorted[after]
    const nearest = !left || (right && right.home - home < home - left.home) ? right : left
    const shift = left && right && left.start - left.home === right.start - right.home ? left.start - left.home : null
    return { shift, expected: home + (nearest ? nearest.start - nearest.home : 0) }
  }
}
