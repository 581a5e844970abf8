// @ts-check
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { Zip, unzipSync } from 'fflate'

/**
 * The same files in a zip file that says nothing of where and when it was made: in order of name, of one time, readable by all.
 * Each file is compressed in the way that makes it smallest: models compress a tenth better without search for repetitions.
 * @param {Uint8Array} zip
 * @param {Date} time of all files, written as local time
 * @returns {Promise<Uint8Array>}
 */
export async function repacked(zip, time) {
  const files = Object.entries(unzipSync(zip)).sort(([a], [b]) => (a < b ? -1 : 1))
  /** @type {Uint8Array[]} */
  const chunks = []
  await new Promise((resolve, reject) => {
    const writer = new Zip((error, chunk, isLast) => {
      if (error) return reject(error)
      chunks.push(chunk)
      if (isLast) resolve(undefined)
    })
    for (const [filename, content] of files) {
      /** @type {import('fflate').ZipInputFile} */
      const entry = {
        filename,
        size: content.length,
        crc: crc32(content),
        compression: 8,
        mtime: time,
        os: 3,
        attrs: 0o100644 * 0x10000
      }
      writer.add(entry)
      entry.ondata?.(null, smallest(content), true)
    }
    writer.end()
  })
  return Buffer.concat(chunks)
}

/** @param {Uint8Array} content @returns {Uint8Array} raw deflate */
function smallest(content) {
  const { Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY } = constants
  return [Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY]
    .flatMap((strategy) => [8, 9].map((memLevel) => deflateRawSync(content, { level: 9, memLevel, strategy })))
    .reduce((best, other) => (other.length < best.length ? other : best))
}
