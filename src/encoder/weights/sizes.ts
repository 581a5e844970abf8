/** How large an encoder is: all of it stands in the header of its weights. */
export interface EncoderSizes {
  /** Word pieces that it knows. */
  readonly pieces: number
  readonly layers: number
  readonly width: number
  readonly heads: number
  /** Of SwiGLU. */
  readonly inner: number
  /** Of the embedding, before it is lifted to `width`. */
  readonly low: number
  /** Of the products that tell what a piece is to a cue, and of the mixture beside them. */
  readonly rank: number
  readonly hidden: number
}

/** What a word may be, in the order of the heads' labels. */
export const labels = {
  cue: ['none', 'begin', 'inside'],
  loose: ['none', 'begin', 'inside'],
  edges: ['none', 'begin', 'end'],
  names: [
    'none',
    ...['person begin', 'person inside', 'organization begin', 'organization inside'],
    ...['place begin', 'place inside', 'misc begin', 'misc inside']
  ],
  acting: ['literal', 'acting']
} as const

export type Head = keyof typeof labels

export const heads = ['cue', 'loose', 'edges', 'names', 'acting'] as const satisfies readonly Head[]

/** What a piece may be to a cue. */
export const roles = [
  'none',
  ...['source begin', 'source inside', 'source end'],
  ...['content begin', 'content inside', 'content end']
] as const

/** Where a head's labels begin in a row with those of all heads. */
export const headAt: Readonly<Record<Head, number>> = { cue: 0, loose: 3, edges: 6, names: 9, acting: 18 }
/** Labels of all heads. */
export const labelCount = 20

/** Distances between a cue and a piece, as the mixture tells them apart. */
export const distances = 64
/** Word pieces that are read at a time, with the marks of begin and end. */
export const windowLength = 256

/** What is wrong with sizes that the kernels cannot work with, or that no encoder has. */
export function faultOfSizes(sizes: EncoderSizes): string | undefined {
  const { pieces, layers, width, heads: attending, inner, low, rank, hidden } = sizes
  for (const [name, size] of Object.entries(sizes) as [string, number][])
    if (!Number.isInteger(size) || size < 1 || size > 65_536) return `${name} ${size} is no size`
  if (layers > 64 || Math.max(width, inner, low, rank, hidden) > 8192) return 'it is too large'
  if (pieces < 7) return 'it knows no word pieces'
  if (width % attending !== 0 || (width / attending) % 8 !== 0) return `${attending} heads do not share ${width}`
  const odd = [width, inner, low, rank, hidden].find((size) => size % 8 !== 0)
  return odd === undefined ? undefined : `${odd} is not a multiple of 8`
}
