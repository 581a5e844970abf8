import assert from 'node:assert/strict'
import type { Analysis } from '../../../src/analysis'
import { buildCorpus, packRecord, recordAnalysis, recordText } from '../../../src/corpus'
import type { Analyst } from '../../../src/workspace/analyst'
import { folderLinks } from '../../../src/workspace/folderLinks'
import { readFolder, type ReadingProblem } from '../../../src/workspace/folderReading'
import {
  contentKey,
  openFolderStore,
  type FileShelf,
  type FolderStore,
  type KeptRecord
} from '../../../src/workspace/folderStore'
import { readArticle } from '../../../src/article'
import { pause } from '../../../src/util/pause'
import { loadTestEngine } from '../../engine'

const texts: Readonly<Record<string, string>> = {
  'a.txt': 'Oda Brennvik spoke first.\n\n"The bridge will be open before the winter comes," Brennvik said.\n',
  'b.txt': 'A county spokeswoman, Oda Brennvik, said on Monday that the bridge was late.\n',
  'c.md': '# Bridges\n\n"The bridge will be open before the winter comes," Oda Brennvik said.\n'
}

describe('a folder', () => {
  it('is analysed once, and read from what is kept as long as its files are the same', async () => {
    const folder = await new Folder(texts).open()
    assert.deepEqual(await folder.read(), ['analysed a.txt', 'analysed b.txt', 'analysed c.md'])
    assert.deepEqual(await folder.read(), [])
    const again = await folder.open()
    assert.deepEqual(await again.read(), [])
    again.files.set('b.txt', { text: 'Oda Brennvik said nothing.', modified: 2 })
    assert.deepEqual(await again.read(), ['analysed b.txt'])
    again.files.set('d.txt', { text: texts['a.txt'] ?? '', modified: 3 })
    assert.deepEqual(await again.read(), [], 'a copy of a.txt')
    assert.deepEqual([...again.taken.keys()].sort(), ['a.txt', 'b.txt', 'c.md', 'd.txt'])
  })

  it('analyses two files of one content once, also when they are read together', async () => {
    const folder = await new Folder({ 'a.txt': 'The same.', 'b.txt': 'The same.' }).open()
    assert.equal((await folder.read()).length, 1)
  })

  it('tells what cannot be read, and reads the others', async () => {
    const folder = await new Folder({
      ...texts,
      'gone.txt': '!missing',
      'large.txt': 'x'.repeat(2000),
      'bytes.txt': 'PK\0\u0001',
      'fails.txt': '!fails'
    }).open()
    await folder.read()
    assert.deepEqual([...folder.problems].sort(), [
      ['bytes.txt', 'binary'],
      ['fails.txt', 'failed'],
      ['gone.txt', 'missing'],
      ['large.txt', 'too-large']
    ])
    assert.equal(folder.taken.size, 3)
  })

  it('keeps what was analysed before nobody waited any more', async () => {
    const folder = await new Folder(texts).open()
    folder.patience = 1
    assert.equal((await folder.read()).length, 1)
    folder.patience = Infinity
    assert.equal((await (await folder.open()).read()).length, 2)
  })

  it('does not wait for what is under way when nobody waits for it', async () => {
    const folder = await new Folder(texts).open()
    let isWanted = true
    const failed: string[] = []
    const refusals: ((reason: Error) => void)[] = []
    const reading = readFolder([...folder.files.keys()], {
      files: {
        stat: () => Promise.resolve({ size: 1, modified: 1 }),
        read: (name) => Promise.resolve(new TextEncoder().encode(name)),
        problem: () => 'failed',
        limit: () => 10
      },
      store: folder.store,
      analyst: () =>
        Promise.resolve({
          analyze: () => new Promise((_, reject) => refusals.push(reject)),
          dispose: () => {
            for (const refuse of refusals) refuse(new Error('ended'))
          }
        }),
      isWanted: () => isWanted,
      took: () => assert.fail('nothing was analysed'),
      failed: (name) => failed.push(name),
      save: () => Promise.resolve(),
      progress: () => undefined
    })
    while (refusals.length < 3) await pause(1)
    isWanted = false
    await reading
    assert.deepEqual(failed, [])
  })
})

