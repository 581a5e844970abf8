import { heads, labels, roles, type EncoderSizes } from '../../../src/encoder/weights/sizes'
import { numbers } from './kernelMemory'

/** Another encoder of the same design: small enough that plain numbers keep up. */
export const smallSizes: EncoderSizes = {
  ...{ pieces: 60, layers: 2, width: 48, heads: 2, inner: 72, low: 24, rank: 8, hidden: 16 }
}

/** A matrix as it stands in a file, by its name. */
export interface StoredMatrix {
  readonly dtype: 'I8' | 'F32' | 'U8'
  readonly shape: readonly number[]
  readonly bytes: Uint8Array
}

/** Weights of these sizes that nobody has taught, the same every time. `words`: letters of its pieces beside those of single letters. */
export function someWeights(sizes: EncoderSizes = smallSizes): Map<string, StoredMatrix> {
  const { pieces, layers, width, inner, low, rank, hidden } = sizes
  const stored = new Map<string, StoredMatrix>()
  let seed = 1
  const floats = (name: string, shape: readonly number[], middle = 0, spread = 1) => {
    const values = numbers(
      shape.reduce((product, size) => product * size, 1),
      ++seed
    )
    stored.set(name, {
      dtype: 'F32',
      shape,
      bytes: bytesOf(Float32Array.from(values, (value) => middle + spread * value))
    })
  }
  const matrix = (name: string, rows: number, columns: number) => {
    const bytes = Int8Array.from(numbers(rows * columns, ++seed), (value) => Math.round(value * 127))
    stored.set(name, { dtype: 'I8', shape: [rows, columns], bytes: bytesOf(bytes) })
    floats(`${name}.scale`, [rows], 2 / 127 / Math.sqrt(columns), 0.3 / 127 / Math.sqrt(columns))
  }
  stored.set('pieces', { dtype: 'U8', shape: [0], bytes: new TextEncoder().encode(somePieces(pieces).join('')) })
  matrix('enc.emb.weight', pieces, low)
  if (low !== width) matrix('enc.lift.weight', width, low)
  floats('enc.n0.w', [width], 1, 0.2)
  floats('enc.nf.w', [width], 1, 0.2)
  for (let layer = 0; layer < layers; layer++) {
    floats(`enc.blocks.${layer}.n1.w`, [width], 1, 0.2)
    floats(`enc.blocks.${layer}.n2.w`, [width], 1, 0.2)
    matrix(`enc.blocks.${layer}.qkv.weight`, 3 * width, width)
    matrix(`enc.blocks.${layer}.o.weight`, width, width)
    matrix(`enc.blocks.${layer}.up.weight`, 2 * inner, width)
    matrix(`enc.blocks.${layer}.down.weight`, width, inner)
  }
  for (const head of heads) {
    floats(`${head}.weight`, [labels[head].length, width], 0, 0.3)
    floats(`${head}.bias`, [labels[head].length])
  }
  // Some words may be cues, as in an article, and not nearly all.
  stored.set('cue.bias', { dtype: 'F32', shape: [3], bytes: bytesOf(Float32Array.from([5, 0, 0])) })
  for (const [name, columns] of [
    ['role_cue', roles.length * rank],
    ['role_piece', roles.length * rank],
    ['mix_cue', hidden],
    ['mix_piece', hidden]
  ] as const) {
    matrix(`${name}.weight`, columns, width)
    floats(`${name}.bias`, [columns])
  }
  matrix('mix_far.weight', 64, hidden)
  floats('mix_out.weight', [roles.length, hidden])
  floats('mix_out.bias', [roles.length])
  return stored
}

/** The file: as train/encoder/export.py writes it. */
export function weightsFile(stored: ReadonlyMap<string, StoredMatrix>, sizes: EncoderSizes = smallSizes): Uint8Array {
  const header: Record<string, unknown> = {}
  const parts: Uint8Array[] = []
  let at = 0
  for (const [name, { dtype, shape, bytes }] of stored) {
    const end = at + bytes.length
    header[name] = { dtype, shape: dtype === 'U8' ? [bytes.length] : shape, data_offsets: [at, end] }
    parts.push(bytes, new Uint8Array((16 - (bytes.length % 16)) % 16))
    at = Math.ceil(end / 16) * 16
  }
  const { layers, width, heads: attending, inner, low } = sizes
  const metadata = { layers, width, heads: attending, inner, low }
  header['__metadata__'] = Object.fromEntries(Object.entries(metadata).map(([name, size]) => [name, String(size)]))
  const encoded = new TextEncoder().encode(JSON.stringify(header))
  const length = new Uint8Array(8)
  new DataView(length.buffer).setUint32(0, encoded.length, true)
  return Uint8Array.from(Buffer.concat([length, encoded, ...parts]))
}

/** Letters, marks, and `##` letters: texts of these words have pieces, others are unknown. */
function somePieces(count: number): readonly string[] {
  const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', '[NL]']
  const single = [...'.,"\'-!?abcdefgSTW', 'said', 'The', 'that', 'mayor', 'will', 'go', 'on', 'to', 'it']
  const inside = [...'abcdefgo', 'ing', 'ed'].map((letters) => `##${letters}`)
  const all = [...special, ...single, ...inside]
  const more = Array.from({ length: Math.max(0, count - all.length) }, (_, index) => `x${index}`)
  return [...all, ...more].slice(0, count).map((piece) => `${piece}\n`)
}

function bytesOf(values: Float32Array | Int8Array): Uint8Array {
  return new Uint8Array(values.buffer)
}
