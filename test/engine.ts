import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { loadEngine, type AnalyzedArticle, type Engine } from '../src/analysis'
import { shippedEncoder } from '../train/encoder/heldOutEncoders'
import { articleFormat, decodeText, readArticle } from '../src/article'

export const root = join(__dirname, '..')

const loaded = new Map<keyof typeof testEngines, Promise<Engine>>()

/** The real engine over the models of the tree: with its encoder, as it ships, and as it is where an encoder cannot run. */
export const testEngines = {
  'with the encoder': async () => loadEngine(model, await shippedEncoder()),
  'rules alone': () => loadEngine(model)
}

export const whichEngines = Object.keys(testEngines) as readonly (keyof typeof testEngines)[]

/** One of the engines; loaded once for a run. Rules alone unless told: ten times as fast. */
export function loadTestEngine(which: keyof typeof testEngines = 'rules alone'): Promise<Engine> {
  const engine = loaded.get(which) ?? testEngines[which]()
  loaded.set(which, engine)
  return engine
}

function model(file: string): Promise<Uint8Array> {
  return readFile(join(root, 'models', file))
}

/** Every article of a folder, by name (the file's, without its folder), read and analyzed as the command line does. */
export async function analyzeFolder(folder: string, which?: keyof typeof testEngines): Promise<AnalyzedArticle[]> {
  const testEngine = await loadTestEngine(which)
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
