import { detectEncoding } from './detectEncoding'
import { decodeBytes, type Encoding } from './encodings'
import { longestArticle } from './readArticle'

/** A file's text as VS Code holds it, and the encoding that it was read in. */
export interface ReadText {
  readonly text: string
  readonly encoding: Encoding
  /** Another encoding may be the right one. */
  readonly isDoubtful: boolean
  /** Some bytes are not of this encoding; U+FFFD stands for them. */
  readonly isDamaged: boolean
}

/** A file's text, or why there is none. */
export type DecodedText = ReadText | { readonly problem: 'binary' | 'too-large' }

/** VS Code looks for NUL bytes in this many bytes at the beginning of a file. */
const sniffedBytes = 512

/**
 * Decodes a file as VS Code does when it opens it: UTF-8, or UTF-16 by its BOM or its NUL bytes; the BOM is dropped, mixed line
 * ends all become the more frequent kind, other NUL bytes mean a binary file. Where VS Code would read bytes that are not
 * UTF-8 as U+FFFD, the encoding is detected; UTF-16 without a BOM is known even where not all of it is ASCII. Texts above
 * `longestArticle` are too large. Linear in the length of the file.
 * Source: VS Code's `encoding.ts` (detectEncodingFromBuffer) and `pieceTreeTextBufferBuilder.ts` (_getEOL).
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const unicode = unicodeEncodingOf(bytes)
  if (unicode === null) return { problem: 'binary' }
  // No encoding writes a UTF-16 unit in more than three bytes (or two units in four).
  if (bytes.length > 3 * longestArticle) return { problem: 'too-large' }
  const read = decoded(bytes, unicode)
  if (!read) return { problem: 'binary' }
  const text = normalizeLineEnds(read.text)
  return text.length > longestArticle ? { problem: 'too-large' } : { ...read, text }
}

function decoded(bytes: Uint8Array, unicode: 'utf-8' | 'utf-16le' | 'utf-16be'): ReadText | undefined {
  try {
    const text = new TextDecoder(unicode, { fatal: true }).decode(bytes)
    return { text, encoding: unicode, isDoubtful: false, isDamaged: false }
  } catch {
    const found =
      unicode === 'utf-8' && !hasUtf8Mark(bytes) ? detectEncoding(bytes) : { encoding: unicode, isDoubtful: false }
    if (!found) return undefined
    const text = decodeBytes(bytes, found.encoding)
    return { text, ...found, isDamaged: text.includes('\uFFFD') }
  }
}

function unicodeEncodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (hasUtf8Mark(bytes)) return 'utf-8'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  const head = bytes.subarray(0, sniffedBytes)
  const nulls = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) nulls[at % 2]!++
  const [even = 0, odd = 0] = nulls
  if (even + odd === 0) return 'utf-8'
  // ASCII in UTF-16 has a NUL in every other byte; other letters have none, but they stand among blanks and line ends.
  if (even === 0 && isText(head, 'utf-16le')) return 'utf-16le'
  if (odd === 0 && isText(head, 'utf-16be')) return 'utf-16be'
  return null
}

/** Whether the head of a file reads as a text: no half pairs, no controls, nothing unassigned. */
function isText(head: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): boolean {
  const text = new TextDecoder(encoding).decode(head.subarray(0, head.length - (head.length % 2)), { stream: true })
  return text.length > 0 && !/[\p{Cn}\p{Co}\uFFFD\0-\x08\x0E-\x19\x1C-\x1F\x7F-\x9F]/u.test(text)
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

/** One kind of line end for the whole text: CRLF where most line ends have a CR, LF otherwise. */
function normalizeLineEnds(text: string): string {
  let lineFeeds = 0
  let returns = 0
  let both = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x0a) lineFeeds++
    else if (unit === 0x0d) {
      if (text.charCodeAt(at + 1) === 0x0a) {
        both++
        at++
      } else returns++
    }
  }
  const prevails = returns + both > (returns + both + lineFeeds) / 2 ? '\r\n' : '\n'
  const isUniform = prevails === '\n' ? returns === 0 && both === 0 : returns === 0 && lineFeeds === 0
  return isUniform ? text : text.replace(/\r\n|\r|\n/g, prevails)
}
