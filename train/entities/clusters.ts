import { seededRandom, shuffled } from './random'

/** Rows of equal width, one after another. */
export interface Matrix {
  readonly rows: number
  readonly width: number
  readonly values: Float32Array
}

/** Scales every row to length 1. */
export function normalizeRows(matrix: Matrix): void {
  const { rows, width, values } = matrix
  for (let row = 0; row < rows; row++) {
    let square = 0
    for (let d = 0; d < width; d++) square += values[row * width + d]! ** 2
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0
    for (let d = 0; d < width; d++) values[row * width + d]! *= scale
  }
}

/** Lloyd's k-means over the rows in `members`; gives the centres (k x width). Deterministic for a seed. */
export function kMeans(
  matrix: Matrix,
  members: ArrayLike<number>,
  k: number,
  rounds: number,
  seed: number
): Float32Array {
  const { width, values } = matrix
  const order = shuffled(members.length, seededRandom(seed))
  const centres = new Float32Array(k * width)
  for (let c = 0; c < k; c++) {
    const row = members[order[c % members.length]!]!
    for (let d = 0; d < width; d++) centres[c * width + d] = values[row * width + d]!
  }
  const sums = new Float64Array(k * width)
  const sizes = new Int32Array(k)
  for (let round = 0; round < rounds; round++) {
    sums.fill(0)
    sizes.fill(0)
    for (let m = 0; m < members.length; m++) {
      const row = members[m]!
      const c = nearest(matrix, row, centres, k)
      sizes[c]!++
      for (let d = 0; d < width; d++) sums[c * width + d]! += values[row * width + d]!
    }
    for (let c = 0; c < k; c++) {
      if (sizes[c] === 0) continue
      for (let d = 0; d < width; d++) centres[c * width + d] = sums[c * width + d]! / sizes[c]!
    }
  }
  return centres
}

/** The centre with the smallest distance to a row. */
export function nearest(matrix: Matrix, row: number, centres: Float32Array, k: number): number {
  const { width, values } = matrix
  const base = row * width
  let best = 0
  let least = Infinity
  for (let c = 0; c < k; c++) {
    const from = c * width
    let distance = 0
    for (let d = 0; d < width; d++) {
      const gap = values[base + d]! - centres[from + d]!
      distance += gap * gap
    }
    if (distance < least) {
      least = distance
      best = c
    }
  }
  return best
}
