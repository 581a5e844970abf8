import assert from 'node:assert/strict'
import type { Engine } from '../../../src/analysis'
import { judgeText } from '../../../src/article'
import { buildCorpus } from '../../../src/corpus'
import { cancellationSource } from '../../../src/util/cancellation'
import { ArticleDocuments } from '../../../src/workspace/articleDocuments'
import { ArticleFolder } from '../../../src/workspace/articleFolder'
import { loadTestEngine } from '../../engine'
import { articlesByLanguage } from '../article/languages/articlesByLanguage'
import { cacheOver } from './cacheOver'
import { eventually, decisionsOf, MemoryWorkspace, notingEngine, uriOf } from './memoryWorkspace'

const texts = {
  'a.txt': 'Oda Brennvik spoke first.\n\n"The bridge will be open before the winter comes," Brennvik said.\n',
  'b.txt': 'A county spokeswoman, Oda Brennvik, said on Monday that the bridge was late.\n'
}

const log = ['started', 'stopped', 'started again'].map((what, at) => `2024-05-01 10:00:0${at} INFO ${what}\n`).join('')

/** Names of the articles, and of the files that are none. */
function namesIn(folder: ArticleFolder): readonly (readonly string[])[] {
  return [folder.articles(), folder.noArticles()].map((files) => files.map(({ name }) => name))
}

/** The engine of a session that has nothing to analyze. */
async function noEngine(): Promise<Engine> {
  const { version } = await loadTestEngine()
  const analyze = () => assert.fail('something was analyzed')
  return { version, analyze, analyzeInSteps: analyze }
}

