export interface Line {
  /** Counted from 1. */
  readonly number: number
  /** Without its line end. */
  readonly bytes: Uint8Array | 'too-long'
}

/** Cuts a stream of bytes at line feeds. Holds one line at a time, and none of it once it is longer than `limit` bytes. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = []
  let length = 0
  let number = 0
  const take = (piece: Uint8Array) => {
    length += piece.length
    if (length <= limit) pieces.push(piece)
    else pieces = []
  }
  const finish = (): Line => {
    const line: Line = { number: ++number, bytes: length <= limit ? Buffer.concat(pieces) : 'too-long' }
    pieces = []
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      take(chunk.subarray(start, end))
      start = end + 1
      yield finish()
    }
    if (start < chunk.length) take(chunk.subarray(start))
  }
  if (length > 0) yield finish()
}

const lineFeed = 0x0a
