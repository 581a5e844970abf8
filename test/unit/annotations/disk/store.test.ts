import assert from 'node:assert/strict'
import {
  FileFailure,
  layerPath,
  openAnnotationStore,
  replacementOf,
  writeLayer,
  type AnnotationStore,
  type Decision,
  type DecisionOf
} from '../../../../src/annotations'
import { anchor, anna, code, everyKind, text, uuid } from './decisions'
import { memoryFiles, withoutCapitals } from './memoryFiles'

const article = 'news/a.txt'
const path = layerPath(article, 'anna')

function memo(n: number, words: string, changes: Partial<DecisionOf<'memo'>> = {}): DecisionOf<'memo'> {
  return {
    ...anna,
    creator: 'anna',
    id: uuid(n),
    target: [anchor(text, 'ended')],
    kind: 'memo',
    text: words,
    ...changes
  }
}

/** "1 text by name" of all memos, in their order. */
async function memosIn(store: AnnotationStore, name = article): Promise<string[]> {
  const { layers } = await store.layers(name)
  return layers.flatMap(({ decisions }) => decisions.map(shown))
}

function shown(decision: Decision): string {
  return `${Number(decision.id.slice(-12))} ${decision.kind === 'memo' ? decision.text : decision.kind}`
}

function problemsOf(problems: readonly { file: string; kind: string }[]): string[] {
  return problems.map(({ file, kind }) => `${kind} ${file}`)
}

