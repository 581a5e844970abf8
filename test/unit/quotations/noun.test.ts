import assert from 'node:assert/strict'
import { proseOf } from '../../../src/analysis/quotations/prose'
import { noun } from '../../../src/analysis/quotations/rules/noun'
import { readArticle } from '../../../src/article'

describe('nouns', () => {
  it('with a possessor', () => {
    const prose = proseOf(
      readArticle(
        'City news\n\nThe council met on Monday.\nReporters heard of the army\u2019s claim that the bridge had fallen by itself.',
        'plain'
      )
    )
    const words = ({ from, to }: { from: number; to: number }) => prose.words.slice(from, to).join(' ')
    const found = prose.units.flatMap((unit) => noun.find(prose, unit, []))
    assert.deepEqual(
      found.map(({ cue, source, content }) => [words(cue), source && words(source), ...content.map(words)]),
      [['claim', 'the army', 'that the bridge had fallen by itself']]
    )
  })
})
