import { decodeBytes, type Encoding } from './encodings'

/**
 * How many times, 0 for a clean text, the text's UTF-8 was read as Windows-1252, Latin-1 or Mac Roman and saved as that:
 * "it\u00E2\u20AC\u2122s", "W\u00C3\u00B6rter", "\u201A\u00C4\u00F2". Linear.
 */
export function misreadLayers(text: string): number {
  let layers = 0
  for (let read: string | undefined = text; layers < mostLayers; layers++) {
    read = mendOnce(read)
    if (read === undefined) break
  }
  return layers
}

/** The text before it was misread; a clean text as it is. Linear. */
export function mendMisread(text: string): string {
  let mended = text
  for (let layer = 0; layer < mostLayers; layer++) mended = mendOnce(mended) ?? mended
  return mended
}

const mostLayers = 3

/** Undefined when the text was not misread. */
function mendOnce(text: string): string | undefined {
  if (!/[\u0080-\uFFFF]/.test(text)) return undefined
  // A text that was misread by one encoding has sequences of another in it: the right one leaves least over.
  const [best] = tables
    .map((bytesOf) => findSequences(text, bytesOf))
    .filter(isMisread)
    .sort((a, b) => a.others - b.others || b.count - a.count)
  return best?.mended
}

interface Sequences {
  readonly mended: string
  /** Sequences of characters whose bytes are a character of UTF-8. */
  readonly count: number
  /** Of them those that no clean text has, and those that few have. */
  readonly certain: number
  readonly strong: number
  /** Characters above ASCII that are in no sequence. */
  readonly others: number
}

function isMisread({ count, certain, strong, others }: Sequences): boolean {
  return certain > 0 || strong >= 2 || (count >= 4 && count >= 10 * others)
}

function findSequences(text: string, bytesOf: ReadonlyMap<string, number>): Sequences {
  const pieces: string[] = []
  const found = { count: 0, certain: 0, strong: 0, others: 0 }
  let taken = 0
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue
    const sequence = sequenceAt(text, at, bytesOf)
    if (!sequence) {
      found.others++
      continue
    }
    const { character, length } = sequence
    found.count++
    const weight = weightOf(text, at, sequence)
    if (weight === 'certain') found.certain++
    if (weight !== 'weak') found.strong++
    pieces.push(text.slice(taken, at), character)
    taken = at + length
    at = taken - 1
  }
  return { ...found, mended: pieces.join('') + text.slice(taken) }
}

interface Sequence {
  readonly character: string
  /** In UTF-16 units of the misread text. */
  readonly length: number
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function sequenceAt(text: string, at: number, bytesOf: ReadonlyMap<string, number>): Sequence | undefined {
  const first = bytesOf.get(text[at]!) ?? 0
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0
  if (length === 0) return undefined
  const bytes = [first]
  while (bytes.length < length) {
    const byte = bytesOf.get(text[at + bytes.length] ?? '') ?? 0
    if (byte >> 6 !== 2) break
    bytes.push(byte)
  }
  if (bytes.length < length) {
    // Windows-1252 has no 0x9D, the last byte of a closing quotation mark: it is often lost or U+FFFD.
    const isCut = first === 0xe2 && bytes.length === 2 && bytes[1] === 0x80 && text[at] === '\u00E2'
    return isCut ? { character: '\u201D', length: text[at + 2] === '\uFFFD' ? 3 : 2 } : undefined
  }
  try {
    return { character: decoder.decode(Uint8Array.from(bytes)), length }
  } catch {
    return undefined
  }
}

/**
 * Three characters that give a mark of punctuation stand side by side in no clean text. Two that give an accented letter may:
 * a capital with a tilde before a quotation mark ends a word of capitals. Inside of a word they do not.
 */
function weightOf(text: string, at: number, { character, length }: Sequence): 'certain' | 'strong' | 'weak' {
  if (length >= 3) return /[\u2010-\u203A\u20AC\u2122\uFB01\uFB02\uFEFF\uFFFD]/.test(character) ? 'certain' : 'strong'
  if (!/[\u00A1-\u00FF\u0100-\u017F]/.test(character)) return 'weak'
  const second = text[at + 1]!
  if (/[\u2010-\u203A\u00AB\u00BB\u00A0\u00AE\u2122]/.test(second)) return 'weak'
  const isInWord = /\p{Ll}/u.test(text[at - 1] ?? '') || /\p{L}/u.test(text[at + length] ?? '')
  return isInWord && /[\u00C2\u00C3\u221A\u00AC]/.test(text[at]!) ? 'certain' : 'strong'
}

/** Of each encoding, what it makes of the bytes above ASCII. */
const tables: readonly ReadonlyMap<string, number>[] = (['windows-1252', 'macintosh'] satisfies Encoding[]).map(
  (encoding) => {
    const bytes = Array.from({ length: 0x80 }, (_, index) => 0x80 + index)
    const table = new Map(bytes.map((byte) => [decodeBytes(Uint8Array.of(byte), encoding), byte]))
    // Latin-1 makes control characters of what Windows-1252 makes punctuation of.
    if (encoding === 'windows-1252') for (const byte of bytes.slice(0, 0x20)) table.set(String.fromCharCode(byte), byte)
    return table
  }
)
