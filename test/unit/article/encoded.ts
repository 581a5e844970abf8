import type { Encoding } from '../../../src/article'
import { decodeBytes } from '../../../src/article/encodings'

/** A text as bytes of an encoding; throws for a character that the encoding does not have. */
export function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = Buffer.from(text, 'utf16le')
    return encoding === 'utf-16le' ? bytes : bytes.swap16()
  }
  const table = tables.get(encoding) ?? tableOf(encoding)
  tables.set(encoding, table)
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = table.get(character)
      if (!bytes) throw new Error(`${encoding} has no ${character}`)
      return bytes
    })
  )
}

const tables = new Map<Encoding, ReadonlyMap<string, readonly number[]>>()

/** The encoding backwards: each byte and each pair of bytes is decoded. */
function tableOf(encoding: Encoding): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>()
  const note = (...bytes: readonly number[]) => {
    const text = decodeBytes(Uint8Array.from(bytes), encoding)
    if (!text.includes('\uFFFD') && Array.from(text).length === 1 && !table.has(text)) table.set(text, bytes)
  }
  for (let byte = 0; byte < 256; byte++) note(byte)
  if (['gb18030', 'shift_jis', 'big5', 'euc-jp', 'euc-kr'].includes(encoding))
    for (let first = 0x81; first < 0xff; first++) for (let second = 0x40; second < 0xff; second++) note(first, second)
  return table
}
