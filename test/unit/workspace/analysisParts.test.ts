import assert from 'node:assert/strict'
import { finish } from '../../../src/util/steps'
import { fromParts, toParts } from '../../../src/worker/analysisParts'
import { analyzeFolder, root } from '../../engine'

describe('an analysis in parts', () => {
  it('is the same again, also a long one', async () => {
    for (const { analysis } of await analyzeFolder(`${root}/samples`)) {
      assert.deepEqual(finish(fromParts(toParts(analysis))), analysis)
      const { mentions } = analysis
      const long = { ...analysis, mentions: Array.from({ length: 200 }, () => mentions).flat() }
      const parts = toParts(long)
      assert.ok(parts.every((part) => part.length < 400_000))
      assert.deepEqual(finish(fromParts(parts)), long)
    }
  })
})
