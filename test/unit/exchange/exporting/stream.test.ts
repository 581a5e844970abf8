import assert from 'node:assert/strict'
import { ExportCancelled, exchangeFormats, type ExportSource } from '../../../../src/exchange'
import { exampleArticle } from '../exampleArticle'
import { sourceOf } from '../exportOf'
import { writing } from './writing'

const codebooks: ReadonlySet<string> = new Set(['qdc', 'codebook-csv'])

describe('exports stream', () => {
  for (const format of exchangeFormats) {
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
