import type { EncoderSizes } from '../weights/sizes'
import { distances, labelCount, roles, windowLength } from '../weights/sizes'

/** A matrix of 8-bit weights as the kernels read it, with the largest value that 16-bit rows before it may have. */
export interface Matrix {
  readonly weights: number
  readonly scales: number
  readonly depth: number
  readonly columns: number
  readonly limit: number
}

/** Where everything lies, in bytes of the memory. Plain numbers: it goes to other threads with the memory. */
export interface WeightAddresses {
  readonly table: number
  readonly tableScales: number
  readonly lift: Matrix | undefined
  readonly firstNorm: number
  readonly lastNorm: number
  readonly angles: number
  readonly layers: readonly LayerAddresses[]
  /** All heads in one matrix of 32-bit numbers, `headColumns` wide. */
  readonly heads: number
  readonly headBias: number
  readonly roleCue: BiasedMatrix
  readonly rolePiece: BiasedMatrix
  readonly mixCue: BiasedMatrix
  readonly mixPiece: BiasedMatrix
  readonly far: number
  readonly last: number
  readonly lastBias: number
}

export interface LayerAddresses {
  readonly attentionNorm: number
  readonly qkv: Matrix
  readonly joined: Matrix
  readonly innerNorm: number
  readonly up: Matrix
  readonly down: Matrix
}

export interface BiasedMatrix extends Matrix {
  readonly bias: number
}

/** The heads' labels, rounded up to what the kernels take. */
export const headColumns = (labelCount + 7) & ~7
/** Roles of a piece, in a row of the kernels' output. */
export const roleColumns = 8
/** Cues that are read at a time. */
export const cuesAtATime = 16

/** Gives away a memory from `start` on, everything at a multiple of 64 bytes. */
export function allocator(start: number): { take(bytes: number): number; readonly end: number } {
  let end = roundUp(start)
  return {
    take(bytes) {
      const at = end
      end = roundUp(end + bytes)
      return at
    },
    get end() {
      return end
    }
  }
}

function roundUp(address: number): number {
  return Math.ceil(address / 64) * 64
}

/** Where the weights lie, from `start` on. */
export function layOutWeights(sizes: EncoderSizes, start: number): { addresses: WeightAddresses; end: number } {
  const { pieces, layers, width, heads, inner, low, rank, hidden } = sizes
  const memory = allocator(start)
  const floats = (count: number) => memory.take(4 * count)
  const matrix = (columns: number, depth: number): Matrix => ({
    weights: memory.take(columns * depth),
    scales: floats(columns),
    depth,
    columns,
    limit: largestBeside(depth)
  })
  const biased = (columns: number): BiasedMatrix => ({ ...matrix(columns, width), bias: floats(columns) })
  const addresses: WeightAddresses = {
    table: memory.take(pieces * low),
    tableScales: floats(pieces),
    lift: low === width ? undefined : matrix(width, low),
    firstNorm: floats(width),
    lastNorm: floats(width),
    angles: floats((windowLength * width) / heads),
    layers: Array.from({ length: layers }, () => ({
      attentionNorm: floats(width),
      qkv: matrix(3 * width, width),
      joined: matrix(width, width),
      innerNorm: floats(width),
      up: matrix(2 * inner, width),
      down: matrix(width, inner)
    })),
    heads: floats(headColumns * width),
    headBias: floats(headColumns),
    roleCue: biased(roles.length * rank),
    rolePiece: biased(roles.length * rank),
    mixCue: biased(hidden),
    mixPiece: biased(hidden),
    far: floats(distances * hidden),
    last: floats(roles.length * hidden),
    lastBias: floats(roleColumns)
  }
  return { addresses, end: memory.end }
}

/** Sums of `depth` products with 8-bit weights stay within 31 bits. */
function largestBeside(depth: number): number {
  return Math.min(32_767, Math.floor((2 ** 31 - 1) / (127 * depth)))
}

/** What one thread works in. */
export interface Workspace {
  readonly ids: number
  readonly x: number
  readonly normed: number
  readonly wide: number
  readonly middle: number
  readonly quantized: number
  readonly scales: number
  readonly panel: number
  readonly attention: number
  readonly labels: number
  readonly cueRows: number
  readonly cueScales: number
  readonly asked: number
  readonly askedMix: number
  readonly steps: number
  readonly mixed: number
  readonly related: number
}

/** A thread's workspace, from `start` on. `attendBytes`: what the attention needs beside. */
export function layOutWorkspace(
  { width, inner, low, rank, hidden }: EncoderSizes,
  start: number,
  attendBytes: number
): { workspace: Workspace; end: number } {
  const memory = allocator(start)
  const rows = (columns: number) => memory.take(4 * windowLength * columns)
  const workspace: Workspace = {
    ids: rows(1),
    x: rows(width),
    normed: rows(width),
    wide: rows(Math.max(3 * width, 2 * inner, roles.length * rank)),
    middle: rows(Math.max(inner, hidden)),
    quantized: rows(Math.max(width, inner, low) / 2),
    scales: rows(1),
    panel: memory.take(16 * Math.max(width, inner, low)),
    attention: memory.take(attendBytes),
    labels: rows(headColumns),
    cueRows: memory.take(2 * cuesAtATime * width),
    cueScales: memory.take(4 * cuesAtATime),
    asked: memory.take(4 * cuesAtATime * roles.length * rank),
    askedMix: memory.take(4 * cuesAtATime * hidden),
    steps: rows(1),
    mixed: memory.take(4 * hidden),
    related: rows(roleColumns)
  }
  return { workspace, end: memory.end }
}
