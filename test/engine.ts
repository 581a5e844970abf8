import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { loadEngine, type AnalyzedArticle, type Engine } from '../src/analysis'
import { articleFormat, decodeText, readArticle } from '../src/article'

export const root = join(__dirname, '..')

let engine: Promise<Engine> | undefined

/** The real engine over the models of the tree; loaded once for a run. */
export function loadTestEngine(): Promise<Engine> {
  return (engine ??= loadEngine((file) => readFile(join(root, 'models', file))))
}

/** Every article of a folder, by name (the file's, without its folder), read and analyzed as the command line does. */
export async function analyzeFolder(folder: string): Promise<AnalyzedArticle[]> {
  const testEngine = await loadTestEngine()
  const names = (await readdir(folder)).filter((name) => /\.(?:txt|md)$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const decoded = decodeText(await readFile(join(folder, name)))
      if ('problem' in decoded) throw new Error(`${name}: ${decoded.problem}`)
      const article = readArticle(decoded.text, articleFormat(name))
      return {
        id: name,
        name,
        text: article.text,
        markup: article.markup,
        article,
        analysis: testEngine.analyze(article)
      }
    })
  )
}
