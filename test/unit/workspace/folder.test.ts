import assert from 'node:assert/strict'
import { packRecord, recordFacts } from '../../../src/corpus'
import type { ArticleAnalyzer } from '../../../src/workspace/articleAnalyzer'
import { contentKey, type CacheFiles } from '../../../src/workspace/cacheFiles'
import { emptyAnalysis } from '../../../src/workspace/analyzeInSlices'
import { builtCorpus } from './builtCorpus'
import { cacheOver } from './cacheOver'
import { readFolder, type ReadingProblem } from '../../../src/workspace/folderReading'
import { openFolderStore, type FolderStore, type CachedRecord } from '../../../src/workspace/folderStore'
import { pause } from '../../../src/util/pause'

const texts: Readonly<Record<string, string>> = {
  'a.txt': 'Oda Brennvik spoke first.\n\n"The bridge will be open before the winter comes," Brennvik said.\n',
  'b.txt': 'A county spokeswoman, Oda Brennvik, said on Monday that the bridge was late.\n',
  'c.md': '# Bridges\n\n"The bridge will be open before the winter comes," Oda Brennvik said.\n'
}

describe('a folder', () => {
  it('is analyzed once, and read from what is kept as long as its files are the same', async () => {
    const folder = await new Folder(texts).open()
    assert.deepEqual(await folder.read(), ['analyzed a.txt', 'analyzed b.txt', 'analyzed c.md'])
    assert.deepEqual(await folder.read(), [])
    const again = await folder.open()
    assert.deepEqual(await again.read(), [])
    again.files.set('b.txt', { text: 'Oda Brennvik said nothing.', modified: 2 })
    assert.deepEqual(await again.read(), ['analyzed b.txt'])
    again.files.set('d.txt', { text: texts['a.txt'] ?? '', modified: 3 })
    assert.deepEqual(await again.read(), [], 'a copy of a.txt')
    assert.deepEqual([...again.taken.keys()].sort(), ['a.txt', 'b.txt', 'c.md', 'd.txt'])
  })

  it('analyzes two files of one content once, also when they are read together', async () => {
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

  it('keeps what was analyzed before nobody waited any more', async () => {
    const folder = await new Folder(texts).open()
    folder.patience = 1
    assert.equal((await folder.read()).length, 1)
    folder.patience = Infinity
    assert.equal((await (await folder.open()).read()).length, 2)
  })

  it('keeps what the rules alone say, shows it, and asks again where the language model can be asked', async () => {
    const folder = await new Folder(texts).open()
    folder.byRules = true
    assert.equal((await folder.read()).length, 3)
    const again = await folder.open()
    again.byRules = true
    assert.deepEqual(await again.read(), [])
    assert.equal(again.taken.get('a.txt')?.byRules, true)
    const whole = await again.open()
    whole.patience = 1
    assert.equal((await whole.read()).length, 1)
    assert.equal(whole.taken.size, 3, 'what is not read again yet is shown as it was')
    whole.patience = Infinity
    assert.equal((await whole.read()).length, 2)
    assert.deepEqual(
      [...whole.taken.values()].map(({ byRules }) => byRules),
      [undefined, undefined, undefined]
    )
    const later = await whole.open()
    later.byRules = true
    assert.deepEqual(await later.read(), [], 'what was read with it stays')
    later.files.set('a.txt', { text: texts['a.txt'] ?? '', modified: 9 })
    assert.deepEqual(await later.read(), [], 'also where the file was touched')
    assert.equal(later.taken.get('a.txt')?.byRules, undefined)
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
      analyzer: () =>
        Promise.resolve({
          analyze: () => new Promise((_, reject) => refusals.push(reject)),
          dispose: () => {
            for (const refuse of refusals) refuse(new Error('ended'))
          }
        }),
      isWanted: () => isWanted,
      took: () => assert.fail('nothing was analyzed'),
      noted: () => undefined,
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
    const [, pack = ''] = [...folder.cache.keys()].filter((name) => name.endsWith('.pack'))
    assert.notEqual(pack, '')
    const bytes = folder.cache.get(pack) ?? assert.fail(pack)
    for (const damaged of [
      bytes.slice(0, -4),
      bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
      new Uint8Array()
    ]) {
      folder.cache.set(pack, damaged)
      assert.deepEqual(await (await folder.open({ saves: false })).read(), ['analyzed d.txt'])
    }
    for (const index of [
      '',
      'null',
      '[]',
      '{"version":2}',
      '{"version":3,"articles":[],"records":[],"packs":[],"corpus":null}',
      '{"version":2,"articles":[["a.txt",1,1,"k"]],"records":[["k",7,0,4]],"packs":[],"corpus":null}',
      '{"version":2,"articles":[null],"records":[],"packs":[],"corpus":null}',
      '{"version":2,"articles":[],"records":[7],"packs":[{}],"corpus":null}',
      '{"version":2,"articles":[],"records":[],"packs":[],"corpus":[1,2]}'
    ]) {
      folder.cache.set('index.json', new TextEncoder().encode(index))
      assert.equal((await (await folder.open({ saves: false })).read()).length, 4, index)
    }
  })

  it('has the corpus only of exactly the same articles', async () => {
    const folder = await new Folder(texts).open()
    await folder.read()
    const { builder, corpus } = builtCorpus()
    for (const [name, cached] of folder.taken) builder.put(name, cached)
    await builder.settle()
    await folder.store.save(corpus())
    const again = await folder.open()
    assert.ok(await again.store.corpus())
    await again.read()
    assert.deepEqual(await again.store.corpus(), corpus())
    again.files.set('a.txt', { text: 'Changed.', modified: 2 })
    await again.read()
    assert.equal(await again.store.corpus(), undefined)
  })

  it('does not grow with what has gone, nor into ever more files', async () => {
    const folder = await new Folder(texts).open()
    for (let round = 0; round < 40; round++) {
      folder.files.set('a.txt', { text: `Round ${round}. ${'Bridge. '.repeat(100)}`, modified: round })
      await folder.read()
    }
    assert.ok(folder.cache.size <= 16, [...folder.cache.keys()].join('\n'))
    assert.deepEqual(await (await folder.open()).read(), [])
  })

  it('is whole when it is written twice at a time', async () => {
    const files = new Map<string, Uint8Array>()
    const quick = cacheOver(files)
    // The slower a file is written, the more it would fall to the one who writes at the same time.
    const slow: CacheFiles = {
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
        packRecord({ text: `Text ${name}.`, markup: [], analysis: emptyAnalysis })
      )
      saved.push(store.save())
      await pause(7)
    }
    await Promise.all(saved)
    const again = await openFolderStore(quick)
    assert.deepEqual(
      ['a', 'b', 'c'].map(
        (name) => recordFacts(again.unchanged(name, { size: 1, modified: 1 })?.record ?? assert.fail(name)).text
      ),
      ['Text a.', 'Text b.', 'Text c.']
    )
  })

  it('can be written again after it could not be written', async () => {
    const files = new Map<string, Uint8Array>()
    const quick = cacheOver(files)
    let isFull = true
    const store = await openFolderStore({
      ...quick,
      write: (name, bytes) => (isFull ? Promise.reject(new Error('full')) : quick.write(name, bytes))
    })
    store.keep('a', { size: 1, modified: 1 }, 'key', packRecord({ text: 'Text.', markup: [], analysis: emptyAnalysis }))
    await assert.rejects(store.save(), /full/)
    isFull = false
    await store.save()
    assert.ok((await openFolderStore(quick)).unchanged('a', { size: 1, modified: 1 }))
  })

  it('is whole for whoever wrote last when two windows have the folder open', async () => {
    const files = new Map<string, Uint8Array>()
    const stamp = { size: 1, modified: 1 }
    const put = (store: FolderStore, name: string) =>
      store.keep(
        name,
        stamp,
        `key of ${name}`,
        packRecord({ text: `Text ${name}.`, markup: [], analysis: emptyAnalysis })
      )
    const kept = async () => {
      const store = await openFolderStore(cacheOver(files))
      return ['a', 'b', 'c', 'd'].filter((name) => store.unchanged(name, stamp))
    }
    const first = await openFolderStore(cacheOver(files))
    put(first, 'a')
    await first.save()
    const second = await openFolderStore(cacheOver(files))
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
    const record = packRecord({ text: 'A text.', markup: [], analysis: emptyAnalysis })
    const stamp = { size: 7, modified: 1 }
    assert.equal(store.keep('a', stamp, 'key', record).record, record)
    await store.save()
    assert.equal(store.unchanged('a', stamp)?.record, record)
    store.keepOnly(new Set())
    await store.save()
    assert.equal(store.record('key'), undefined)
  })
})

/** A folder in memory, with what is kept of it, over several sessions. */
class Folder {
  readonly files: Map<string, { readonly text: string; readonly modified: number }>
  readonly cache: Map<string, Uint8Array>
  readonly taken = new Map<string, CachedRecord>()
  readonly problems = new Map<string, ReadingProblem>()
  /** So many articles are analyzed before nobody waits. */
  patience = Infinity
  /** The language model cannot be asked in this session. */
  byRules = false
  store!: FolderStore
  #saves = true

  constructor(texts: Readonly<Record<string, string>>, cache = new Map<string, Uint8Array>()) {
    this.files = new Map(Object.entries(texts).map(([name, text]) => [name, { text, modified: 1 }]))
    this.cache = cache
  }

  /** The next session. */
  async open({ saves = true } = {}): Promise<Folder> {
    const next = new Folder({}, saves ? this.cache : new Map(this.cache))
    for (const [name, file] of this.files) next.files.set(name, file)
    next.#saves = saves
    next.store = await openFolderStore(cacheOver(next.cache))
    return next
  }

  /** Tells what was analyzed. */
  async read(): Promise<string[]> {
    const analyzed: string[] = []
    const bytesOf = (name: string) => {
      const { text = '!missing' } = this.files.get(name) ?? {}
      if (text === '!missing') throw new Error('missing')
      return new TextEncoder().encode(text)
    }
    const analyzer: ArticleAnalyzer = {
      analyze: (text, _, isWanted) => {
        if (text === '!fails') return Promise.reject(new Error('fails'))
        if (!isWanted()) return Promise.resolve(undefined)
        analyzed.push(`analyzed ${[...this.files].find(([, file]) => file.text === text)?.[0] ?? ''}`)
        return Promise.resolve(packRecord({ text, markup: [], analysis: emptyAnalysis }))
      },
      dispose: () => undefined,
      ...(this.byRules && { byRules: true })
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
      analyzer: () => Promise.resolve(analyzer),
      isWanted: () => analyzed.length < this.patience,
      took: (name, kept) => void this.taken.set(name, kept),
      noted: () => undefined,
      failed: (name, problem) => void this.problems.set(name, problem),
      save: () => this.store.save(),
      progress: () => undefined
    })
    for (const [name, { record }] of this.taken)
      if (this.files.has(name))
        assert.deepEqual(
          recordFacts(record),
          { text: this.files.get(name)?.text, markup: [], analysis: emptyAnalysis },
          name
        )
    if (this.#saves) await this.store.save()
    return analyzed.sort()
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