describe('what is kept of a folder', () => {
  it('is thrown away where it is damaged, and no more than that', async () => {
    const folder = await new Folder(texts).open()
    await folder.read()
    folder.files.set('d.txt', { text: 'Another pack.', modified: 1 })
    await folder.read()
    const [, pack = ''] = [...folder.shelf.keys()].filter((name) => name.endsWith('.pack'))
    assert.notEqual(pack, '')
    const bytes = folder.shelf.get(pack) ?? assert.fail(pack)
    for (const damaged of [
      bytes.slice(0, -4),
      bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
      new Uint8Array()
    ]) {
      folder.shelf.set(pack, damaged)
      assert.deepEqual(await (await folder.open({ saves: false })).read(), ['analysed d.txt'])
    }
    for (const index of [
      '',
      'null',
      '[]',
      '{"form":1}',
      '{"form":2,"articles":[],"records":[],"packs":[],"links":null}',
      '{"form":1,"articles":[["a.txt",1,1,"k"]],"records":[["k",7,0,4]],"packs":[],"links":null}',
      '{"form":1,"articles":[null],"records":[],"packs":[],"links":null}',
      '{"form":1,"articles":[],"records":[7],"packs":[{}],"links":null}',
      '{"form":1,"articles":[],"records":[],"packs":[],"links":[1,2]}'
    ]) {
      folder.shelf.set('index.json', new TextEncoder().encode(index))
      assert.equal((await (await folder.open({ saves: false })).read()).length, 4, index)
    }
  })

  it('has links only of exactly the same articles', async () => {
    const folder = await new Folder(texts).open()
    await folder.read()
    const links = folderLinks()
    for (const [name, kept] of folder.taken) links.put(name, kept)
    await links.settle()
    await folder.store.save(links.lastCorpus())
    const again = await folder.open()
    assert.equal(await again.store.links().then((kept) => kept !== undefined), true)
    await again.read()
    assert.deepEqual(await again.store.links(), links.lastCorpus())
    again.files.set('a.txt', { text: 'Changed.', modified: 2 })
    await again.read()
    assert.equal(await again.store.links(), undefined)
  })

  it('does not grow with what has gone, nor into ever more files', async () => {
    const folder = await new Folder(texts).open()
    for (let round = 0; round < 40; round++) {
      folder.files.set('a.txt', { text: `Round ${round}. ${'Bridge. '.repeat(100)}`, modified: round })
      await folder.read()
    }
    assert.ok(folder.shelf.size <= 16, [...folder.shelf.keys()].join('\n'))
    assert.deepEqual(await (await folder.open()).read(), [])
  })

  it('is whole when it is written twice at a time', async () => {
    const files = new Map<string, Uint8Array>()
    const quick = shelfOver(files)
    // The slower a file is written, the more it would fall to the one who writes at the same time.
    const slow: FileShelf = {
      ...quick,
      write: async (name, bytes) => {
        await pause(name.endsWith('.pack') ? 5 : 20)
        await quick.write(name, bytes)
      }
    }
    const store = await openFolderStore(slow)
    const saved: Promise<void>[] = []
    for (const name of ['a', 'b', 'c']) {
      store.keep(
        name,
        { size: 1, modified: 1 },
        `key of ${name}`,
        packRecord(`Text ${name}.`, { mentions: [], entities: [], quotes: [], links: [] })
      )
      saved.push(store.save())
      await pause(7)
    }
    await Promise.all(saved)
    const again = await openFolderStore(quick)
    assert.deepEqual(
      ['a', 'b', 'c'].map((name) =>
        recordText(again.unchanged(name, { size: 1, modified: 1 })?.record ?? assert.fail(name))
      ),
      ['Text a.', 'Text b.', 'Text c.']
    )
  })

  it('can be written again after it could not be written', async () => {
    const files = new Map<string, Uint8Array>()
    const quick = shelfOver(files)
    let isFull = true
    const store = await openFolderStore({
      ...quick,
      write: (name, bytes) => (isFull ? Promise.reject(new Error('full')) : quick.write(name, bytes))
    })
    store.keep(
      'a',
      { size: 1, modified: 1 },
      'key',
      packRecord('Text.', { mentions: [], entities: [], quotes: [], links: [] })
    )
    await assert.rejects(store.save(), /full/)
    isFull = false
    await store.save()
    assert.ok((await openFolderStore(quick)).unchanged('a', { size: 1, modified: 1 }))
  })

  it('is whole for whoever wrote last when two windows have the folder open', async () => {
    const files = new Map<string, Uint8Array>()
    const nothing: Analysis = { mentions: [], entities: [], quotes: [], links: [] }
    const stamp = { size: 1, modified: 1 }
    const put = (store: FolderStore, name: string) =>
      store.keep(name, stamp, `key of ${name}`, packRecord(`Text ${name}.`, nothing))
    const kept = async () => {
      const store = await openFolderStore(shelfOver(files))
      return ['a', 'b', 'c', 'd'].filter((name) => store.unchanged(name, stamp))
    }
    const first = await openFolderStore(shelfOver(files))
    put(first, 'a')
    await first.save()
    const second = await openFolderStore(shelfOver(files))
    put(first, 'b')
    await first.save()
    put(second, 'c')
    second.forget('a')
    await second.save()
    assert.deepEqual(await kept(), ['c'], 'the pack of a is gone')
    put(first, 'd')
    await first.save()
    assert.deepEqual(await kept(), ['a', 'b', 'd'], 'that of b was left, that of a is written again')
    assert.ok(second.unchanged('c', stamp))
  })

  it('stays in memory without a place for files', async () => {
    const store = await openFolderStore(undefined)
    const record = packRecord('A text.', { mentions: [], entities: [], quotes: [], links: [] })
    const stamp = { size: 7, modified: 1 }
    assert.equal(store.keep('a', stamp, 'key', record).record, record)
    await store.save()
    assert.equal(store.unchanged('a', stamp)?.record, record)
    store.keepOnly(new Set())
    await store.save()
    assert.equal(store.record('key'), undefined)
  })
})

