import assert from 'node:assert/strict'
import { readArticle } from '../../../src/article'
import { loadTestEngine } from '../../engine'

/** The quotes of a text, as `cue | content`. */
async function reportsOf(text: string): Promise<readonly string[]> {
  const { quotes } = (await loadTestEngine('with the encoder')).analyze(readArticle(text, 'plain'))
  const words = (spans: readonly { readonly start: number; readonly end: number }[] | null) =>
    (spans ?? []).map(({ start, end }) => text.slice(start, end)).join(' … ')
  return quotes.map(({ cue, content }) => `${words(cue)} | ${words(content)}`)
}

describe('a second report behind "and"', () => {
  it('with marks or a clause of its own is another one', async () => {
    assert.deepEqual(await reportsOf('Ada Brook noted that the pier was old and said "nobody would pay for it".'), [
      'noted | that the pier was old',
      'said | "nobody would pay for it"'
    ])
    assert.deepEqual(
      await reportsOf('Ada Brook warned that the pier was old and later told reporters that nobody would pay for it.'),
      ['warned | that the pier was old', 'told | that nobody would pay for it']
    )
    assert.deepEqual(await reportsOf('Ada Brook says the pier is old but argues that it can be mended.'), [
      'says | the pier is old',
      'argues | that it can be mended'
    ])
  })

  it('with a subject of its own, in another tense, or of no verb of saying is none', async () => {
    for (const text of [
      'Ada Brook said the pier was old and the mayor said that it would go.',
      'Ada Brook said the pier was old and closed on Sundays that year.'
    ])
      assert.equal((await reportsOf(text))[0], `said | ${text.slice('Ada Brook said '.length, -1)}`)
  })
})
