import { firstIndex } from '../../util/binarySearch'

/**
 * A text as it is compared with an anchor: composed letters (NFC), straight quotation marks, and one blank in place of each
 * run of white space, so that neither line ends nor typographers matter. Offsets of `text` are led back to the source.
 */
export interface ComparableText {
  readonly text: string
  /** The offset in the source of each unit of `text`, ascending, and the source's length at the end; null: the same offset. */
  readonly starts: Int32Array | null
}

export function comparableText(source: string): ComparableText {
  const isNfc = isComposed(source)
  if (isNfc && !special.test(source)) return { text: source, starts: null }
  const pieces = isNfc ? unlikePieces : unlikeOrUncomposedPieces
  const starts = new Int32Array(source.length * longestExpansion + 1)
  const parts: string[] = []
  let written = 0
  let read = 0
  for (const { 0: piece, index } of source.matchAll(pieces)) {
    if (index > read) parts.push(source.slice(read, index))
    while (read < index) starts[written++] = read++
    const comparable = comparablePiece(piece)
    parts.push(comparable)
    for (let unit = 0; unit < comparable.length; unit++) {
      starts[written++] = index + Math.min(unit, piece.length - 1)
    }
    read = index + piece.length
  }
  parts.push(source.slice(read))
  while (read <= source.length) starts[written++] = read++
  return { text: parts.join(''), starts: starts.subarray(0, written) }
}

/** Words of an anchor as they are compared. */
export function comparableWords(words: string): string {
  const isNfc = isComposed(words)
  if (isNfc && !special.test(words)) return words
  return words.replace(isNfc ? unlikePieces : unlikeOrUncomposedPieces, comparablePiece)
}

/** The offset in the source of a unit of the comparable text, or of its end. */
export function sourceOffset({ starts }: ComparableText, offset: number): number {
  return starts ? starts[offset]! : offset
}

/** The unit of the comparable text in which an offset of the source is. */
export function comparableOffset({ text, starts }: ComparableText, offset: number): number {
  if (!starts) return Math.max(0, Math.min(text.length, offset))
  return Math.max(0, firstIndex(starts.length, (unit) => starts[unit]! > offset) - 1)
}

function comparablePiece(piece: string): string {
  if (isSpace.test(piece)) return ' '
  const composed = piece.normalize('NFC')
  return plainMarks.get(composed) ?? composed
}

const plainMarks: ReadonlyMap<string, string> = new Map([
  ['\u2018', "'"],
  ['\u2019', "'"],
  ['\u201A', "'"],
  ['\u201B', "'"],
  ['\u201C', '"'],
  ['\u201D', '"'],
  ['\u201E', '"'],
  ['\u201F', '"']
])

/** NFC makes at most three units of one ("\uFB2C"), and none of them here stands for more of the source. */
const longestExpansion = 3

const isSpace = /^\s/u
const special = /[\u2018-\u201F]|\s\s|[^\S ]/u
const unlikePieces = /\s{2,}|[^\S ]|[\u2018-\u201F]/gu
// Marks and the letters of Hangul join with what is before them. No more than 30, since ordering many of them is slow.
const unlikeOrUncomposedPieces =
  /\s{2,}|[^\S ]|[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]{1,30}|[^\s\p{M}]\p{M}{1,30}|[^\0-\x7F]/gu

function isComposed(text: string): boolean {
  return !isAscii.test(text) ? !hasManyMarks.test(text) && text.normalize('NFC') === text : true
}

const isAscii = /^[\0-\x7F]*$/
/** To compose a run of marks takes the square of its length: the engine must never see a whole text that has one. */
const hasManyMarks = /\p{M}{31}/u