describe('a folder of articles', () => {
  const opened: { dispose(): void }[] = []

  afterEach(() => {
    for (const disposable of opened.splice(0)) disposable.dispose()
  })

  function folderOf(
    workspace: MemoryWorkspace,
    engine: () => Promise<Engine> = loadTestEngine,
    kept?: Map<string, Uint8Array>
  ) {
    const { texts: openTexts, folderFiles: files, log } = workspace
    const documents = new ArticleDocuments({ texts: openTexts, engine, log })
    const folder = new ArticleFolder({
      files,
      documents,
      engine,
      log,
      ...(kept && { cache: () => cacheOver(kept) })
    })
    opened.push(documents, folder)
    return { documents, folder }
  }

  it('is read when it is asked for, and is one snapshot until something changes', async () => {
    const workspace = new MemoryWorkspace(texts)
    const { folder } = folderOf(workspace)
    assert.deepEqual([folder.state.kind, folder.snapshot()], ['unread', undefined])
    assert.equal(await folder.refresh(), true)
    const snapshot = folder.snapshot()
    assert.ok(snapshot)
    assert.equal(folder.snapshot(), snapshot)
    assert.deepEqual(
      snapshot.articles.map(({ name }) => name),
      ['a.txt', 'b.txt']
    )
    assert.deepEqual(snapshot.corpus, buildCorpus(snapshot.articles))
    assert.deepEqual(workspace.errors, [])
  })

  it('leaves out what is no article, and takes it in when the settings say so', async () => {
    const workspace = new MemoryWorkspace({ ...texts, 'log.txt': log, 'de.txt': articlesByLanguage['de']! })
    const kept = new Map<string, Uint8Array>()
    const { folder } = folderOf(workspace, loadTestEngine, kept)
    await folder.refresh()
    assert.deepEqual(namesIn(folder), [['a.txt', 'b.txt', 'de.txt'], ['log.txt']])
    const [none] = folder.noArticles()
    assert.deepEqual([none?.standing, none?.head.verdict], [{ isArticle: false, by: 'text' }, judgeText(log)])
    assert.deepEqual(
      folder.articles().map(({ head: { language } }) => language),
      ['en', 'en', 'de']
    )

    workspace.said.set('log.txt', true)
    workspace.said.set('a.txt', false)
    workspace.changeSettings()
    await eventually(
      () => namesIn(folder),
      ([articles]) => articles?.includes('log.txt') === true
    )
    assert.deepEqual(namesIn(folder), [['b.txt', 'de.txt', 'log.txt'], ['a.txt']])
    await folder.refresh()
    const snapshot = folder.snapshot()
    assert.deepEqual(snapshot?.corpus, buildCorpus(snapshot?.articles ?? []))

    workspace.said.clear()
    const again = folderOf(workspace, noEngine, kept).folder
    await again.reopen()
    assert.deepEqual(namesIn(again), [['a.txt', 'b.txt', 'de.txt'], ['log.txt']])
    const reopened = again.snapshot()
    assert.deepEqual(reopened?.corpus, buildCorpus(reopened?.articles ?? []))
  })

  it('has an edited article when its result is announced, with the corpus of exactly its articles', async () => {
    const workspace = new MemoryWorkspace(texts)
    const { documents, folder } = folderOf(workspace)
    await folder.refresh()
    const before = folder.snapshot() ?? assert.fail('there is no snapshot')
    const text = workspace.open('b.txt')
    const saved = await documents.analyze(text)
    assert.ok(saved && before.has(saved))
    assert.equal(folder.snapshot(), before, 'the file and the editor say the same')
    const seen: boolean[] = []
    documents.onDidAnalyze((result) => {
      const now = folder.snapshot()
      seen.push(
        now !== before &&
          now !== undefined &&
          now.has(result) &&
          now.corpus.entityOf({ article: result.id, entity: 'e1' }) !== undefined
      )
    })
    workspace.type(text, '\n"We will build another one," Tor Falk said.\n')
    await eventually(
      () => seen.length,
      (count) => count === 1
    )
    assert.deepEqual(seen, [true])
    const after = folder.snapshot() ?? assert.fail('there is no snapshot')
    assert.deepEqual(after.corpus, buildCorpus(after.articles))
    assert.equal(before.article(text.uri.toString())?.text, texts['b.txt'], 'a snapshot stays as it is')
  })

  it('does not change when what an editor had is saved, and follows the file when the editor closes unsaved', async () => {
    const workspace = new MemoryWorkspace(texts)
    const { documents, folder } = folderOf(workspace)
    await folder.refresh()
    const text = workspace.open('a.txt')
    workspace.type(text, ' More.')
    await documents.analyze(text)
    const edited = folder.snapshot()
    const id = text.uri.toString()
    assert.match(edited?.article(id)?.text ?? '', / More\.$/)
    workspace.save(text)
    workspace.write(uriOf('c.txt').toString(), 'A third article.')
    await eventually(
      () => folder.snapshot()?.articles.length,
      (count) => count === 3
    )
    assert.equal(folder.snapshot()?.article(id), edited?.article(id))
    workspace.type(text, ' Never saved.')
    await documents.analyze(text)
    await eventually(
      () => folder.snapshot()?.article(id)?.text ?? '',
      (now) => now.endsWith('Never saved.')
    )
    workspace.close(text)
    await eventually(
      () => folder.snapshot()?.article(id)?.text ?? '',
      (now) => now.endsWith(' More.')
    )
  })

  it('keeps what an editor has when it is newer than the file that is being read', async () => {
    const workspace = new MemoryWorkspace(texts)
    const { documents, folder } = folderOf(workspace)
    const text = workspace.open('a.txt')
    await folder.refresh()
    await documents.analyze(text)
    workspace.write(text.uri.toString(), 'Saved.')
    const access = workspace.folderFiles.access.bind(workspace.folderFiles)
    Object.assign(workspace.folderFiles, {
      access: (uris: Parameters<typeof access>[0]) => ({
        ...access(uris),
        // The text is typed, and its analysis ends, while the file is read.
        read: async (id: string) => {
          const bytes = await access(uris).read(id)
          workspace.type(text, ' Newer.')
          await documents.analyze(text)
          return bytes
        }
      })
    })
    await folder.refresh()
    assert.match(folder.snapshot()?.article(text.uri.toString())?.text ?? '', /Newer\.$/)
  })

  it('finds a file that is created while the files are listed', async () => {
    const workspace = new MemoryWorkspace(texts)
    const { folder } = folderOf(workspace)
    await folder.refresh()
    const list = workspace.folderFiles.list.bind(workspace.folderFiles)
    Object.assign(workspace.folderFiles, {
      list: async (token: Parameters<typeof list>[0]) => {
        const listed = await list(token)
        Object.assign(workspace.folderFiles, { list })
        workspace.write(uriOf('late.txt').toString(), 'Late.')
        return listed
      }
    })
    workspace.write(uriOf('early.txt').toString(), 'Early.')
    await eventually(
      () => folder.articles().map(({ name }) => name),
      (names) => names.includes('early.txt') && names.includes('late.txt')
    )
  })

  it('follows a decision that is taken back where the text is the same again', async () => {
    const workspace = new MemoryWorkspace(texts)
    let isDecided = true
    const { engine } = notingEngine()
    const documents = new ArticleDocuments({
      texts: workspace.texts,
      engine,
      log: workspace.log,
      decisions: decisionsOf((analysis) =>
        isDecided ? { ...analysis, links: [{ speaker: 'e1', quotes: [] }] } : analysis
      )
    })
    const folder = new ArticleFolder({ files: workspace.folderFiles, documents, engine, log: workspace.log })
    opened.push(documents, folder)
    await folder.refresh()
    const text = workspace.open('a.txt')
    await documents.analyze(text)
    const links = () => folder.snapshot()?.article(text.uri.toString())?.analysis.links.length
    assert.equal(links(), 1)
    workspace.type(text, '!')
    isDecided = false
    workspace.type(text, '', text.getText().length - 1, text.getText().length)
    await documents.analyze(text)
    assert.equal(links(), 0)
  })

  it('takes an open article that was looked at anew, though its text is the same', async () => {
    const workspace = new MemoryWorkspace(texts)
    const { documents, folder } = folderOf(workspace)
    await folder.refresh()
    const text = workspace.open('a.txt')
    const before = await documents.analyze(text)
    documents.lookAnew(text.uri)
    const now = documents.peek(text.uri)
    assert.notEqual(now, before)
    assert.equal(folder.snapshot()?.article(text.uri.toString())?.analysis, now?.analysis)
  })

  it('stops when cancelled, and keeps what was read', async () => {
    const workspace = new MemoryWorkspace(texts)
    const cancel = cancellationSource()
    const { folder } = folderOf(workspace, () => {
      cancel.cancel()
      return loadTestEngine()
    })
    assert.equal(await folder.refresh(undefined, cancel.token), false)
    assert.deepEqual(folder.state, { kind: 'ready', complete: false })
    assert.equal(await folder.refresh(), true)
    assert.equal(folder.articles().length, 2)
  })

  it('names what cannot be read, and reads the others', async () => {
    const workspace = new MemoryWorkspace({ ...texts, 'bytes.txt': 'PK\0\u0001' })
    const { folder } = folderOf(workspace)
    await folder.refresh()
    assert.deepEqual(
      folder.problems().map(({ name, problem }) => `${name}: ${problem}`),
      ['bytes.txt: binary']
    )
    assert.equal(folder.articles().length, 2)
  })

  it('is opened again by itself when an earlier session has read it, and analyzes nothing for it', async () => {
    const kept = new Map<string, Uint8Array>()
    const workspace = new MemoryWorkspace(texts)
    const { folder } = folderOf(workspace, loadTestEngine, kept)
    await folder.reopen()
    assert.equal(folder.state.kind, 'unread', 'nobody has read it yet')
    await folder.refresh()
    const corpus = folder.snapshot()?.corpus
    const { engine, asked } = notingEngine()
    const next = folderOf(workspace, engine, kept)
    await next.documents.analyze(workspace.open('other.txt', 'Outside of the folder.'))
    await eventually(
      () => next.folder.state,
      ({ kind }) => kind === 'ready'
    )
    assert.deepEqual(next.folder.snapshot()?.corpus, corpus)
    assert.deepEqual(asked, ['Outside of the folder.'])
  })

  it('stays unread when nothing is kept of it', async () => {
    const workspace = new MemoryWorkspace(texts)
    const { engine, asked } = notingEngine()
    const { folder } = folderOf(workspace, engine, new Map())
    await folder.reopen()
    assert.deepEqual([folder.state.kind, asked], ['unread', []])
  })
})
