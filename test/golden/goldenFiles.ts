import { join } from 'node:path'
import { analyseFolder, root } from '../engine'
import { renderAnalysis } from './renderAnalysis'

export const expectedFolder = join(root, 'test/golden/expected')

/** What the golden files should say now: their names with their content. */
export async function renderGoldenFiles(): Promise<ReadonlyMap<string, string>> {
  const files = await analyseFolder(join(root, 'samples'))
  return new Map(files.map((file) => [`${file.name}.analysis`, renderAnalysis(file)]))
}
