/** Bytes that come in pieces and are wanted as one array. */
export interface GrowingBytes {
  readonly add: (piece: Uint8Array) => void
  /** All bytes, in an array of their own: once, and nothing can be added any more. */
  readonly taken: () => Uint8Array<ArrayBuffer>
}

/**
 * For exports of hundreds of megabytes: what is gathered lies in blocks, and each is given back as soon as it is copied, so that all bytes
 * are there once and not twice.
 */
export function growingBytes(blockLength = 1 << 22): GrowingBytes {
  const full: Uint8Array<ArrayBuffer>[] = []
  let block = new Uint8Array(0)
  let used = 0
  return {
    add(piece) {
      for (let at = 0; at < piece.length;) {
        if (used === block.length) {
          if (used > 0) full.push(block)
          block = new Uint8Array(blockLength)
          used = 0
        }
        const part = piece.subarray(at, at + block.length - used)
        block.set(part, used)
        used += part.length
        at += part.length
      }
    },
    taken() {
      const bytes = new Uint8Array(full.length * blockLength + used)
      for (const [index, { buffer }] of full.entries()) {
        bytes.set(new Uint8Array(buffer), index * blockLength)
        giveBack(buffer)
      }
      bytes.set(block.subarray(0, used), full.length * blockLength)
      giveBack(block.buffer)
      return bytes
    }
  }
}

/** All bytes of pieces, for whoever cannot take them one by one. */
export async function gatheredBytes(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = growingBytes()
  for await (const piece of pieces) bytes.add(piece)
  return bytes.taken()
}

/** Where the host knows how (ES2024; Node from 22 on): elsewhere the collector gives it back, at some time. */
function giveBack(buffer: ArrayBuffer & { transfer?: (length: number) => ArrayBuffer }): void {
  buffer.transfer?.(0)
}
