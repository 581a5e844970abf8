import assert from 'node:assert/strict'
import type { Decision } from '../../../src/annotations'
import { buildCorpus, digestQuotes } from '../../../src/corpus'
import { ArticleDocuments } from '../../../src/workspace/articleDocuments'
import { ArticleFolder } from '../../../src/workspace/articleFolder'
import { decidedFacts } from '../../../src/workspace/folderDecisions'
import { loadTestEngine } from '../../engine'
import { cacheOver } from './cacheOver'
import { decisionOn, MemoryDecisions } from './memoryDecisions'
import { eventually, MemoryWorkspace, uriOf } from './memoryWorkspace'

const texts = {
  'a.txt': 'Oda Brennvik spoke first.\n\n"The bridge will be open before the winter comes," Brennvik said.\n',
  'b.txt': 'A county spokeswoman, Oda Brennvik, said on Monday that the bridge was late.\n',
  'c.txt': 'Tor Falk said the ferry would go on as before.\n'
}
const idOf = (name: string) => uriOf(name).toString()
const rejectA = decisionOn(texts['a.txt'], '"The bridge will be open before the winter comes,"', {
  kind: 'reject'
})
const oda = { iri: 'https://example.org/oda', name: 'Oda B. Brennvik', type: 'person' } as const
const nameB = decisionOn(texts['b.txt'], 'Oda Brennvik', { kind: 'identity', who: oda })
const noArticleC = decisionOn(texts['c.txt'], '', { kind: 'article', isArticle: false })

