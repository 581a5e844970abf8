import assert from 'node:assert/strict'
import { narrowed, toggled, wordsOf } from '../../../src/webview/overview/narrowed.js'

describe('a filter that a mark narrows', () => {
  for (const [filter, conditions, words, expected] of [
    ['', ['source:"Ann Reed"'], '', 'source:"Ann Reed"'],
    ['kind:direct bridge', ['source:"Ann Reed"'], '', 'kind:direct source:"Ann Reed" bridge'],
    [
      'source:"Bo" kind:direct',
      ['source:"Ann Reed"', 'article:"A note"'],
      '',
      'kind:direct source:"Ann Reed" article:"A note"'
    ],
    ['source:"Ann Reed"', ['source:"Ann Reed"'], '', 'source:"Ann Reed"'],
    ['kind:direct', [], 'all is well', 'kind:direct all is well'],
    ['all is well', [], 'all is well', 'all is well']
  ] as const)
    it(`${filter || 'none'}, by ${[...conditions, words].join(' ')}`, () =>
      assert.equal(narrowed(filter, conditions, words), expected))

  it('is wider again where it has the conditions already', () => {
    const once = toggled('kind:direct', ['source:"Ann Reed"', 'about:"Porto"'])
    assert.equal(once, 'kind:direct source:"Ann Reed" about:"Porto"')
    assert.equal(toggled(once, ['source:"Ann Reed"', 'about:"Porto"']), 'kind:direct')
  })

  it('knows its words', () => assert.equal(wordsOf('kind:direct old bridge source:"Ann Reed"'), 'old bridge'))
})
