import { headAt, heads, labels, roles, distances, windowLength, type EncoderSizes } from '../weights/sizes'
import type { Tensors } from '../weights/tensors'
import { headColumns, type BiasedMatrix, type Matrix, type WeightAddresses } from './layOut'

/**
 * Writes the weights to their addresses, packed as the kernels read them.
 * @throws {WeightsFault} when one is missing or has another shape than the sizes say
 */
export function putWeights(
  memory: ArrayBufferLike,
  addresses: WeightAddresses,
  sizes: EncoderSizes,
  tensors: Tensors
): void {
  const { pieces, width, heads: attending, low, hidden } = sizes
  const floats = (address: number, values: Float32Array) => new Float32Array(memory, address, values.length).set(values)
  const vector = (address: number, name: string, length: number) => floats(address, tensors.floats(name, 1, length))
  const matrix = ({ weights, scales, depth, columns }: Matrix, name: string) => {
    const stored = tensors.bytes(name, columns, depth)
    pack(stored.bytes, new Int8Array(memory, weights, columns * depth), depth)
    floats(scales, stored.scales)
  }
  const biased = (to: BiasedMatrix, name: string) => {
    matrix(to, `${name}.weight`)
    vector(to.bias, `${name}.bias`, to.columns)
  }

  const table = tensors.bytes('enc.emb.weight', pieces, low)
  new Int8Array(memory, addresses.table, pieces * low).set(table.bytes)
  floats(addresses.tableScales, table.scales)
  if (addresses.lift) matrix(addresses.lift, 'enc.lift.weight')
  vector(addresses.firstNorm, 'enc.n0.w', width)
  vector(addresses.lastNorm, 'enc.nf.w', width)
  floats(addresses.angles, anglesOf(width / attending))
  for (const [index, layer] of addresses.layers.entries()) {
    vector(layer.attentionNorm, `enc.blocks.${index}.n1.w`, width)
    matrix(layer.qkv, `enc.blocks.${index}.qkv.weight`)
    matrix(layer.joined, `enc.blocks.${index}.o.weight`)
    vector(layer.innerNorm, `enc.blocks.${index}.n2.w`, width)
    matrix(layer.up, `enc.blocks.${index}.up.weight`)
    matrix(layer.down, `enc.blocks.${index}.down.weight`)
  }
  floats(addresses.heads, headMatrix(tensors, width))
  floats(addresses.headBias, headBias(tensors))
  biased(addresses.roleCue, 'role_cue')
  biased(addresses.rolePiece, 'role_piece')
  biased(addresses.mixCue, 'mix_cue')
  biased(addresses.mixPiece, 'mix_piece')
  floats(addresses.far, tensors.floats('mix_far.weight', distances, hidden))
  floats(addresses.last, tensors.floats('mix_out.weight', roles.length, hidden))
  vector(addresses.lastBias, 'mix_out.bias', roles.length)
}

/** Rows of `depth` weights as [rows / 8][depth / 2][8 rows][2]. */
function pack(rows: Int8Array, packed: Int8Array, depth: number): void {
  let to = 0
  for (let block = 0; block < rows.length; block += 8 * depth)
    for (let at = block; at < block + depth; at += 2)
      for (let from = at; from < at + 8 * depth; from += depth) {
        packed[to++] = rows[from]!
        packed[to++] = rows[from + 1]!
      }
}

/** For each place in a window the cosines of half a head's angles, then their sines. */
function anglesOf(head: number): Float32Array {
  const half = head / 2
  return Float32Array.from({ length: windowLength * head }, (_, index) => {
    const across = index % head
    const angle = Math.floor(index / head) / 10_000 ** ((2 * (across % half)) / head)
    return across < half ? Math.cos(angle) : Math.sin(angle)
  })
}

/** The weights of all heads as [columns / 8][width][8 columns]. */
function headMatrix(tensors: Tensors, width: number): Float32Array {
  const packed = new Float32Array(headColumns * width)
  for (const head of heads) {
    const weights = tensors.floats(`${head}.weight`, labels[head].length, width)
    for (const [index, weight] of weights.entries()) {
      const column = headAt[head] + Math.floor(index / width)
      packed[(column >> 3) * width * 8 + (index % width) * 8 + (column & 7)] = weight
    }
  }
  return packed
}

function headBias(tensors: Tensors): Float32Array {
  const bias = new Float32Array(headColumns)
  for (const head of heads) bias.set(tensors.floats(`${head}.bias`, 1, labels[head].length), headAt[head])
  return bias
}
