import { joinedBytes } from '../../util/joinedBytes'
import type { Steps } from '../../util/steps'

/** Pieces that are encoded in one step. */
const piecesPerStep = 500
/** Bytes that are decoded or compared in one step. */
const bytesPerStep = 500_000

/** A text, given in pieces, in UTF-8. */
export function* encodedInSteps(pieces: readonly string[]): Steps<Uint8Array> {
  const encoder = new TextEncoder()
  const parts: Uint8Array[] = []
  for (let at = 0; at < pieces.length; at += piecesPerStep) {
    parts.push(encoder.encode(pieces.slice(at, at + piecesPerStep).join('')))
    yield
  }
  return joinedBytes(parts)
}

/** Undefined where it is not in UTF-8. A byte order mark stays. */
export function* decodedInSteps(bytes: Uint8Array): Steps<string | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const parts: string[] = []
  try {
    for (let at = 0; at < bytes.length; at += bytesPerStep) {
      parts.push(decoder.decode(bytes.subarray(at, at + bytesPerStep), { stream: true }))
      yield
    }
    parts.push(decoder.decode())
  } catch {
    return undefined
  }
  return parts.join('')
}

export function* sameBytesInSteps(a: Uint8Array, b: Uint8Array): Steps<boolean> {
  if (a.length !== b.length) return false
  for (let begin = 0; begin < a.length; begin += bytesPerStep) {
    const end = Math.min(a.length, begin + bytesPerStep)
    for (let at = begin; at < end; at++) if (a[at] !== b[at]) return false
    yield
  }
  return true
}
