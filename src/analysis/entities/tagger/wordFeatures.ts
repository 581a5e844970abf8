import { mix } from './hashing'
import { affixWidth, type WordTypes } from './wordTypes'

/** Places around a word whose word features count: two before to two after. */
export const firstOffset = -2
export const offsets = 5
/** At least as many as a word can have features at one offset. */
export const mostWordFeatures = 32

/**
 * Hashes of the features that depend on one word alone, seen from `offset` (0 is the word being tagged); returns how
 * many were written to `out`. Their summed weights are kept for each word, so that many cost no more than few.
 */
export function wordFeatures(types: WordTypes, type: number, offset: number, out: Int32Array): number {
  let n = 0
  const at = offset - firstOffset + 1
  const feature = (template: number, value: number) => {
    out[n++] = mix(mix(at * 64 + template, 0x3c6ef372), value)
  }
  const folded = types.folded[type]!
  const capitals = types.capitals[type]!
  const shape = types.shape[type]!
  const cluster = types.cluster[type]!
  const kind = types.kind[type]!
  const flags = types.flags[type]!
  feature(1, folded)
  feature(2, mix(folded, shape))
  feature(3, shape)
  if (cluster) {
    const branch = (cluster - 1) >> 5
    feature(4, cluster)
    feature(5, branch)
    feature(6, kind)
    feature(7, mix(cluster, shape))
    feature(8, mix(branch, shape))
    feature(9, mix(kind, shape))
  } else {
    feature(10, shape)
  }
  for (let bit = 1; bit < 256; bit <<= 1) if (flags & bit) feature(11, mix(bit, capitals))
  feature(12, mix(flags, capitals))
  const base = type * affixWidth
  if (offset === 0) {
    for (let affix = 0; affix < affixWidth; affix++)
      if (types.affixes[base + affix]) feature(16 + affix, mix(types.affixes[base + affix]!, capitals))
  } else if (offset === 1 || offset === -1) {
    if (types.affixes[base + 5]) feature(21, mix(types.affixes[base + 5]!, capitals))
  }
  return n
}

/** Features of a missing word before the first or after the last of a sentence. */
export function edgeFeatures(offset: number, out: Int32Array): number {
  out[0] = mix(mix((offset - firstOffset + 1) * 64 + 63, 0x3c6ef372), 1)
  return 1
}
