import type { Point } from './networkLayout'

/** Something that wants its name beside it: a disc, and the size of its name in pixels. */
export interface Labelled extends Point {
  readonly r: number
  readonly width: number
  readonly height: number
}

/** What a name had better not lie on; `weight` says how much. */
export interface Obstacle extends Box {
  readonly weight: number
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** On which side of its disc a name stands: -1, 0 or 1 in each direction. In order of preference. */
const sides = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1]
] as const

const distance = 4
const near = 12
const weights = { disc: 20, near: 3, label: 20, outside: 100, preference: 0.1 }
/** With more names than that none is placed a second time, when it is known where the others are. */
const mostPlacedTwice = 300

/** Where each name stands: where it lies on as little as possible, the most important first. Boxes in the order of `labelled`. */
export function labelPlaces(
  labelled: readonly Labelled[],
  obstacles: readonly Obstacle[],
  room: { readonly width: number; readonly height: number }
): readonly Box[] {
  const crowd = crowded()
  for (const obstacle of obstacles) crowd.add(obstacle)
  for (const { x, y, r } of labelled)
    for (const [around, weight] of [
      [0, weights.disc],
      // Near another disc a name seems to be that one's.
      [near, weights.near]
    ] as const) {
      const half = r + around
      crowd.add({ left: x - half, top: y - half, right: x + half, bottom: y + half, weight })
    }
  const ranked = [...labelled.keys()].sort((a, b) => labelled[b]!.r - labelled[a]!.r || a - b)
  const placed = new Map<number, Obstacle>()
  for (let turn = 0; turn < (labelled.length > mostPlacedTwice ? 1 : 2); turn++)
    for (const index of ranked) {
      const before = placed.get(index)
      if (before) crowd.remove(before)
      const label = { ...best(labelled[index]!), weight: weights.label }
      placed.set(index, label)
      crowd.add(label)
    }
  return labelled.map((_, index) => placed.get(index)!)

  function best(of: Labelled): Box {
    let least = Infinity
    let found: Box | undefined
    for (const [preference, side] of sides.entries()) {
      const box = boxAt(of, side)
      const isOutside = box.left < 0 || box.top < 0 || box.right > room.width || box.bottom > room.height
      const cost = crowd.weightOn(box) + preference * weights.preference + (isOutside ? weights.outside : 0)
      if (cost >= least) continue
      least = cost
      found = box
    }
    return found ?? boxAt(of, sides[0])
  }
}

function boxAt({ x, y, r, width, height }: Labelled, [across, down]: readonly [number, number]): Box {
  // At a corner the name begins where the disc curves away.
  const away = (across !== 0 && down !== 0 ? r * 0.7 : r) + distance
  const left = across === 0 ? x - width / 2 : across > 0 ? x + away : x - away - width
  const top = down === 0 ? y - height / 2 : down > 0 ? y + away : y - away - height
  return { left, top, right: left + width, bottom: top + height }
}

const cell = 24
const enough = 500

/** Boxes by where they are. */
function crowded() {
  const cells = new Map<number, Set<Obstacle>>()
  function* cellsOf({ left, top, right, bottom }: Box): Iterable<number> {
    for (let row = Math.floor(top / cell); row <= Math.floor(bottom / cell); row++)
      for (let column = Math.floor(left / cell); column <= Math.floor(right / cell); column++)
        yield row * 100_000 + column
  }
  return {
    add(box: Obstacle): void {
      for (const at of cellsOf(box)) {
        const known = cells.get(at)
        if (known) known.add(box)
        else cells.set(at, new Set([box]))
      }
    },
    remove(box: Obstacle): void {
      for (const at of cellsOf(box)) cells.get(at)?.delete(box)
    },
    /** The sum of the weights of what a box would lie on; in a crowd where more makes no difference, no more than that. */
    weightOn(box: Box): number {
      const met = new Set<Obstacle>()
      let sum = 0
      for (const at of cellsOf(box))
        for (const other of cells.get(at) ?? []) {
          if (met.has(other) || !overlap(other, box)) continue
          met.add(other)
          sum += other.weight
          if (sum >= enough) return enough
        }
      return sum
    }
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}
