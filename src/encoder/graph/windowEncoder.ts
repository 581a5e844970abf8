import { special } from '../wordPieces/vocabulary'
import { roles, windowLength, type EncoderSizes } from '../weights/sizes'
import { kernelsOver, type Kernels } from './kernels'
import {
  cuesAtATime,
  headColumns,
  layOutWorkspace,
  roleColumns,
  type BiasedMatrix,
  type LayerAddresses,
  type Matrix,
  type WeightAddresses,
  type Workspace
} from './layOut'
import type { PreparedEncoder } from './prepareEncoder'
import { logarithms, probabilities } from './softmax'
import { stepsApart } from './stepsApart'

/**
 * An encoder of one thread. It reads one window at a time: `encode` first, then what is asked of that window. What the methods
 * give is the caller's own.
 */
export interface WindowEncoder {
  readonly sizes: EncoderSizes
  /** Reads up to 254 word pieces; begin and end are put around them. */
  encode(pieces: ArrayLike<number>): void
  /** `labelCount` probabilities a piece: each head's labels sum to 1. */
  labels(): Float32Array
  /** `width` numbers: the vector of the piece. */
  vector(piece: number): Float32Array
  /** For each cue, by its first piece, the logarithms of the probabilities of seven roles a piece. */
  relate(cues: readonly number[]): readonly Float32Array[]
}

/** The embedding as numbers, where it is as wide as the encoder. */
function widen(buffer: ArrayBufferLike, space: Workspace, count: number, width: number): void {
  const from = new Int16Array(buffer, space.quantized, count)
  const scales = new Float32Array(buffer, space.scales, count / width)
  const to = new Float32Array(buffer, space.x, count)
  for (let at = 0; at < count; at++) to[at] = from[at]! * scales[Math.floor(at / width)]!
}

/**
 * @param thread the number of the thread that this runs in, counted from 0: two with the same number at the same time would
 * write over each other where the memory is shared
 * @throws when there is no workspace for such a thread, or WebAssembly is not allowed
 */
export function openWindowEncoder(prepared: PreparedEncoder, thread = 0): WindowEncoder {
  const { memory, module, sizes, addresses } = prepared
  if (!(thread >= 0 && thread < prepared.threads)) throw new RangeError(`no workspace for thread ${thread}`)
  const kernels = kernelsOver(memory, module)
  const start = prepared.workspaces + thread * prepared.workspaceBytes
  const attendBytes = kernels.attendBytes(windowLength, sizes.width, sizes.heads)
  const { workspace } = layOutWorkspace(sizes, start, attendBytes)
  return windowEncoder(kernels, memory.buffer, sizes, addresses, workspace)
}

