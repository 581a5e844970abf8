import type { AnalyzedArticle } from '../../../src/analysis'
import { emptyProject } from '../../../src/annotations'
import { buildCorpus } from '../../../src/corpus'
import {
  exportedBytes,
  exportInput,
  lossCounter,
  type ExchangeFormat,
  type ExportContent,
  type ExportedArticle,
  type ExportSource,
  type Loss
} from '../../../src/exchange'
import { gatheredBytes } from '../../../src/util/growingBytes'

export const now = '2026-11-27T12:00:00.000Z'

export const nobodyCancels = { isWanted: () => true, onArticle: () => undefined }

/** Suggestions alone, as a whole export. */
export function sourceOf(articles: readonly AnalyzedArticle[], changes: Partial<ExportSource> = {}): ExportSource {
  return {
    title: 'articles',
    count: articles.length,
    articles: () => articles.map((article): ExportedArticle => ({ article })),
    corpus: buildCorpus(articles),
    project: emptyProject,
    ...changes
  }
}

/** All that a format of one file writes, as text. */
export async function exportOf(format: ExchangeFormat, articles: readonly AnalyzedArticle[]): Promise<string> {
  return (await exported(format, sourceOf(articles))).text
}

export async function exported(
  format: ExchangeFormat,
  source: ExportSource,
  content: ExportContent = 'both'
): Promise<{ readonly text: string; readonly losses: readonly Loss[] }> {
  const losses = lossCounter()
  const input = await exportInput(source, { content, offsets: 'utf16', now }, nobodyCancels, losses)
  const bytes = await gatheredBytes(exportedBytes(format, input))
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), losses: losses.counts() }
}
