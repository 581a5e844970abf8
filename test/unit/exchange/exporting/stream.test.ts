import assert from 'node:assert/strict'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import {
  allExportedBytes,
  ExportCancelled,
  exchangeFormats,
  exportInput,
  lossCounter,
  type ExchangeFormat,
  type ExportProgress,
  type ExportSource
} from '../../../../src/exchange'
import { pause } from '../../../../src/util/pause'
import { exampleArticle } from '../exampleArticle'
import { now, sourceOf } from '../exportOf'

const codebooks: ReadonlySet<string> = new Set(['qdc', 'codebook-csv'])

describe('exports stream', () => {
  for (const format of exchangeFormats) {
    // The one before may still be in a register of the engine's: of eight, who holds on holds more than two.
    it(`${format.label}: holds no articles but the last when it asks for the next`, async () => {
      const most = await mostHeld((source) => writing(format, source))
      assert.ok(most <= 2, `${most} of 8`)
    }).timeout(60_000)

    it(`${format.label}: writes the same bytes each time`, async () => {
      const source = sourceOf(['a.txt', 'b.txt'].map((name) => exampleArticle({ name })))
      assert.deepEqual(await writing(format, source), await writing(format, source))
    })

    it(`${format.label}: ends when nobody waits any more, and takes no further article`, async () => {
      let announced = 0
      const progress = { isWanted: () => announced < 2, onArticle: () => announced++ }
      const writes = writing(format, threeArticles(), progress)
      // A codebook has no articles in it.
      if (codebooks.has(format.id)) await writes
      else await assert.rejects(writes, ExportCancelled)
      assert.equal(announced, codebooks.has(format.id) ? 0 : 2)
    })
  }

  it('somebody who holds all articles would be seen', async () => {
    const held: unknown[] = []
    const most = await mostHeld(async ({ articles }) => {
      for await (const { article } of articles()) held.push(article.analysis)
    })
    assert.deepEqual([most, held.length], [8, 8])
  })

  it('leave time to others', async () => {
    let turns = 0
    let ended = false
    const turn = (): void => {
      turns++
      if (!ended) setImmediate(turn)
    }
    setImmediate(turn)
    await writing(exchangeFormats[0]!, threeArticles(), {
      isWanted: () => true,
      onArticle: () => {
        const until = performance.now() + 20
        while (performance.now() < until);
      }
    })
    ended = true
    assert.ok(turns >= 2, `${turns} turns of the event loop`)
  })

  it('reject with what failed', async () => {
    const source = sourceOf([], { articles: () => assert.fail('cannot be unpacked') })
    await assert.rejects(writing(exchangeFormats[0]!, source), /cannot be unpacked/)
  })
})

function threeArticles(): ExportSource {
  return sourceOf(['a.txt', 'b.txt', 'c.txt'].map((name) => exampleArticle({ name })))
}

async function writing(
  format: ExchangeFormat,
  source: ExportSource,
  progress: ExportProgress = { isWanted: () => true, onArticle: () => undefined }
): Promise<Uint8Array> {
  const input = await exportInput(source, { content: 'both', offsets: 'utf16', now }, progress, lossCounter())
  return allExportedBytes(format, input)
}

/** Of how many of eight articles, at most, something that was made for `use` is still held when it asks for the next. */
async function mostHeld(use: (source: ExportSource) => Promise<unknown>): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const articles = Array.from({ length: 8 }, (_, number) => exampleArticle({ name: `${number}.txt` }))
  const made = new Map<string, WeakRef<object>>()
  let most = 0
  await use({
    ...sourceOf(articles),
    async *articles() {
      for (const { name } of articles) {
        yield { article: remembered(name) }
        most = Math.max(most, await held())
      }
      made.clear()
    }
  })
  return most

  /** How many are there after a collection; more than two are asked for again, because a busy process may leave something to the next. */
  async function held(): Promise<number> {
    let count = Infinity
    for (let round = 0; round < 3 && count > 2; round++) {
      // What a WeakRef was made of or asked for stays until the end of the turn.
      await pause()
      collectGarbage()
      count = [...made.values()].filter((part) => part.deref() !== undefined).length
    }
    return count
  }

  function remembered(name: string) {
    const article = exampleArticle({ name })
    made.set(name, new WeakRef(article.analysis))
    return article
  }
}
