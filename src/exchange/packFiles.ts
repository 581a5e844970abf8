import { strToU8, Zip, ZipDeflate } from 'fflate'
import { pause } from '../util/pause'
import type { ExportedFile } from './format'

/**
 * Several files as one zip, in pieces, while they are made: no more than one piece of them is held. All have the same time, so that the
 * same export has the same bytes.
 */
export async function* packFiles(
  files: AsyncIterable<ExportedFile> | Iterable<ExportedFile>,
  now: string
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  let failure: Error | undefined
  const zip = new Zip((error, bytes) => {
    if (error) failure = error
    else ready.push(bytes)
  })
  function* taken() {
    if (failure) throw failure
    yield* ready.splice(0)
  }
  for await (const { path, pieces } of files) {
    const file = new ZipDeflate(path, { level: 6 })
    file.mtime = zipTime(now)
    zip.add(file)
    for await (const piece of pieces) {
      file.push(typeof piece === 'string' ? strToU8(piece) : piece)
      yield* taken()
    }
    file.push(new Uint8Array(0), true)
    yield* taken()
    await pause()
  }
  zip.end()
  yield* taken()
}

/** A zip knows the years from 1980 on and writes the local time: of UTC, wherever it is made. */
export function zipTime(now: string): Date {
  const time = new Date(now)
  const local = new Date(time.getTime() + time.getTimezoneOffset() * 60_000)
  return local.getFullYear() < 1980 ? new Date(1980, 0, 1) : local
}