describe('the links of a folder', () => {
  it('are those of its articles, however they came, and follow a change at once', async () => {
    const engine = await loadTestEngine()
    const articles = Object.entries(texts).map(([article, text]) => ({
      article,
      text,
      analysis: engine.analyze(readArticle(text, 'plain'))
    }))
    const links = folderLinks()
    for (const { article, text, analysis } of articles) links.put(article, { record: packRecord(text, analysis) })
    assert.equal(links.corpus(), undefined)
    await links.settle()
    assert.deepEqual(links.corpus(), buildCorpus(articles))
    links.remove('a.txt')
    assert.deepEqual(links.corpus(), buildCorpus(articles.slice(1)))
  })

  it('are at once what they were in the session before, and later the same', async () => {
    const engine = await loadTestEngine()
    const articles = Object.entries(texts).map(([article, text]) => ({
      article,
      text,
      analysis: engine.analyze(readArticle(text, 'plain'))
    }))
    const known = buildCorpus(articles)
    const links = folderLinks()
    for (const { article, text, analysis } of articles) links.put(article, { record: packRecord(text, analysis) })
    links.adopt(known)
    assert.equal(links.corpus(), known)
    await links.settle()
    assert.deepEqual(links.corpus(), known)
    links.remove('b.txt')
    assert.deepEqual(links.corpus(), buildCorpus(articles.filter(({ article }) => article !== 'b.txt')))
  })

  it('are not called current while they know less than the articles', async () => {
    const links = folderLinks()
    const nothing = packRecord('A text.', { mentions: [], entities: [], quotes: [], links: [] })
    const known = buildCorpus([])
    links.put('a', { record: nothing })
    links.adopt(known)
    assert.equal(links.currentCorpus(), known)
    links.put('a', { record: nothing })
    assert.equal(links.corpus(), known)
    assert.equal(links.currentCorpus(), undefined)
    await links.settle()
    links.put('a', { record: nothing })
    assert.ok(links.currentCorpus())
    for (let article = 0; article < 20; article++) links.put(String(article), { record: nothing })
    assert.equal(links.currentCorpus(), undefined)
    await links.settle()
    assert.ok(links.currentCorpus())
  })

  it('are left unfinished when nobody waits', async () => {
    const links = folderLinks()
    links.put('a', { record: packRecord('A text.', { mentions: [], entities: [], quotes: [], links: [] }) })
    assert.equal(await links.settle(() => false), false)
    assert.equal(await links.settle(), true)
    assert.deepEqual(links.corpus(), { entities: [], reuse: [], suggestions: [] })
  })
})