describe('the store of annotations', () => {
  it('keeps what is saved, and removes the file with its last decision', async () => {
    const files = memoryFiles()
    const store = openAnnotationStore(files, undefined)
    await store.saveLayer(article, 'anna', [{ after: memo(1, 'one') }, { after: memo(2, 'two') }], text)
    assert.deepEqual(await memosIn(openAnnotationStore(files, undefined)), ['1 one', '2 two'])
    await store.saveLayer(article, 'anna', [{ before: memo(1, 'one') }], text)
    assert.deepEqual(await memosIn(store), ['2 two'])
    await store.saveLayer(article, 'anna', [{ before: memo(2, 'two') }], text)
    assert.deepEqual([...files.contents.keys()], [])
  })

  it('gives back the same bytes when edits are taken back', async () => {
    const files = memoryFiles({ [path]: writeLayer({ annotator: 'anna', decisions: everyKind }, article, { text }) })
    const store = openAnnotationStore(files, undefined)
    const before = files.contents.get(path)
    for (const decision of everyKind) {
      await store.saveLayer(article, 'anna', [{ before: decision }], text)
      assert.notEqual(files.contents.get(path), before)
      await store.saveLayer(article, 'anna', [{ after: decision }], text)
      assert.equal(files.contents.get(path), before)
    }
  })

  it('does not write a file that stays the same', async () => {
    const files = memoryFiles()
    const store = openAnnotationStore(files, undefined)
    await store.saveLayer(article, 'anna', [{ after: memo(1, 'one') }], text)
    const { stamp } = await store.layers(article)
    await store.saveLayer(article, 'anna', [{ before: memo(1, 'one'), after: memo(1, 'one') }], text)
    assert.equal((await store.layers(article)).stamp, stamp)
    assert.deepEqual([...(await store.articles())], [[article, stamp]])
  })

  it('keeps the layers of annotators apart', async () => {
    const store = openAnnotationStore(memoryFiles(), undefined)
    for (const annotator of ['anna', 'Anna', 'anna ', 'con', '../x', ''])
      await store.saveLayer(article, annotator, [{ after: memo(1, annotator, { creator: annotator }) }], text)
    const { layers, problems } = await store.layers(article)
    assert.deepEqual(problems, [])
    assert.deepEqual(
      layers.map(({ annotator }) => annotator),
      ['', '../x', 'Anna', 'anna', 'anna ', 'con']
    )
  })

  it('saves edits of two programs on top of each other', async () => {
    const files = memoryFiles()
    const [one, two] = [openAnnotationStore(files, undefined), openAnnotationStore(files, undefined)]
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        (n % 2 ? one : two).saveLayer(article, 'anna', [{ after: memo(n, String(n)) }], text)
      )
    )
    assert.equal((await memosIn(one)).length, 60)
  })

  it('takes the lock once for saves that come together', async () => {
    const files = memoryFiles()
    const store = openAnnotationStore(files, undefined)
    await Promise.all(
      Array.from({ length: 200 }, (_, n) => store.saveLayer(`${n}.txt`, 'anna', [{ after: memo(n, 'x') }]))
    )
    assert.equal(files.contents.size, 200)
    assert.ok(files.locks < 20, `${files.locks} locks`)
  })

  describe('when another has changed the same', () => {
    const [early, late] = ['2026-05-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z']
    const cases: readonly [string, { before?: Decision; there?: Decision; after?: Decision }, string[], boolean][] = [
      [
        'later wins: ours',
        { before: memo(1, 'a'), there: memo(1, 'b', { modified: early }), after: memo(1, 'c', { modified: late }) },
        ['1 c'],
        true
      ],
      [
        'later wins: theirs',
        { before: memo(1, 'a'), there: memo(1, 'b', { modified: late }), after: memo(1, 'c', { modified: early }) },
        ['1 b'],
        true
      ],
      [
        'what they changed is not deleted',
        { before: memo(1, 'a'), there: memo(1, 'b', { modified: early }) },
        ['1 b'],
        true
      ],
      [
        'what they deleted and we changed stays',
        { before: memo(1, 'a'), after: memo(1, 'c', { modified: late }) },
        ['1 c'],
        false
      ],
      ['both deleted it', { before: memo(1, 'a') }, [], false],
      [
        'only its place has moved',
        {
          before: memo(1, 'a'),
          there: memo(1, 'a', { target: [anchor(text, 'It')] }),
          after: memo(1, 'c', { modified: early })
        },
        ['1 c'],
        false
      ]
    ]
    for (const [name, { before, there, after }, result, isReported] of cases)
      it(name, async () => {
        const files = memoryFiles()
        const [store, other] = [openAnnotationStore(files, undefined), openAnnotationStore(files, undefined)]
        if (there) await other.saveLayer(article, 'anna', [{ after: there }])
        const edit = { ...(before && { before }), ...(after && { after }) }
        const { problem, content } = await store.saveLayer(article, 'anna', [edit])
        assert.deepEqual(content.decisions.map(shown), result)
        assert.deepEqual(await memosIn(store), result)
        assert.equal(problem?.kind, isReported ? 'changed-by-another' : undefined)
      })
  })

  describe('when a file cannot be written', () => {
    const bad: readonly [string, string][] = [
      ['broken', '{"version": 1, "items": ['],
      ['broken', '<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> theirs\n'],
      ['broken', '[]'],
      ['broken', '{"items": {}}'],
      ['broken', '{"version": "1", "items": []}'],
      ['broken', `${'['.repeat(200_000)}`],
      ['newer-version', '{"version": 3, "items": []}'],
      ['too-large', ' '.repeat(50_000_001)]
    ]
    for (const [kind, content] of bad)
      it(`leaves it alone and keeps the edits until it is whole again: ${kind} ${content.slice(0, 30).replaceAll('\n', ' ')}`, async () => {
        const files = memoryFiles({ [path]: content })
        const recovery = memoryFiles()
        const { problem, content: known } = await openAnnotationStore(files, recovery).saveLayer(article, 'anna', [
          { after: memo(1, 'one') }
        ])
        assert.deepEqual(problemsOf([problem!]), [`${kind} ${path}`])
        assert.deepEqual(known.decisions.map(shown), ['1 one'])
        assert.ok(files.contents.get(path) === content)

        const later = openAnnotationStore(files, recovery)
        assert.deepEqual(await memosIn(later), ['1 one'])
        assert.deepEqual(problemsOf((await later.layers(article)).problems), [`${kind} ${path}`])
        assert.deepEqual(problemsOf(await later.retry()), [`${kind} ${path}`])
        files.contents.set(path, writeLayer({ annotator: 'anna', decisions: [memo(2, 'two')] }, article))
        assert.deepEqual(await later.retry(), [])
        assert.deepEqual(await memosIn(openAnnotationStore(files, undefined)), ['1 one', '2 two'])
        assert.deepEqual([await later.recovered(), recovery.contents.size], [[], 0])
      })

    it('says what was known of a file that has been broken', async () => {
      const files = memoryFiles()
      const store = openAnnotationStore(files, undefined)
      await store.saveLayer(article, 'anna', [{ after: memo(1, 'one') }])
      files.contents.set(path, files.contents.get(path)!.slice(0, -20))
      assert.deepEqual(await memosIn(store), ['1 one'])
      await store.saveLayer(article, 'anna', [{ before: memo(1, 'one'), after: memo(1, 'new') }])
      assert.deepEqual(await memosIn(store), ['1 new'])
    })

    it('keeps every step of edits that wait, as one', async () => {
      const files = memoryFiles()
      const recovery = memoryFiles()
      files.failure = new FileFailure('no-space', 'no space left on device')
      const store = openAnnotationStore(files, recovery)
      const { problem } = await store.saveLayer(article, 'anna', [{ after: memo(1, 'one') }])
      assert.equal(problem?.kind, 'not-written')
      await store.saveLayer(article, 'anna', [{ before: memo(1, 'one'), after: memo(1, 'more') }])
      await store.saveLayer(article, 'anna', [{ after: memo(2, 'two') }])
      await store.saveLayer(article, 'anna', [{ before: memo(2, 'two') }])
      assert.deepEqual(await store.recovered(), [{ article, annotator: 'anna', edits: [{ after: memo(1, 'more') }] }])
      assert.deepEqual([...(await store.articles()).keys()], [article])
      files.failure = undefined
      await store.saveLayer(article, 'anna', [{ after: memo(3, 'three') }])
      assert.deepEqual(await memosIn(openAnnotationStore(files, undefined)), ['1 more', '3 three'])
      assert.deepEqual(await store.recovered(), [])
    })

    it('keeps the edits of two programs side by side', async () => {
      const files = memoryFiles({ [path]: 'no' })
      const recovery = memoryFiles()
      const [one, other] = [openAnnotationStore(files, recovery), openAnnotationStore(files, recovery)]
      await one.recovered()
      await other.recovered()
      await one.saveLayer(article, 'anna', [{ after: memo(1, 'one') }])
      await other.saveLayer(article, 'anna', [{ after: memo(2, 'two') }])
      await one.saveLayer(article, 'anna', [{ after: memo(3, 'three') }])
      assert.deepEqual(await memosIn(openAnnotationStore(files, recovery)), ['1 one', '2 two', '3 three'])
      files.contents.delete(path)
      await other.retry()
      const last = openAnnotationStore(files, recovery)
      assert.deepEqual(await last.retry(), [])
      assert.deepEqual(await memosIn(last), ['1 one', '2 two', '3 three'])
      assert.deepEqual([await last.recovered(), recovery.contents.size], [[], 0])
    })

    it('keeps edits of the project', async () => {
      const files = memoryFiles()
      const recovery = memoryFiles()
      files.failure = new FileFailure('read-only', 'read-only file system')
      const { problem, content } = await openAnnotationStore(files, recovery).saveProject([
        { kind: 'code', after: code }
      ])
      assert.deepEqual([problem?.kind, content.codes], ['read-only', [code]])
      files.failure = undefined
      const later = openAnnotationStore(files, recovery)
      assert.deepEqual((await later.project()).content.codes, [code])
      assert.deepEqual(await later.retry(), [])
      assert.deepEqual((await openAnnotationStore(files, undefined).project()).content.codes, [code])
    })

    it('does not replace a file that is marked as read-only', async () => {
      const files = memoryFiles()
      const store = openAnnotationStore(files, undefined)
      await store.saveLayer(article, 'anna', [{ after: memo(1, 'one') }])
      const before = files.contents.get(path)
      files.readOnly.add(path)
      const { problem } = await store.saveLayer(article, 'anna', [{ after: memo(2, 'two') }])
      assert.equal(problem?.kind, 'read-only')
      assert.equal(files.contents.get(path), before)
      files.readOnly.clear()
      assert.deepEqual(await store.retry(), [])
      assert.deepEqual(await memosIn(store), ['1 one', '2 two'])
    })

    it('works without a place for recovery copies, and where that fails too', async () => {
      const files = memoryFiles({ [path]: 'no' })
      const recovery = memoryFiles()
      recovery.failure = new FileFailure('no-space', 'full')
      for (const store of [openAnnotationStore(files, undefined), openAnnotationStore(files, recovery)]) {
        await store.saveLayer(article, 'anna', [{ after: memo(1, 'one') }])
        assert.deepEqual(await memosIn(store), ['1 one'])
      }
    })

    it('begins anew when another program took the lock', async () => {
      const files = memoryFiles()
      const [store, other] = [openAnnotationStore(files, undefined), memoryFiles()]
      await openAnnotationStore(other, undefined).saveLayer(article, 'anna', [{ after: memo(2, 'two') }])
      files.beforeReplace = () => {
        files.beforeReplace = () => {}
        files.contents.set(path, other.contents.get(path)!)
        throw new FileFailure('lock-lost', 'taken')
      }
      const { problem } = await store.saveLayer(article, 'anna', [{ after: memo(1, 'one') }])
      assert.equal(problem, undefined)
      assert.deepEqual(await memosIn(store), ['1 one', '2 two'])
    })
  })

  describe('a replacement that was left behind', () => {
    const whole = writeLayer({ annotator: 'anna', decisions: [memo(1, 'one')] }, article)
    it('counts where the file is gone', async () => {
      const files = memoryFiles({ [replacementOf(path)]: whole })
      const store = openAnnotationStore(files, undefined)
      assert.deepEqual(await memosIn(store), ['1 one'])
      await store.saveLayer(article, 'anna', [{ after: memo(2, 'two') }])
      assert.deepEqual(await memosIn(openAnnotationStore(files, undefined)), ['1 one', '2 two'])
    })
    it('does not count where the file is there, or it is not whole', async () => {
      const other = writeLayer({ annotator: 'anna', decisions: [memo(2, 'two')] }, article)
      const there = memoryFiles({ [path]: other, [replacementOf(path)]: whole })
      assert.deepEqual(await memosIn(openAnnotationStore(there, undefined)), ['2 two'])
      const torn = openAnnotationStore(memoryFiles({ [replacementOf(path)]: whole.slice(0, -5) }), undefined)
      assert.deepEqual(await torn.layers(article), { layers: [], problems: [], stamp: 'anna.jsonld=' })
    })
  })

  describe('when articles move', () => {
    it('takes the layers of an article or a folder along', async () => {
      const files = memoryFiles()
      const store = openAnnotationStore(files, undefined)
      for (const name of ['news/a.txt', 'news/deep/b.txt', 'newspaper.txt'])
        await store.saveLayer(name, 'anna', [{ after: memo(1, name) }])
      assert.deepEqual(await store.moveArticle('news', 'archive/2026', 'move'), [])
      assert.deepEqual(
        [...(await store.articles()).keys()],
        ['archive/2026/a.txt', 'archive/2026/deep/b.txt', 'newspaper.txt']
      )
      assert.deepEqual(await memosIn(store, 'archive/2026/deep/b.txt'), ['1 news/deep/b.txt'])
      const moved = files.contents.get(layerPath('archive/2026/a.txt', 'anna'))!
      assert.equal(moved, writeLayer({ annotator: 'anna', decisions: [memo(1, 'news/a.txt')] }, 'archive/2026/a.txt'))
    })
    it('unites them with those that are there', async () => {
      const store = openAnnotationStore(memoryFiles(), undefined)
      await store.saveLayer('a.txt', 'anna', [{ after: memo(1, 'a') }, { after: memo(3, 'old') }])
      await store.saveLayer('b.txt', 'anna', [
        { after: memo(2, 'b') },
        { after: memo(3, 'new', { modified: '2026-09-01T00:00:00.000Z' }) }
      ])
      assert.deepEqual(await store.moveArticle('a.txt', 'b.txt', 'move'), [])
      assert.deepEqual(await memosIn(store, 'b.txt'), ['1 a', '2 b', '3 new'])
      assert.deepEqual([...(await store.articles()).keys()], ['b.txt'])
    })
    it('keeps them where only capitals change and the file system does not tell these', async () => {
      const files = memoryFiles()
      const store = openAnnotationStore(withoutCapitals(files), undefined)
      await store.saveLayer(article, 'anna', [{ after: memo(1, 'one') }], text)
      await store.saveLayer('news/b.txt', 'anna', [{ after: memo(2, 'two') }], text)
      assert.deepEqual(await store.moveArticle(article, 'news/A.txt', 'move'), [])
      assert.deepEqual(await memosIn(store, 'news/A.txt'), ['1 one'])
      assert.deepEqual(await store.moveArticle('news', 'News', 'move'), [])
      assert.deepEqual([...(await store.articles()).keys()], ['News/A.txt', 'News/b.txt'])
      assert.deepEqual(await memosIn(store, 'News/A.txt'), ['1 one'])
    })

    it('copies them with ids of their own, and not twice', async () => {
      const store = openAnnotationStore(memoryFiles(), undefined)
      await store.saveLayer('a.txt', 'anna', [{ after: memo(1, 'a') }])
      for (const time of [1, 2]) assert.deepEqual(await store.moveArticle('a.txt', 'b.txt', 'copy'), [], String(time))
      const [copy, ...more] = (await store.layers('b.txt')).layers[0]!.decisions
      assert.deepEqual([copy?.kind === 'memo' && copy.text, more], ['a', []])
      assert.match(copy!.id, /^urn:uuid:[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
      assert.notEqual(copy!.id, memo(1, 'a').id)
      assert.deepEqual(await memosIn(store, 'a.txt'), ['1 a'])
    })
    it('moves what cannot be read as it is, and what waits for it', async () => {
      const files = memoryFiles({ [layerPath('a.txt', 'anna')]: 'no' })
      const store = openAnnotationStore(files, memoryFiles())
      await store.saveLayer('a.txt', 'anna', [{ after: memo(1, 'a') }])
      assert.deepEqual(problemsOf(await store.moveArticle('a.txt', 'b.txt', 'move')), [
        'broken .annotations/b.txt/anna.jsonld'
      ])
      assert.deepEqual([...files.contents], [[layerPath('b.txt', 'anna'), 'no']])
      assert.deepEqual(await memosIn(store, 'b.txt'), ['1 a'])
      assert.deepEqual(await memosIn(store, 'a.txt'), [])
    })
  })

  it('refuses what is no path of an article', async () => {
    const store = openAnnotationStore(memoryFiles(), undefined)
    for (const name of ['', '..', '../a.txt', 'a//b.txt', '/a.txt', './a.txt', 'a\\b.txt', 'a/..'])
      await assert.rejects(store.layers(name), RangeError, name)
  })
})
