import { join } from 'node:path'
import { linksTable } from '../../src/cli/links'
import { buildCorpus } from '../../src/corpus'
import { surfaceOf } from '../../src/exchange'
import { analyzeFolder, root } from '../engine'
import { renderAnalysis } from './renderAnalysis'

export const expectedFolder = join(root, 'test/golden/expected')

/** What the golden files should say now: their names with their content. */
export async function renderGoldenFiles(): Promise<ReadonlyMap<string, string>> {
  const files = await analyzeFolder(join(root, 'samples'))
  const corpus = buildCorpus(files)
  const quotes = new Map(
    files.map(({ name, article, analysis }) => [
      name,
      analysis.quotes.map(({ content, act, speaker }) => ({
        beginning: surfaceOf(article, content).replace(/\s+/g, ' '),
        act,
        hasSpeaker: speaker !== null
      }))
    ])
  )
  return new Map([
    ...files.map((file) => [`${file.name}.analysis`, renderAnalysis(file)] as const),
    ['folder.links', linksTable(corpus, quotes)]
  ])
}
