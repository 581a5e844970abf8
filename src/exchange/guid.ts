/**
 * A UUID that depends on its parts alone (version 5 of RFC 9562, in a namespace of ours), lower case: the same export has the same ids.
 */
export function guidOf(...parts: readonly (string | number)[]): string {
  const name = new TextEncoder().encode(`${namespace}\n${parts.map((part) => JSON.stringify(part)).join('\n')}`)
  const digits = sha1(name)
  const variant = ((Number.parseInt(digits[16]!, 16) & 3) | 8).toString(16)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32)
  ].join('-')
}

const namespace = 'https://github.com/article-annotator/article-annotator/guid'

/** The UUID that an id of ours is ("urn:uuid:..."), else one that is made of it. */
export function guidOfId(id: string): string {
  const uuid = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(id)?.[1]
  return uuid?.toLowerCase() ?? guidOf('id', id)
}

/** FIPS 180-4, in 40 hexadecimal digits. It names things here; it protects nothing. */
export function sha1(bytes: Uint8Array): string {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)
  const hash = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  const words = new Uint32Array(80)
  for (let block = 0; block < padded.length; block += 64) {
    for (let index = 0; index < 80; index++)
      words[index] =
        index < 16
          ? view.getUint32(block + index * 4)
          : rotated(words[index - 3]! ^ words[index - 8]! ^ words[index - 14]! ^ words[index - 16]!, 1)
    let [a, b, c, d, e] = hash as [number, number, number, number, number]
    for (let index = 0; index < 80; index++) {
      const [mixed, constant] =
        index < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : index < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : index < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6]
      const next = (rotated(a, 5) + mixed + e + constant + words[index]!) | 0
      e = d
      d = c
      c = rotated(b, 30)
      b = a
      a = next
    }
    for (const [index, value] of [a, b, c, d, e].entries()) hash[index] = (hash[index]! + value) | 0
  }
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

function rotated(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}
