import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { layerPath, writeLayer, type Decision } from '../../../src/annotations'
import type { Annotations } from '../../../src/workspace/annotations/annotations'
import { ArticleDocuments } from '../../../src/workspace/articleDocuments'
import { ArticleFolder } from '../../../src/workspace/articleFolder'
import { loadTestEngine } from '../../engine'
import { cacheOver } from '../workspace/cacheOver'
import { decisionOn } from '../workspace/memoryDecisions'
import { eventually, MemoryWorkspace, uriOf } from '../workspace/memoryWorkspace'
import { annotationsIn } from './annotatedFolder'

const text = 'Oda Brennvik spoke first.\n\n"The bridge will be open before the winter comes," Brennvik said.\n'
const texts = { 'a.txt': text, 'b.txt': text.replaceAll('bridge', 'tunnel') }
const rejectA = decisionOn(text, '"The bridge will be open before the winter comes,"', { kind: 'reject' }, 'Tom')
const renameA = decisionOn(
  text,
  'Oda Brennvik',
  { kind: 'identity', who: { iri: 'https://example.org/oda', name: 'Oda B.', type: 'person' } },
  'Rosa'
)

describe('a folder and the annotations on disk', () => {
  const opened: { dispose(): void }[] = []
  let home = ''

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'article-annotator-folder-'))
  })

  afterEach(async () => {
    for (const disposable of opened.splice(0)) disposable.dispose()
    await rm(home, { recursive: true })
  })

  function session(kept = new Map<string, Uint8Array>()) {
    const workspace = new MemoryWorkspace(texts)
    const listeners: ((path: string) => void)[] = []
    const annotations = annotationsIn(home, workspace, (changed) => listeners.push(changed))
    const loaded: string[] = []
    const decisions = {
      ...annotations,
      async load(article: Parameters<Annotations['load']>[0]): Promise<void> {
        loaded.push(article.path)
        await annotations.load(article)
      },
      dispose: () => void annotations.dispose()
    }
    const { texts: openTexts, folderFiles: files, log } = workspace
    const engine = loadTestEngine
    const documents = new ArticleDocuments({ texts: openTexts, engine, decisions, log })
    const folder = new ArticleFolder({ files, documents, engine, decisions, cache: () => cacheOver(kept), log })
    opened.push(folder, documents, annotations)
    const changed = (path: string) => {
      for (const listener of listeners) listener(path)
    }
    return { folder, annotations, kept, loaded, changed, workspace }
  }

  async function write(article: string, annotator: string, decisions: readonly Decision[]): Promise<string> {
    const path = layerPath(article, annotator)
    await mkdir(dirname(join(home, path)), { recursive: true })
    await writeFile(join(home, path), writeLayer({ annotator, decisions }, article, { text }))
    return path
  }

  const shown = (folder: ArticleFolder) =>
    folder
      .articles()
      .map(({ analysis }) => `${analysis.entities.map(({ name }) => name).join()} ${analysis.quotes.length}`)

  it('follows what another program decides about an article that nobody has opened', async () => {
    const { folder, changed } = session()
    await folder.refresh()
    assert.deepEqual(shown(folder), ['Oda Brennvik 1', 'Oda Brennvik 1'])
    changed(await write('a.txt', 'Tom', [rejectA]))
    await eventually(
      () => shown(folder)[0],
      (now) => now === 'Oda Brennvik 0'
    )
    const path = await write('a.txt', 'Tom', [])
    await rm(join(home, path))
    changed(path)
    await eventually(
      () => shown(folder)[0],
      (now) => now === 'Oda Brennvik 1'
    )
  })

  it('shows a step at once, and has nothing to decide in the next session', async () => {
    const { folder, annotations, kept } = session()
    await write('b.txt', 'Tom', [])
    await folder.refresh()
    const article = uriOf('a.txt').toString()
    annotations.perform({ label: 'name her', edits: [{ kind: 'decision', article, after: renameA }] })
    await eventually(
      () => shown(folder)[0],
      (now) => now === 'Oda B. 1'
    )
    await annotations.written()
    const next = session(kept)
    await next.folder.refresh()
    assert.deepEqual(shown(next.folder), ['Oda B. 1', 'Oda Brennvik 1'])
    await eventually(
      () => new TextDecoder().decode(kept.get('index.json')),
      (index) => index.includes('example.org/oda')
    )
    const last = session(kept)
    await last.folder.refresh()
    assert.deepEqual([shown(last.folder), last.loaded], [['Oda B. 1', 'Oda Brennvik 1'], []])
  })

  it('undoes and does again', async () => {
    const { folder, annotations } = session()
    await write('a.txt', 'Tom', [rejectA])
    await folder.refresh()
    annotations.perform({
      label: 'not rejected',
      edits: [{ kind: 'decision', article: uriOf('a.txt').toString(), before: rejectA }]
    })
    for (const [go, expected] of [
      [() => undefined, 'Oda Brennvik 1'],
      [() => annotations.undo(), 'Oda Brennvik 0'],
      [() => annotations.redo(), 'Oda Brennvik 1']
    ] as const) {
      go()
      await eventually(
        () => shown(folder)[0],
        (now) => now === expected
      )
    }
    await annotations.written()
  })
})
