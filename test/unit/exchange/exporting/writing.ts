import {
  exportedBytes,
  exportInput,
  lossCounter,
  type ExchangeFormat,
  type ExportProgress,
  type ExportSource
} from '../../../../src/exchange'
import { gatheredBytes } from '../../../../src/util/growingBytes'
import { now } from '../exportOf'

/** What a format writes of articles. */
export async function writing(
  format: ExchangeFormat,
  source: ExportSource,
  progress: ExportProgress = { isWanted: () => true, onArticle: () => undefined }
): Promise<Uint8Array> {
  const input = await exportInput(source, { content: 'both', offsets: 'utf16', now }, progress, lossCounter())
  return gatheredBytes(exportedBytes(format, input))
}
