/** A place for bytes that stay. */
export type KeepBytes = (bytes: Uint8Array) => Uint8Array

/** Bytes lie together in chunks of this length: ten thousand pieces of memory would leave gaps between them. */
const chunkLength = 1 << 20

/** Gives copies that lie together; each is freed when the others of its chunk are. */
export function bytesTogether(): KeepBytes {
  let chunk = new Uint8Array(0)
  let used = 0
  return (bytes) => {
    if (bytes.length > chunkLength / 4) return bytes.slice()
    if (used + bytes.length > chunk.length) {
      chunk = new Uint8Array(chunkLength)
      used = 0
    }
    const place = chunk.subarray(used, used + bytes.length)
    place.set(bytes)
    used += bytes.length
    return place
  }
}
