import assert from 'node:assert/strict'
import { readArticle } from '../../../src/article'
import { loadTestEngine } from '../../engine'

async function cuesOf(text: string): Promise<readonly string[]> {
  const { quotes } = (await loadTestEngine('with the encoder')).analyze(readArticle(text, 'plain'))
  return quotes.map(({ cue }) => (cue ?? []).map(({ start, end }) => text.slice(start, end)).join(' '))
}

describe('what somebody asks whether you say', () => {
  for (const question of [
    'Do you think that the pier will hold?',
    'When do you believe the boats will be back, Mr. Silk?',
    'Could you tell us what happened to the pier?',
    'Did you really say that the pier would hold?'
  ])
    it(`is not reported: ${question}`, async () => {
      assert.deepEqual(await cuesOf(question), [])
    })

  it('what you say is, and who asks', async () => {
    assert.deepEqual(await cuesOf('Do sit down. You said that the pier would hold.'), ['said'])
    assert.deepEqual(await cuesOf('“Do you think that the pier will hold?” Ana Silk asked.'), ['asked'])
  })
})