/** A folder in memory, with what is kept of it, over several sessions. */
class Folder {
  readonly files: Map<string, { readonly text: string; readonly modified: number }>
  readonly shelf: Map<string, Uint8Array>
  readonly taken = new Map<string, KeptRecord>()
  readonly problems = new Map<string, ReadingProblem>()
  /** So many articles are analysed before nobody waits. */
  patience = Infinity
  store!: FolderStore
  #saves = true

  constructor(texts: Readonly<Record<string, string>>, shelf = new Map<string, Uint8Array>()) {
    this.files = new Map(Object.entries(texts).map(([name, text]) => [name, { text, modified: 1 }]))
    this.shelf = shelf
  }

  /** The next session. */
  async open({ saves = true } = {}): Promise<Folder> {
    const next = new Folder({}, saves ? this.shelf : new Map(this.shelf))
    for (const [name, file] of this.files) next.files.set(name, file)
    next.#saves = saves
    next.store = await openFolderStore(shelfOver(next.shelf))
    return next
  }

  /** Tells what was analysed. */
  async read(): Promise<string[]> {
    const analysed: string[] = []
    const bytesOf = (name: string) => {
      const { text = '!missing' } = this.files.get(name) ?? {}
      if (text === '!missing') throw new Error('missing')
      return new TextEncoder().encode(text)
    }
    const nothing: Analysis = { mentions: [], entities: [], quotes: [], links: [] }
    const analyst: Analyst = {
      analyze: (text, _, isWanted) => {
        if (text === '!fails') return Promise.reject(new Error('fails'))
        if (!isWanted()) return Promise.resolve(undefined)
        analysed.push(`analysed ${[...this.files].find(([, file]) => file.text === text)?.[0] ?? ''}`)
        return Promise.resolve(packRecord(text, nothing))
      },
      dispose: () => undefined
    }
    this.store.keepOnly(new Set(this.files.keys()))
    await readFolder([...this.files.keys()], {
      files: {
        stat: (name) =>
          Promise.resolve().then(() => ({ size: bytesOf(name).length, modified: this.files.get(name)?.modified ?? 0 })),
        read: (name) => Promise.resolve(bytesOf(name)),
        problem: (_, error) => (String(error).includes('missing') ? 'missing' : 'failed'),
        limit: () => 1500
      },
      store: this.store,
      analyst: () => Promise.resolve(analyst),
      isWanted: () => analysed.length < this.patience,
      took: (name, kept) => void this.taken.set(name, kept),
      failed: (name, problem) => void this.problems.set(name, problem),
      save: () => this.store.save(),
      progress: () => undefined
    })
    for (const [name, { record }] of this.taken)
      if (this.files.has(name))
        assert.deepEqual([recordText(record), recordAnalysis(record)], [this.files.get(name)?.text, nothing], name)
    if (this.#saves) await this.store.save()
    return analysed.sort()
  }
}

function shelfOver(files: Map<string, Uint8Array>): FileShelf {
  return {
    read: (name) => Promise.resolve(files.get(name)?.slice()),
    write: (name, bytes) => Promise.resolve(void files.set(name, bytes.slice())),
    rename(from, to) {
      files.set(to, files.get(from) ?? assert.fail(from))
      files.delete(from)
      return Promise.resolve()
    },
    list: () => Promise.resolve([...files.keys()]),
    remove: (name) => Promise.resolve(void files.delete(name))
  }
}

describe('the key of a content', () => {
  it('is its SHA-256', async () => {
    assert.equal(
      await contentKey(new TextEncoder().encode('abc')),
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    )
  })
})
