import { longestArticle } from './readArticle'

/** A file's text as VS Code holds it, or why there is none. */
export type DecodedText = { readonly text: string } | { readonly problem: 'binary' | 'too-large' }

/** VS Code looks for NUL bytes in this many bytes at the beginning of a file. */
const sniffedBytes = 512

/**
 * Decodes a file as VS Code does when it opens it: UTF-8, or UTF-16 by its BOM or its NUL bytes; the BOM is dropped, mixed line
 * ends all become the more frequent kind, other NUL bytes mean a binary file. Invalid bytes become U+FFFD. Texts above `longestArticle`
 * are too large.
 * Source: VS Code's `encoding.ts` (detectEncodingFromBuffer) and `pieceTreeTextBufferBuilder.ts` (_getEOL).
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes)
  if (encoding === null) return { problem: 'binary' }
  // No encoding writes a UTF-16 unit in more than three bytes (or two units in four).
  if (bytes.length > 3 * longestArticle) return { problem: 'too-large' }
  const text = normalizeLineEnds(new TextDecoder(encoding).decode(bytes))
  return text.length > longestArticle ? { problem: 'too-large' } : { text }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  let littleEndian = true
  let bigEndian = true
  let hasNul = false
  for (let at = 0; at < bytes.length && at < sniffedBytes; at++) {
    const isOdd = at % 2 === 1
    const isNul = bytes[at] === 0
    if (isNul) hasNul = true
    // ASCII in UTF-16 has a NUL in every other byte.
    if (isOdd !== isNul) littleEndian = false
    if (isOdd === isNul) bigEndian = false
  }
  if (!hasNul) return 'utf-8'
  return littleEndian ? 'utf-16le' : bigEndian ? 'utf-16be' : null
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
