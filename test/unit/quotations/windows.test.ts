import assert from 'node:assert/strict'
import { proseOf } from '../../../src/analysis/quotations/prose'
import { windowOf } from '../../../src/analysis/quotations/model/windows'
import { readArticle } from '../../../src/article'

describe('windows', () => {
  it('hold the whole cue, even one that runs over the end of its sentence', () => {
    const prose = proseOf(readArticle('City news\n\nThe clerk spoke. Again she said so.', 'plain'))
    const unit = prose.units.findIndex(({ from }) => prose.words[from] === 'the')
    const cueFrom = prose.words.indexOf('spoke')
    const window = windowOf(prose, unit, cueFrom, cueFrom + 3)
    assert.deepEqual([window.cueTo, window.to >= window.cueTo], [cueFrom + 3, true])
  })
})