describe('a folder with decisions', () => {
  const opened: { dispose(): void }[] = []

  afterEach(() => {
    for (const disposable of opened.splice(0)) disposable.dispose()
  })

  function session(workspace: MemoryWorkspace, decisions: MemoryDecisions, kept = new Map<string, Uint8Array>()) {
    const analyzed: string[] = []
    const engine = async () => {
      const loaded = await loadTestEngine()
      return {
        ...loaded,
        *analyzeInSteps(...given: Parameters<typeof loaded.analyzeInSteps>) {
          analyzed.push(given[0].text)
          return yield* loaded.analyzeInSteps(...given)
        }
      }
    }
    const { texts: openTexts, folderFiles: files, log } = workspace
    const documents = new ArticleDocuments({
      texts: openTexts,
      engine,
      log,
      decisions: {
        load: (article) => decisions.load(article),
        decide(suggested) {
          const own = decisions.decisions(uriOf(suggested.name))
          return own.length === 0
            ? undefined
            : decidedFacts(suggested, { decisions: own, entities: decisions.entities })
        }
      }
    })
    const folder = new ArticleFolder({ files, documents, engine, decisions, cache: () => cacheOver(kept), log })
    opened.push(
      documents,
      folder,
      decisions.onDidChange(({ articles }) => {
        for (const { uri } of openTexts.all()) if (articles.has(uri.toString())) documents.lookAnew(uri)
      })
    )
    return { documents, folder, analyzed, kept }
  }

  /** Name, entities and number of quotes of each article. */
  function shown(folder: ArticleFolder): readonly string[] {
    return (folder.snapshot() ?? assert.fail('there is no snapshot')).articles.map(
      ({ name, analysis }) =>
        `${name}: ${analysis.entities.map((entity) => entity.name).join(', ')}; ${analysis.quotes.length}`
    )
  }

  function decidedOnDisk(given: Readonly<Record<string, readonly Decision[]>>): MemoryDecisions {
    const decisions = new MemoryDecisions()
    for (const [name, own] of Object.entries(given)) decisions.write(idOf(name), own)
    return decisions
  }

  it('shows every article as it is decided, and leaves out what is no article', async () => {
    const decisions = decidedOnDisk({ 'a.txt': [rejectA], 'b.txt': [nameB], 'c.txt': [noArticleC] })
    const { folder } = session(new MemoryWorkspace(texts), decisions)
    await folder.refresh()
    assert.deepEqual(shown(folder), ['a.txt: Oda Brennvik; 0', 'b.txt: Oda B. Brennvik; 1'])
    const { articles, corpus } = folder.snapshot()!
    assert.deepEqual(corpus, buildCorpus(articles))
    assert.deepEqual(
      articles.map(({ digest, searchText }) => [digestQuotes(digest), searchText.quotes.includes('bridge')]),
      [
        [0, false],
        [1, true]
      ]
    )
    assert.deepEqual(
      folder.noArticles().map(({ name }) => name),
      ['c.txt']
    )
    assert.equal(folder.article(uriOf('c.txt'))?.decided?.isArticle, false)
    assert.deepEqual(
      folder.articles()[0]?.decided?.decisions.map(({ decision }) => decision),
      [rejectA]
    )
  })

  it('opens again with what was decided, and neither reads decisions nor analyzes', async () => {
    const workspace = new MemoryWorkspace(texts)
    const decisions = decidedOnDisk({ 'a.txt': [rejectA], 'b.txt': [nameB], 'c.txt': [noArticleC] })
    const first = session(workspace, decisions)
    await first.folder.refresh()
    const before = [shown(first.folder), first.folder.snapshot()?.corpus]
    const next = decisions.reopened()
    const second = session(workspace, next, first.kept)
    await second.folder.reopen()
    assert.deepEqual([shown(second.folder), second.folder.snapshot()?.corpus], before)
    assert.deepEqual([second.analyzed, next.loaded, next.looks], [[], [], 1])
    assert.deepEqual(
      second.folder.noArticles().map(({ name }) => name),
      ['c.txt']
    )
  })

  it('knows which decisions wait for a review, in the next session without a look into an article', async () => {
    const workspace = new MemoryWorkspace(texts)
    const gone = decisionOn('Nobody waited at the station.', 'the station', { kind: 'accept' })
    const edited = decisionOn('The bridge will be open before winter comes, she said.', 'open before winter comes', {
      kind: 'accept'
    })
    const decisions = decidedOnDisk({ 'a.txt': [rejectA, gone, edited], 'b.txt': [nameB] })
    const { folder, kept } = session(workspace, decisions)
    const waiting = (of: ArticleFolder) => of.articles().map(({ waiting }) => waiting)
    await folder.refresh()
    const expected = [
      { all: [edited.id, gone.id].sort(), lost: [edited.id, gone.id].sort() },
      { all: [], lost: [] },
      undefined
    ]
    const sorted = (of: ArticleFolder) =>
      waiting(of).map((one) => one && { all: [...one.all].sort(), lost: [...one.lost].sort() })
    assert.deepEqual(sorted(folder), expected)
    const second = session(workspace, decisions.reopened(), kept)
    await second.folder.reopen()
    assert.deepEqual(waiting(second.folder), waiting(folder))
    // As an earlier version of ours has written it.
    const index = JSON.parse(new TextDecoder().decode(kept.get('index.json'))) as { waiting?: unknown }
    delete index.waiting
    kept.set('index.json', new TextEncoder().encode(JSON.stringify(index)))
    const third = session(workspace, decisions.reopened(), kept)
    await third.folder.refresh()
    assert.deepEqual([waiting(third.folder), third.analyzed], [waiting(folder), []])
  })

  it('decides only those articles anew about which something else was decided since, without analyzing', async () => {
    const workspace = new MemoryWorkspace(texts)
    const decisions = decidedOnDisk({ 'a.txt': [rejectA], 'b.txt': [nameB] })
    const { folder, kept } = session(workspace, decisions)
    await folder.refresh()
    const next = decisions.reopened()
    next.write(idOf('a.txt'), [])
    next.write(idOf('c.txt'), [noArticleC])
    const second = session(workspace, next, kept)
    await second.folder.refresh()
    assert.deepEqual(shown(second.folder), ['a.txt: Oda Brennvik; 1', 'b.txt: Oda B. Brennvik; 1'])
    assert.deepEqual([second.analyzed, next.loaded], [[], ['a.txt', 'c.txt']])
    assert.deepEqual(second.folder.snapshot()?.corpus, buildCorpus(second.folder.snapshot()!.articles))
  })

  it('remembers that none of the decisions about an article holds, and decides anew when they do', async () => {
    const workspace = new MemoryWorkspace(texts)
    const decisions = decidedOnDisk({ 'a.txt': [rejectA] })
    decisions.holding = 'Tom'
    const { folder, kept } = session(workspace, decisions)
    await folder.refresh()
    assert.deepEqual([shown(folder)[0], folder.articles()[0]?.decided], ['a.txt: Oda Brennvik; 1', undefined])
    const next = decisions.reopened()
    const second = session(workspace, next, kept)
    await second.folder.refresh()
    assert.deepEqual([shown(second.folder)[0], next.loaded], ['a.txt: Oda Brennvik; 1', []])
    const last = decisions.reopened()
    last.holding = undefined
    const third = session(workspace, last, kept)
    await third.folder.refresh()
    assert.deepEqual([shown(third.folder)[0], third.analyzed], ['a.txt: Oda Brennvik; 0', []])
  })

  it('follows a decision about an article that no editor shows', async () => {
    const decisions = new MemoryDecisions()
    const { folder, analyzed } = session(new MemoryWorkspace(texts), decisions)
    await folder.refresh()
    const before = analyzed.length
    const untouched = folder.article(uriOf('b.txt'))
    decisions.decide(idOf('a.txt'), [rejectA])
    decisions.decide(idOf('c.txt'), [noArticleC])
    await eventually(
      () => shown(folder).join(),
      (now) => now.startsWith('a.txt: Oda Brennvik; 0') && !now.includes('c.txt')
    )
    assert.equal(folder.article(uriOf('b.txt')), untouched)
    decisions.decide(idOf('a.txt'), [])
    decisions.decide(idOf('c.txt'), [])
    await eventually(
      () => shown(folder),
      (now) => now.length === 3 && now[0] === 'a.txt: Oda Brennvik; 1'
    )
    assert.equal(analyzed.length, before)
  })

  it('applies what lies beside a file that is created, where nobody has looked yet', async () => {
    const workspace = new MemoryWorkspace(texts)
    const decisions = decidedOnDisk({})
    const stampOf = decisions.stamp.bind(decisions)
    decisions.stamp = (article) => (decisions.loaded.includes('new/b.txt') ? stampOf(article) : '')
    const { folder } = session(workspace, decisions)
    await folder.refresh()
    decisions.write(idOf('new/b.txt'), [nameB])
    workspace.write(idOf('new/b.txt'), texts['b.txt'])
    // Suggested first, and a moment later as it is decided.
    await eventually(
      () => shown(folder).find((line) => line.startsWith('new/b.txt')),
      (line) => line === 'new/b.txt: Oda B. Brennvik; 1'
    )
  })

  it('calls somebody as the registry does, as soon as it does', async () => {
    const decisions = decidedOnDisk({ 'b.txt': [nameB] })
    const { folder } = session(new MemoryWorkspace(texts), decisions)
    await folder.refresh()
    const registered = { creator: 'Rosa', created: '2026-01-01T00:00:00.000Z', type: 'person' } as const
    decisions.rename([{ ...registered, iri: oda.iri, name: 'The spokeswoman' }])
    await eventually(
      () => shown(folder)[1],
      (now) => now === 'b.txt: The spokeswoman; 1'
    )
    assert.deepEqual(
      decisions.loaded.filter((name) => name !== 'b.txt'),
      []
    )
  })

  it('has an open article as its editor has it, and as its file has it once both are the same', async () => {
    const workspace = new MemoryWorkspace(texts)
    const decisions = decidedOnDisk({ 'a.txt': [rejectA] })
    const { folder, documents } = session(workspace, decisions)
    await folder.refresh()
    const inFile = folder.snapshot()
    const document = workspace.open('a.txt')
    const open = (await documents.analyze(document)) ?? assert.fail('it was withdrawn')
    assert.equal(open.analysis.quotes.length, 0)
    assert.equal(folder.snapshot(), inFile, 'nothing is different')
    assert.equal(inFile?.has(open), true)
    decisions.decide(idOf('a.txt'), [])
    const now = documents.peek(document.uri) ?? assert.fail('it has no result')
    assert.equal(now.analysis.quotes.length, 1)
    assert.deepEqual([folder.snapshot()?.has(now), inFile?.has(now)], [true, false])
  })

  it('takes what is not on disk yet as undecided once it never gets there', async () => {
    const workspace = new MemoryWorkspace(texts)
    const decisions = new MemoryDecisions()
    const { folder, kept } = session(workspace, decisions)
    await folder.refresh()
    decisions.isWriting = false
    decisions.decide(idOf('a.txt'), [rejectA])
    await eventually(
      () => shown(folder)[0],
      (now) => now === 'a.txt: Oda Brennvik; 0'
    )
    workspace.write(idOf('d.txt'), 'A fourth one.')
    await eventually(
      () => shown(folder).length,
      (count) => count === 4
    )
    await eventually(
      () => new TextDecoder().decode(kept.get('index.json')),
      (index) => index.includes('d.txt')
    )
    const second = session(workspace, decisions.reopened(), kept)
    await second.folder.refresh()
    assert.equal(shown(second.folder)[0], 'a.txt: Oda Brennvik; 1')
  })

  it('keeps what is decided when a file is touched or named otherwise, and analyzes nothing again', async () => {
    const workspace = new MemoryWorkspace(texts)
    const decisions = decidedOnDisk({ 'a.txt': [rejectA] })
    const { folder, analyzed } = session(workspace, decisions)
    await folder.refresh()
    workspace.write(idOf('a.txt'), texts['a.txt'])
    workspace.write(idOf('copy.txt'), texts['a.txt'])
    await eventually(
      () => shown(folder).length,
      (count) => count === 4
    )
    assert.deepEqual(shown(folder), [
      'a.txt: Oda Brennvik; 0',
      'b.txt: Oda Brennvik; 1',
      'c.txt: Tor Falk; 1',
      'copy.txt: Oda Brennvik; 1'
    ])
    assert.equal(analyzed.length, 3)
  })

  it('shows suggestions where decisions cannot be applied, says so, and has the others', async () => {
    const workspace = new MemoryWorkspace(texts)
    const spoiled = { ...rejectA, target: null } as unknown as Decision
    const decisions = decidedOnDisk({ 'a.txt': [spoiled], 'b.txt': [nameB] })
    const { folder } = session(workspace, decisions)
    await folder.refresh()
    assert.deepEqual(shown(folder).slice(0, 2), ['a.txt: Oda Brennvik; 1', 'b.txt: Oda B. Brennvik; 1'])
    assert.equal(workspace.errors.length, 1)
    assert.match(workspace.errors[0]!, /a\.txt could not be applied/)
  })
})
