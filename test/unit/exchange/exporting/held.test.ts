import assert from 'node:assert/strict'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { exchangeFormats, type ExportSource } from '../../../../src/exchange'
import { pause } from '../../../../src/util/pause'
import { exampleArticle } from '../exampleArticle'
import { sourceOf } from '../exportOf'
import { writing } from './writing'

// A stage of its own: in a process with the heap of all other tests, what the collector leaves to the next time is no fact of ours.
describe('exports', () => {
  for (const format of exchangeFormats)
    it(`${format.label}: holds one article at most when it asks for the next`, async () => {
      assert.ok((await mostHeld((source) => writing(format, source))) <= 1)
    })

  it('somebody who holds all articles would be seen', async () => {
    const held: unknown[] = []
    const most = await mostHeld(async ({ articles }) => {
      for await (const { article } of articles()) held.push(article.analysis)
    })
    assert.deepEqual([most, held.length], [8, 8])
  })
})

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
        // What a WeakRef was made of or asked for stays until the end of the turn.
        await pause()
        collectGarbage()
        most = Math.max(most, [...made.values()].filter((part) => part.deref() !== undefined).length)
      }
      made.clear()
    }
  })
  return most

  function remembered(name: string) {
    const article = exampleArticle({ name })
    made.set(name, new WeakRef(article.analysis))
    return article
  }
}
