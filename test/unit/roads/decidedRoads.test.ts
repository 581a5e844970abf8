import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { factKeys } from '../../../src/analysis'
import { layerPath, projectPath, writeLayer, writeProject, type Decision } from '../../../src/annotations'
import { articleFormat, decodeText, readArticle } from '../../../src/article'
import { buildCorpus } from '../../../src/corpus'
import { ArticleDocuments } from '../../../src/workspace/articleDocuments'
import { ArticleFolder } from '../../../src/workspace/articleFolder'
import { loadTestEngine } from '../../engine'
import { cacheOver } from '../workspace/cacheOver'
import { MemoryWorkspace, uriOf } from '../workspace/memoryWorkspace'
import { annotationsIn } from './annotatedFolder'
import { onCommandLine, type Road } from './onCommandLine'
import { randomArticles } from './randomArticles'
import { decisionsOn, dice } from './randomDecisions'

const registered = {
  iri: 'https://example.org/ada',
  name: 'Ada Holt',
  type: 'person',
  creator: 'Tom',
  created: '2026-01-01T00:00:00.000Z'
} as const

describe('the same article with the same decisions on every road', () => {
  it('says the same: in an editor, in a folder that is read, in one that is opened again, and on the command line (property)', async () => {
    const home = await mkdtemp(join(tmpdir(), 'article-annotator-roads-'))
    let count = 0
    try {
      await fc.assert(
        fc.asyncProperty(randomArticles(8), fc.constantFrom('a.txt', 'b/c.md'), dice, async (written, name, thrown) => {
          const folder = join(home, String(count++))
          const bytes = new TextEncoder().encode(written)
          const decoded = decodeText(bytes)
          assert.ok('text' in decoded)
          const { text } = decoded
          const suggested = (await loadTestEngine()).analyze(readArticle(text, articleFormat(name)))
          const decisions = decisionsOn(text, suggested, thrown)
          await write(folder, { [name]: bytes, ...filesOf(name, text, decisions) })

          const expected = await onCommandLine(join(folder, name))
          const [read, again] = await inFolder(folder, name, text)
          const open = await inEditor(folder, name, text)
          const isNone = expected.decided?.isArticle === false
          // An editor shows nothing of what is no article but what was decided.
          if (isNone) assert.deepEqual(undecidedFacts(open), [])
          for (const [road, found] of [
            ...(isNone ? [] : [['an editor', open] as const]),
            ['a folder', read],
            ["a folder's store", again]
          ] as const) {
            assert.deepEqual(found.analysis, expected.analysis, road)
            assert.deepEqual(factKeys(found), factKeys(expected), road)
            assert.deepEqual(found.decided, expected.decided, road)
          }
          assert.equal(expected.decided === undefined, decisions.length === 0)
          if (decisions.length === 0) assert.deepEqual(expected.analysis, suggested)
        }),
        { numRuns: 40 }
      )
    } finally {
      await rm(home, { recursive: true })
    }
  }).timeout(60_000)
})

function undecidedFacts({ analysis }: Road): readonly string[] {
  return [...analysis.mentions, ...analysis.quotes].flatMap(({ decidedBy, rule }) =>
    decidedBy === undefined ? rule : []
  )
}

function filesOf(name: string, text: string, decisions: readonly Decision[]): Readonly<Record<string, string>> {
  const annotators = [...new Set(decisions.map(({ creator }) => creator))]
  const files: Record<string, string> = {
    [projectPath]: writeProject({ codes: [], entities: [registered], memos: [] })
  }
  for (const annotator of annotators) {
    const own = decisions.filter(({ creator }) => creator === annotator)
    files[layerPath(name, annotator)] = writeLayer({ annotator, decisions: own }, name, { text })
  }
  return files
}

async function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

async function inEditor(home: string, name: string, text: string): Promise<Road> {
  const workspace = new MemoryWorkspace()
  workspace.said.set(name, true)
  const annotations = annotationsIn(home, workspace)
  const { texts, log } = workspace
  const documents = new ArticleDocuments({ texts, engine: loadTestEngine, decisions: annotations, log })
  try {
    return (await documents.analyze(workspace.open(name, text))) ?? assert.fail('it was withdrawn')
  } finally {
    documents.dispose()
    annotations.dispose()
  }
}

/** As it is when the folder is read, and when it is opened again in the next session. */
async function inFolder(home: string, name: string, text: string): Promise<readonly [Road, Road]> {
  const workspace = new MemoryWorkspace({ [name]: text })
  // Random texts may look like anything.
  workspace.said.set(name, true)
  const kept = new Map<string, Uint8Array>()
  return [await inSession(home, name, workspace, kept), await inSession(home, name, workspace, kept)]
}

async function inSession(
  home: string,
  name: string,
  workspace: MemoryWorkspace,
  kept: Map<string, Uint8Array>
): Promise<Road> {
  const { texts, folderFiles: files, log } = workspace
  const annotations = annotationsIn(home, workspace)
  const documents = new ArticleDocuments({ texts, engine: loadTestEngine, decisions: annotations, log })
  const folder = new ArticleFolder({
    files,
    documents,
    engine: loadTestEngine,
    decisions: annotations,
    cache: () => cacheOver(kept),
    log
  })
  try {
    await folder.refresh()
    const { articles, corpus } = folder.snapshot() ?? assert.fail('there is no snapshot')
    assert.deepEqual(corpus, buildCorpus(articles))
    const found = folder.article(uriOf(name)) ?? assert.fail('it is not in the folder')
    assert.equal(articles.includes(found), found.standing.isArticle)
    assert.equal(found.standing.isArticle, found.decided?.isArticle !== false)
    assert.deepEqual(workspace.errors, [])
    const { id, text, markup, article: read, analysis, decided } = found
    return { id, name, text, markup, article: read, analysis, decided }
  } finally {
    folder.dispose()
    documents.dispose()
    annotations.dispose()
  }
}
