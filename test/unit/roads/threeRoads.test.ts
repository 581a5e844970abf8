import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { factKeys, type AnalyzedArticle } from '../../../src/analysis'
import { decodeText } from '../../../src/article'
import { ArticleDocuments } from '../../../src/workspace/articleDocuments'
import { ArticleFolder } from '../../../src/workspace/articleFolder'
import { loadTestEngine } from '../../engine'
import { cacheOver } from '../workspace/cacheOver'
import { eventually, MemoryWorkspace } from '../workspace/memoryWorkspace'
import { onCommandLine } from './onCommandLine'
import { randomArticles } from './randomArticles'

describe('the same article on every road', () => {
  it('has the same facts and the same keys: as it is typed in an editor, from the store of a folder, and on the command line (property)', async () => {
    const home = await mkdtemp(join(tmpdir(), 'article-annotator-roads-'))
    try {
      await fc.assert(
        fc.asyncProperty(randomArticles(12), fc.constantFrom('a.txt', 'a.md'), fc.nat(), async (written, name, cut) => {
          const bytes = new TextEncoder().encode(written)
          const decoded = decodeText(bytes)
          assert.ok('text' in decoded)
          const { text } = decoded
          const path = join(home, name)
          await writeFile(path, bytes)
          const expected = await onCommandLine(path)
          assert.equal(expected.text, text)
          for (const [road, found] of [
            ['an editor', await inEditor(name, text, cut % (text.length + 1))],
            ["a folder's store", await fromStore(name, text)]
          ] as const) {
            assert.deepEqual(found.analysis, expected.analysis, road)
            assert.deepEqual(factKeys(found), factKeys(expected), road)
            assert.deepEqual(found.markup, expected.markup, road)
            assert.deepEqual(found.article, expected.article, road)
          }
        }),
        { numRuns: 16 }
      )
    } finally {
      await rm(home, { recursive: true })
    }
  }).timeout(60_000)
})

/** Typed up to the end, so that the engine takes over what it remembers of the version before. */
async function inEditor(name: string, text: string, cut: number): Promise<AnalyzedArticle> {
  const workspace = new MemoryWorkspace()
  workspace.said.set(name, true)
  const documents = new ArticleDocuments({ texts: workspace.texts, engine: loadTestEngine, log: workspace.log })
  try {
    const document = workspace.open(name, text.slice(0, cut))
    await documents.analyze(document)
    if (cut < text.length) workspace.type(document, text.slice(cut))
    return (await documents.analyze(document)) ?? assert.fail('it was withdrawn')
  } finally {
    documents.dispose()
  }
}

/** Read in one session, and opened again in the next. */
async function fromStore(name: string, text: string): Promise<AnalyzedArticle> {
  const workspace = new MemoryWorkspace({ [name]: text })
  // Random texts may look like anything.
  workspace.said.set(name, true)
  const kept = new Map<string, Uint8Array>()
  for (const session of ['reads it', 'has it kept']) {
    const engine =
      session === 'reads it'
        ? loadTestEngine
        : async () => ({
            ...(await loadTestEngine()),
            *analyzeInSteps() {
              yield
              assert.fail('it was analyzed again')
            }
          })
    const documents = new ArticleDocuments({ texts: workspace.texts, engine, log: workspace.log })
    const folder = new ArticleFolder({
      files: workspace.folderFiles,
      documents,
      engine,
      cache: () => cacheOver(kept),
      log: workspace.log
    })
    try {
      await folder.refresh()
      const found = await eventually(
        () => folder.articles()[0],
        (known) => known !== undefined
      )
      if (session === 'has it kept' && found) return found
    } finally {
      folder.dispose()
      documents.dispose()
    }
  }
  assert.fail('it is not in the folder')
}
