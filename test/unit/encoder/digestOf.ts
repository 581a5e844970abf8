import { createHash } from 'node:crypto'
import type { EncoderReading } from '../../../src/encoder'

/** A short name for all that the encoder says of a text, to the last bit. */
export function digestOf(reading: EncoderReading): string {
  const { starts, ends, labels, cues } = reading
  const hash = createHash('sha256')
  const arrays = [
    starts,
    ends,
    labels,
    ...cues.flatMap(({ logRoles, path, wordOfPiece }) => [logRoles, path, wordOfPiece])
  ]
  for (const { buffer, byteOffset, byteLength } of arrays) hash.update(new Uint8Array(buffer, byteOffset, byteLength))
  hash.update(JSON.stringify(cues, (_, value: unknown) => (ArrayBuffer.isView(value) ? undefined : value)))
  return hash.digest('hex')
}
