import assert from 'node:assert/strict'
import { namesIn } from './support'

const acting = async (text: string) =>
  (await namesIn(text)).filter((name) => name.startsWith('place')).map((name) => name.slice('place '.length))

describe('acting places', () => {
  it('decide, send and refuse', async () => {
    assert.deepEqual(await acting('Norway will send a delegation to the talks.'), ['Norway acting'])
    assert.deepEqual(await acting('France has accused Turkey of breaking the agreement.'), [
      'France acting',
      'Turkey acting'
    ])
  })

  it('are not where things happen', async () => {
    assert.deepEqual(await acting('Thousands of people took part in protests in Norway on Sunday.'), ['Norway'])
    assert.deepEqual(await acting('She was born in Kenya and now lives in southern France.'), ['Kenya', 'France'])
  })

  it('are parties beside an organization', async () => {
    assert.deepEqual(await acting('The talks about the Turkey-NATO agreement ended on Friday.'), ['Turkey acting'])
  })

  it('are not the stations of a journey', async () => {
    assert.deepEqual(await acting('The delegates travelled from Oslo to Cairo.'), ['Oslo', 'Cairo'])
  })
})
