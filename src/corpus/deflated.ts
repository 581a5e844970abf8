import { deflateSync, inflateSync } from 'fflate'

/** The fastest level: a higher one takes half as much time again and saves only a tenth of the bytes. */
const compression = { level: 1 } as const

/** Bytes for the length, before what is deflated. */
const headLength = 4
/** Deflate makes of one byte no more. */
const mostPerByte = 1032

/**
 * What is inflated is written into the same bytes again and again: thousands of articles are, one after the other, and what
 * each leaves behind would be collected long after. Longer texts get bytes of their own.
 */
const scratchLength = 1 << 18
let scratch: Uint8Array | undefined

/** A text as deflated UTF-8, after four bytes for its length in bytes, the lowest first. */
export function deflated(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  const packed = deflateSync(bytes, compression)
  const result = new Uint8Array(headLength + packed.length)
  new DataView(result.buffer).setUint32(0, bytes.length, true)
  result.set(packed, headLength)
  return result
}

/** The text that `deflated` packed. Throws when the bytes are damaged. */
export function inflated(bytes: Uint8Array): string {
  const packed = bytes.subarray(headLength)
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true)
  if (length > packed.length * mostPerByte) throw new Error('More than these bytes can hold')
  const out = length <= scratchLength ? (scratch ??= new Uint8Array(scratchLength)) : new Uint8Array(length)
  const found = inflateSync(packed, { out: out.subarray(0, length) })
  if (found.length !== length) throw new Error('Less than these bytes should hold')
  return decoder.decode(found)
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
