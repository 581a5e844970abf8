import { join } from 'node:path'
import { linksTable } from '../../src/cli/links'
import { buildCorpus } from '../../src/corpus'
import { surfaceOf } from '../../src/exchange'
import { analyzeFolder, root, type testEngines } from '../engine'
import { renderAnalysis } from './renderAnalysis'

export const expectedFolder = join(root, 'test/golden/expected')

/** What the golden files should say now, of the engine as it ships and of its rules alone: their paths with their content. */
export async function renderGoldenFiles(): Promise<ReadonlyMap<string, string>> {
  const all = await Promise.all([filesBy('with the encoder', ''), filesBy('rules alone', 'rules-alone/')])
  return new Map(all.flat())
}

async function filesBy(
  which: keyof typeof testEngines,
  folder: string
): Promise<readonly (readonly [string, string])[]> {
  const files = await analyzeFolder(join(root, 'samples'), which)
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
  return [
    ...files.map((file) => [`${folder}${file.name}.analysis`, renderAnalysis(file)] as const),
    [`${folder}folder.links`, linksTable(corpus, quotes)]
  ]
}
