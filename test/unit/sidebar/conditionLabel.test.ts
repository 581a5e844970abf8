import assert from 'node:assert/strict'
import { conditionStrings } from '../../../src/study/conditionStrings.js'
import { facetFields } from '../../../src/util/facets.js'
import { conditionLabel } from '../../../src/webview/shared/conditionLabel.js'

const strings = conditionStrings({ t: (text) => text })

describe('the words for a condition of a filter', () => {
  for (const [condition, label] of [
    ['about:"Oslo"', 'About: Oslo'],
    ['source:Lopez', 'Source: Lopez'],
    ['kind:dir', 'direct'],
    ['act:attitude', 'Believed, Wanted, Feared'],
    ['act:speech', 'Said'],
    ['named:no', 'Without a Name'],
    ['type:place', 'Places as Locations'],
    ['type:acting-place', 'Acting Places'],
    ['outlet:"Northwire"', 'Outlet: Northwire'],
    ['date:2024-02..2024-03', 'Date: 2024-02\u2009\u2013\u20092024-03'],
    ['article:"Talks: a last day"', 'Article: Talks: a last day'],
    ['code:"public economy"', 'Code: public economy'],
    ['by:Ann', 'By Ann'],
    ['is:rev', 'To Review']
  ] as const)
    it(`${condition} is ${label}`, () => assert.equal(conditionLabel(condition, strings), label))

  it('leaves words as they are typed, and conditions that say nothing', () => {
    for (const words of ['acts', 'kinds of', 'kind:poem', 'date:soon', 'is:it', 'about:', 'http://oslo'])
      assert.equal(conditionLabel(words, strings), words)
  })

  it('has words for every facet', () => {
    const values = { kind: 'direct', act: 'speech', named: 'yes', type: 'person', date: '2024' } as const
    for (const field of facetFields) {
      const condition = `${field}:${field in values ? values[field as keyof typeof values] : 'Oslo'}`
      assert.doesNotMatch(conditionLabel(condition, strings), /^[a-z]+:/u, condition)
    }
  })
})
