import type { ExchangeFormat, ExportInput } from '../format'
import { packFiles } from '../packFiles'

/** The bytes of an export as they are made: of its one file, or of the zip of several. */
export async function* exportedBytes({ writer }: ExchangeFormat, input: ExportInput): AsyncGenerator<Uint8Array> {
  if (writer.kind === 'files') {
    yield* packFiles(writer.write(input), input.now)
    return
  }
  const encoder = new TextEncoder()
  for await (const piece of writer.write(input)) yield typeof piece === 'string' ? encoder.encode(piece) : piece
}
