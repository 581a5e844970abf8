import assert from 'node:assert/strict'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { AnalyzedArticle } from '../../../src/analysis'
import { exportBytes, exportFormats, writeJsonArray, writeJsonLines } from '../../../src/exports'
import { pause } from '../../../src/util/pause'
import { exampleArticle } from './example'
import { formatOf, lazyArticle, piecesOf, written } from './written'

describe('exports stream', () => {
  for (const format of exportFormats) {
    it(`${format.label}: takes each part of an article once at most, and is done with it before the next`, async () => {
      const taken: string[] = []
      const articles = threeArticles().map((article) =>
        lazyArticle(article, (part) => taken.push(`${article.name} ${part}`))
      )
      await written(format, articles)
      assert.ok(taken.length >= 3, taken.join(', '))
      assert.equal(new Set(taken).size, taken.length, taken.join(', '))
      const order = taken.map((entry) => entry.slice(0, 5))
      assert.deepEqual(order, [...order].sort(), 'an article is taken up again after another')
    })

    it(`${format.label}: holds nothing of an article any more when it asks for the next`, async () => {
      assert.equal(await mostHeld((articles) => written(format, articles)), 0)
    })

    it(`${format.label}: writes the same of articles that come one after the other`, async () => {
      assert.equal(await written(format, later(threeArticles())), await written(format, threeArticles()))
    })
  }

  it('somebody who holds all articles would be seen', async () => {
    const held: unknown[] = []
    const most = await mostHeld(async (articles) => {
      for await (const { analysis } of articles) held.push(analysis)
    })
    assert.deepEqual([most, held.length], [20, 20])
  })

  it('CSV and JSON write each article before they ask for the next', async () => {
    for (const write of [
      formatOf('csv-entities').write,
      formatOf('csv-quotes').write,
      writeJsonArray,
      writeJsonLines
    ]) {
      const events: string[] = []
      for await (const piece of write(announced(threeArticles(), (name) => events.push(`asks for ${name}`))))
        for (const { name } of threeArticles()) if (piece.includes(name)) events.push(`writes ${name}`)
      assert.deepEqual(events, [
        'asks for a.txt',
        'writes a.txt',
        'asks for b.txt',
        'writes b.txt',
        'asks for c.txt',
        'writes c.txt'
      ])
    }
  })

  it('a report counts all of its articles at its head', async () => {
    const [head = ''] = await piecesOf(formatOf('markdown'), threeArticles())
    assert.match(head, /3 articles, 3 quotes from 3 sources/)
  })
})

describe('the bytes of an export', () => {
  it('are those of its pieces, and each article is announced', async () => {
    const format = formatOf('csv-quotes')
    let announcements = 0
    const bytes = await exportBytes(format, threeArticles(), { isWanted: () => true, onArticle: () => announcements++ })
    // TextDecoder would drop the byte order mark.
    const expected = new TextEncoder().encode(await written(format, threeArticles()))
    assert.deepEqual([bytes, announcements], [expected, 3])
  })

  it('are none once nobody waits for them, and no further article is taken', async () => {
    for (const format of exportFormats) {
      let announcements = 0
      const progress = { isWanted: () => announcements < 2, onArticle: () => announcements++ }
      assert.deepEqual([await exportBytes(format, threeArticles(), progress), announcements], [undefined, 2])
    }
  })

  it('leave time to others', async () => {
    let turns = 0
    let ended = false
    const turn = (): void => {
      turns++
      if (!ended) setImmediate(turn)
    }
    setImmediate(turn)
    const slow = threeArticles().map((article) => lazyArticle(article, () => busyWait(20)))
    await exportBytes(formatOf('json'), slow, { isWanted: () => true, onArticle: () => undefined })
    ended = true
    assert.ok(turns >= 2, `${turns} turns of the event loop`)
  })

  it('reject with what failed', async () => {
    const broken = lazyArticle(exampleArticle(), () => assert.fail('cannot be unpacked'))
    await assert.rejects(
      exportBytes(formatOf('json'), [broken], { isWanted: () => true, onArticle: () => undefined }),
      /cannot be unpacked/
    )
  })
})

function threeArticles(): AnalyzedArticle[] {
  return ['a.txt', 'b.txt', 'c.txt'].map((name) => exampleArticle({ name }))
}

async function* later(articles: readonly AnalyzedArticle[]): AsyncGenerator<AnalyzedArticle> {
  for (const article of articles) {
    await pause()
    yield article
  }
}

function* announced(articles: readonly AnalyzedArticle[], tell: (name: string) => void): Generator<AnalyzedArticle> {
  for (const article of articles) {
    tell(article.name)
    yield article
  }
}

/** Of how many of twenty articles, at most, something that was made for `use` is still held when it asks for the next. */
async function mostHeld(use: (articles: AsyncIterable<AnalyzedArticle>) => Promise<unknown>): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const made = new Map<string, WeakRef<object>[]>()
  let most = 0
  async function* lazily(): AsyncGenerator<AnalyzedArticle> {
    for (let number = 0; number < 20; number++) {
      const name = `${number}.txt`
      yield lazyArticle(exampleArticle({ name }), (_part, value) =>
        made.set(name, [...(made.get(name) ?? []), new WeakRef(value)])
      )
      // What a WeakRef was made of or asked for stays until the end of the turn.
      await pause()
      collectGarbage()
      const held = [...made.values()].filter((parts) => parts.some((part) => part.deref() !== undefined))
      most = Math.max(most, held.length)
    }
  }
  await use(lazily())
  return most
}

function busyWait(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}
