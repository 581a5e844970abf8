import type { ChainModel } from '../../src/analysis/quotations/model/chain'
import { codeOf, weightOf } from '../../src/analysis/quotations/model/modelFile'
import type { TrainedChain } from './chainTraining'

/**
 * Puts the weights that matter into the small checked table that ships. Rows are taken by the size of their largest
 * weight times the root of how often the feature was seen; a slot that is taken stays taken, and rows beyond `most` are left out.
 */
export function compactChain({ labels, rows, weights, transitions, counts }: TrainedChain, { slots, most }: { slots: number, most: number }): ChainModel {
  const sizes = new Float32Array(rows)
  const hashes = new Int32Array(rows)
  for (let row = 0; row < rows; row++) {
    let best = row
    for (let hash = row; hash < counts.length; hash += rows) if ((counts[hash] as number) > (counts[best] as number)) best = hash
    hashes[row] = best
    let size = 0
    for (let label = 0; label < labels; label++) size = Math.max(size, Math.abs(weights[row * labels + label] as number))
    sizes[row] = size * Math.sqrt(counts[best] as number)
  }
  const order = Array.from(sizes.keys()).filter((row) => (sizes[row] as number) > 0).sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b)
  const largest = weights.filter((weight) => weight !== 0).map(Math.abs).sort()
  const unit = (largest[Math.floor(largest.length * 0.9998)] ?? 1) / 127
  const table = new Int8Array(slots * labels)
  const taken = new Uint8Array(slots)
  let kept = 0
  for (const row of order) {
    if (kept === most) break
    const hash = hashes[row] as number
    const slot = hash & slots - 1
    if (taken[slot] === 1) continue
    taken[slot] = 1
    kept++
    table[slot * labels] = hash >>> 31 - Math.clz32(slots)
    for (let label = 1; label < labels; label++) {
      const weight = (weights[row * labels + label] as number) - (weights[row * labels] as number)
      table[slot * labels + label] = weightOf(codeOf(Math.max(-127, Math.min(127, Math.round(weight / unit)))))
    }
  }
  return { labels, slots, table, unit, transitions }
}
