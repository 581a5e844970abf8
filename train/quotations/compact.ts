import { hashMask, type ChainModel } from '../../src/analysis/quotations/model/chain'
import { noWeights, packWeights } from '../../src/analysis/quotations/model/packing'
import { codeOf, weightOf } from '../../src/analysis/quotations/model/modelFile'
import type { TrainedChain } from './chainTraining'

/**
 * Chooses the features that are worth their place: by the size of their largest weight times the root of how often they
 * were seen. Each has a slot of the shipped table to itself; a slot that is taken stays taken. Gives for the low 24 bits
 * of each hash whether it was chosen.
 */
export function chooseFeatures(
  { labels, rows, weights, counts }: TrainedChain,
  { slots, most }: { slots: number; most: number }
): Uint8Array {
  const sizes = new Float32Array(rows)
  const hashes = new Int32Array(rows)
  for (let row = 0; row < rows; row++) {
    let best = row
    for (let hash = row; hash < counts.length; hash += rows)
      if ((counts[hash] as number) > (counts[best] as number)) best = hash
    hashes[row] = best
    let size = 0
    for (let label = 0; label < labels; label++)
      size = Math.max(size, Math.abs(weights[row * labels + label] as number))
    sizes[row] = size * Math.sqrt(counts[best] as number)
  }
  const order = Array.from(sizes.keys())
    .filter((row) => (sizes[row] as number) > 0)
    .sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b)
  const chosen = new Uint8Array(counts.length)
  const taken = new Uint8Array(slots)
  let kept = 0
  for (const row of order) {
    if (kept === most) break
    const hash = hashes[row] as number
    const slot = hash & (slots - 1)
    if (taken[slot] === 1) continue
    taken[slot] = 1
    chosen[hash] = 1
    kept++
  }
  return chosen
}

/** Puts a chain that learned chosen features alone, a row each, into the checked table that ships, as bytes. */
export function compactChain(
  { labels, rows: slots, weights, transitions }: Pick<TrainedChain, 'labels' | 'rows' | 'weights' | 'transitions'>,
  chosen: Uint8Array
): ChainModel {
  const largest = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort()
  const unit = (largest[Math.floor(largest.length * 0.9998)] ?? 1) / 127
  const checks = new Uint8Array(slots)
  const packed = new Int32Array(slots).fill(noWeights)
  chosen.forEach((yes, hash) => {
    if (yes === 0) return
    const slot = hash & (slots - 1)
    checks[slot] = (hash & hashMask) >>> (31 - Math.clz32(slots))
    packed[slot] = packWeights(
      Array.from({ length: labels - 1 }, (_, label) => {
        const weight = (weights[slot * labels + label + 1] as number) - (weights[slot * labels] as number)
        return weightOf(codeOf(Math.max(-127, Math.min(127, Math.round(weight / unit)))))
      })
    )
  })
  return { labels, slots, checks, weights: packed, unit, transitions }
}
