import { readTensors } from '../../../src/encoder/weights/tensors'
import { headAt, heads, labelCount, labels, roles, type EncoderSizes } from '../../../src/encoder/weights/sizes'
import { stepsApart } from '../../../src/encoder/graph/stepsApart'
import {
  attended,
  count,
  gated,
  normalized,
  plusBias,
  product,
  related,
  rotated,
  row,
  rowsOf,
  softmax,
  sum,
  type Rows
} from './plainKernels'

export interface PlainWindow {
  readonly vectors: Rows
  /** `labelCount` probabilities a piece. */
  readonly labels: Rows
  /** Logarithms of the roles' probabilities of every piece, for the cue at `piece`. */
  relate(piece: number): Rows
}

/** The whole encoder in plain 64-bit numbers, over the weights as they stand in the file. Begin and end of the window are left out. */
export function plainWindow(file: Uint8Array, sizes: EncoderSizes, pieces: readonly number[]): PlainWindow {
  const tensors = readTensors(file)
  const matrix = (name: string, rows: number, columns: number) => rowsOf(tensors.floats(name, rows, columns), columns)
  const vector = (name: string, length: number) => tensors.floats(name, 1, length)
  const { width, inner, low, hidden, rank } = sizes
  const table = matrix('enc.emb.weight', sizes.pieces, low)
  const embedded = rowsOf(
    [2, ...pieces, 3].flatMap((id) => [...row(table, id)]),
    low
  )
  const lifted = low === width ? embedded : product(embedded, matrix('enc.lift.weight', width, low))
  let x = normalized(lifted, vector('enc.n0.w', width))
  for (let layer = 0; layer < sizes.layers; layer++) {
    const name = (part: string) => `enc.blocks.${layer}.${part}`
    const qkv = product(normalized(x, vector(name('n1.w'), width)), matrix(name('qkv.weight'), 3 * width, width))
    const heard = attended(rotated(qkv, sizes.heads), sizes.heads)
    x = sum(x, product(heard, matrix(name('o.weight'), width, width)))
    const up = product(normalized(x, vector(name('n2.w'), width)), matrix(name('up.weight'), 2 * inner, width))
    x = sum(x, product(gated(up), matrix(name('down.weight'), width, inner)))
  }
  const last = normalized(x, vector('enc.nf.w', width))
  const vectors = rowsOf(last.values.subarray(width, last.values.length - width), width)
  const biased = (name: string, columns: number) =>
    plusBias(product(vectors, matrix(`${name}.weight`, columns, width)), vector(`${name}.bias`, columns))
  const shares = new Float64Array(count(vectors) * labelCount)
  for (const head of heads) {
    const logits = biased(head, labels[head].length)
    for (let piece = 0; piece < count(vectors); piece++)
      shares.set(softmax([...row(logits, piece)]), piece * labelCount + headAt[head])
  }
  return {
    vectors,
    labels: rowsOf(shares, labelCount),
    relate(piece) {
      const logits = related({
        asked: rowsOf(row(biased('role_cue', roles.length * rank), piece), rank),
        askedMix: row(biased('mix_cue', hidden), piece),
        offered: biased('role_piece', roles.length * rank),
        offeredMix: biased('mix_piece', hidden),
        far: matrix('mix_far.weight', 64, hidden),
        steps: pieces.map((_, index) => stepsApart(index - piece)),
        last: matrix('mix_out.weight', roles.length, hidden),
        bias: vector('mix_out.bias', roles.length)
      })
      const logs = Array.from({ length: count(logits) }, (_, index) => softmax([...row(logits, index)]).map(Math.log))
      return rowsOf(logs.flat(), roles.length)
    }
  }
}
