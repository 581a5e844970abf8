import type { AnalyzedArticle } from '../analysis'
import { joinedBytes } from '../util/joinedBytes'
import { workSlices } from '../util/slices'
import type { ExportFormat } from './exportFormat'

export interface ExportProgress {
  /** False as soon as nobody waits for the file any more. */
  isWanted(): boolean
  /** Called before each article. */
  onArticle(): void
}

/**
 * A whole file as UTF-8, for hosts that cannot write one in pieces. Made in slices of time, with the event loop turning
 * between articles. Undefined when it is no longer wanted.
 */
export async function exportBytes(
  format: ExportFormat,
  articles: Iterable<AnalyzedArticle>,
  progress: ExportProgress
): Promise<Uint8Array | undefined> {
  const encoder = new TextEncoder()
  const pieces: Uint8Array[] = []
  for await (const piece of format.write(inSlices(articles, progress))) pieces.push(encoder.encode(piece))
  return progress.isWanted() ? joinedBytes(pieces) : undefined
}

/** The articles, with time for others in between. Ends early when they are no longer wanted. */
async function* inSlices(
  articles: Iterable<AnalyzedArticle>,
  progress: ExportProgress
): AsyncGenerator<AnalyzedArticle> {
  const slices = workSlices()
  for (const article of articles) {
    await slices.rest()
    if (!progress.isWanted()) return
    progress.onArticle()
    yield article
  }
}