function windowEncoder(
  kernels: Kernels,
  buffer: ArrayBufferLike,
  sizes: EncoderSizes,
  addresses: WeightAddresses,
  space: Workspace
): WindowEncoder {
  const { width, inner, low, heads, rank, hidden } = sizes
  const floats = (address: number, length: number) => new Float32Array(buffer, address, length)
  const ids = new Int32Array(buffer, space.ids, windowLength)
  const steps = new Int32Array(buffer, space.steps, windowLength)
  let length = 0
  let rows = 0
  let isOffered = false

  const quantized = (x: number, { depth, limit }: Matrix) =>
    kernels.quantize(x, space.quantized, space.scales, rows, depth, limit)
  const multiplied = ({ weights, scales, depth, columns }: Matrix, out: number, start = 0, startStride = 4 * columns) =>
    kernels.multiply(
      ...([
        space.quantized,
        space.scales,
        weights,
        scales,
        space.panel,
        start,
        startStride,
        out,
        4 * columns,
        rows,
        depth,
        columns
      ] as const)
    )
  const embed = () => {
    kernels.gather(addresses.table, addresses.tableScales, space.ids, space.quantized, space.scales, rows, low)
    if (addresses.lift) multiplied(addresses.lift, space.x)
    else widen(buffer, space, rows * width, width)
    kernels.normalize(space.x, addresses.firstNorm, space.x, rows, width)
  }
  const attend = ({ attentionNorm, qkv, joined }: LayerAddresses) => {
    kernels.normalize(space.x, attentionNorm, space.normed, rows, width)
    quantized(space.normed, qkv)
    multiplied(qkv, space.wide)
    kernels.rotate(space.wide, addresses.angles, rows, width, heads)
    kernels.attend(space.wide, space.normed, space.attention, length, rows, width, heads)
    quantized(space.normed, joined)
    multiplied(joined, space.x, space.x)
  }
  const think = ({ innerNorm, up, down }: LayerAddresses) => {
    kernels.normalize(space.x, innerNorm, space.normed, rows, width)
    quantized(space.normed, up)
    multiplied(up, space.wide)
    kernels.gate(space.wide, space.middle, rows, inner)
    quantized(space.middle, down)
    multiplied(down, space.x, space.x)
  }
  /** What every piece of the window offers to any cue: once a window. */
  const offer = () => {
    if (isOffered) return
    quantized(space.normed, addresses.rolePiece)
    multiplied(addresses.rolePiece, space.wide, addresses.rolePiece.bias, 0)
    multiplied(addresses.mixPiece, space.middle, addresses.mixPiece.bias, 0)
    isOffered = true
  }
  /** What some cues ask of every piece. */
  const ask = (cues: readonly number[]) => {
    const pieces = new Int16Array(buffer, space.quantized, rows * width)
    const asking = new Int16Array(buffer, space.cueRows, cuesAtATime * width)
    const scales = floats(space.cueScales, cuesAtATime)
    for (const [index, cue] of cues.entries()) {
      asking.set(pieces.subarray((cue + 1) * width, (cue + 2) * width), index * width)
      scales[index] = floats(space.scales, rows)[cue + 1]!
    }
    const asked = (cues.length + 3) & ~3
    for (const [{ weights, scales: weightScales, columns, bias }, out] of [
      [addresses.roleCue, space.asked],
      [addresses.mixCue, space.askedMix]
    ] as const satisfies readonly (readonly [BiasedMatrix, number])[])
      kernels.multiply(
        ...([
          space.cueRows,
          space.cueScales,
          weights,
          weightScales,
          space.panel,
          bias,
          0,
          out,
          4 * columns,
          asked,
          width,
          columns
        ] as const)
      )
  }
  const relateOne = (cue: number, index: number): Float32Array => {
    for (let row = 0; row < length; row++) steps[row] = stepsApart(row - (cue + 1))
    kernels.relate(
      ...([space.asked + 4 * index * roles.length * rank, space.wide] as const),
      ...([space.askedMix + 4 * index * hidden, space.middle, addresses.far, space.steps] as const),
      ...([addresses.last, addresses.lastBias, space.mixed, space.related] as const),
      ...([length, roles.length, rank, hidden] as const)
    )
    return logarithms(floats(space.related + 4 * roleColumns, (length - 2) * roleColumns))
  }

  return {
    sizes,
    encode(pieces) {
      if (pieces.length > windowLength - 2) throw new RangeError(`a window of ${pieces.length} word pieces`)
      length = pieces.length + 2
      rows = (length + 3) & ~3
      ids.fill(special.padding)
      ids[0] = special.begin
      for (let index = 0; index < pieces.length; index++) ids[index + 1] = Math.min(pieces[index]!, sizes.pieces - 1)
      ids[length - 1] = special.end
      isOffered = false
      embed()
      for (const layer of addresses.layers) {
        attend(layer)
        think(layer)
      }
      kernels.normalize(space.x, addresses.lastNorm, space.normed, rows, width)
    },
    labels() {
      kernels.multiplyFloats(space.normed, addresses.heads, addresses.headBias, space.labels, rows, width, headColumns)
      return probabilities(floats(space.labels + 4 * headColumns, (length - 2) * headColumns))
    },
    vector: (piece) => floats(space.normed + 4 * (piece + 1) * width, width).slice(),
    relate(cues) {
      const found: Float32Array[] = []
      for (let at = 0; at < cues.length; at += cuesAtATime) {
        const some = cues.slice(at, at + cuesAtATime)
        offer()
        ask(some)
        for (const [index, cue] of some.entries()) found.push(relateOne(cue, index))
      }
      return found
    }
  }
}
