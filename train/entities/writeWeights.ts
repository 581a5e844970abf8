import { labelCount } from '../../src/analysis/entities/tagger/labels'
import { slotCount, weightOfNothing } from '../../src/analysis/entities/tagger/weights'
import type { FirstModel } from './folds'

/** The bytes that `readWeights` reads, weights in steps of `scale`. Weights beyond 127 steps do not fit. */
export function writeWeights({ rowOf, weights }: FirstModel, scale: number): Uint8Array {
  const gaps = slotGaps(rowOf)
  const transitions = weights.transition.length * 4
  // The weights begin at a multiple of four, so that they can be read as they lie.
  const head = Buffer.alloc((16 + transitions + gaps.length + 3) & ~3)
  head.write('CRF2', 0, 'latin1')
  head.writeUInt32LE(weights.rows, 4)
  head.writeUInt32LE(gaps.length, 8)
  head.writeFloatLE(scale, 12)
  weights.transition.forEach((value, at) => head.writeFloatLE(value, 16 + at * 4))
  head.set(gaps, 16 + transitions)
  const values = Uint8Array.from(weights.emission, (value) => Math.round(value / scale) + weightOfNothing)
  const most = labelCount - 1
  return Buffer.concat([
    head,
    values.filter((_, at) => at % labelCount !== most),
    values.filter((_, at) => at % labelCount === most)
  ])
}

/** How many slots without a row lie before each slot with one, in seven bits a byte, the lowest first. */
function slotGaps(rowOf: Int32Array): readonly number[] {
  const gaps: number[] = []
  let previous = -1
  for (let slot = 0; slot < slotCount; slot++) {
    if (rowOf[slot]! < 0) continue
    let gap = slot - previous - 1
    for (; gap >= 128; gap >>>= 7) gaps.push((gap & 127) | 128)
    gaps.push(gap)
    previous = slot
  }
  return gaps
}
