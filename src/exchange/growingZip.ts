import { strToU8, Zip, ZipDeflate } from 'fflate'
import { zipTime } from './packFiles'

/** A zip whose files grow side by side. They come out in the order in which they were begun; what waits for its turn lies compressed in memory. */
export interface GrowingZip {
  readonly begin: (path: string) => GrowingFile
  /** The bytes that are ready. */
  readonly taken: () => Iterable<Uint8Array>
  /** Nothing can be begun any more. */
  readonly end: () => void
}

export interface GrowingFile {
  readonly put: (piece: string) => void
  readonly end: () => void
}

export function growingZip(now: string): GrowingZip {
  const ready: Uint8Array[] = []
  let failure: Error | undefined
  const zip = new Zip((error, bytes) => {
    if (error) failure = error
    else ready.push(bytes)
  })
  return {
    begin(path) {
      const file = new ZipDeflate(path, { level: 6 })
      file.mtime = zipTime(now)
      zip.add(file)
      let waiting = ''
      return {
        put(piece) {
          waiting += piece
          if (waiting.length < pieceLength) return
          file.push(strToU8(waiting))
          waiting = ''
        },
        end: () => file.push(strToU8(waiting), true)
      }
    },
    taken() {
      if (failure) throw failure
      return ready.splice(0)
    },
    end: () => zip.end()
  }
}

/** In UTF-16 units: small pieces compress badly. */
const pieceLength = 1 << 16
