import { Deflate, Inflate, strToU8 } from 'fflate'
import { pause } from '../../util/pause'

/**
 * A file that grows while others do too, to be written out after them: what is put in lies compressed in memory. Asking articles anew for each file
 * would take as many times as long.
 */
export interface Spool {
  readonly put: (piece: string) => void
  /** Everything that was put in; once, and nothing can be put in any more. */
  readonly taken: () => AsyncGenerator<Uint8Array>
}

export function spool(): Spool {
  let packed: Uint8Array[] = []
  let waiting = ''
  const deflate = new Deflate({ level: 1 }, (bytes) => packed.push(bytes))
  const flush = () => {
    if (waiting !== '') deflate.push(strToU8(waiting))
    waiting = ''
  }
  return {
    put(piece) {
      waiting += piece
      if (waiting.length >= pieceLength) flush()
    },
    async *taken() {
      flush()
      deflate.push(new Uint8Array(0), true)
      const ready: Uint8Array[] = []
      const inflate = new Inflate((bytes) => bytes.length > 0 && ready.push(bytes))
      const all = packed
      packed = []
      for (const [index, bytes] of all.entries()) {
        inflate.push(bytes, index === all.length - 1)
        yield* ready.splice(0)
        if (index % 16 === 0) await pause()
      }
    }
  }
}

/** In UTF-16 units: small pieces compress badly. */
const pieceLength = 1 << 16
