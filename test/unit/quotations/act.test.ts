import assert from 'node:assert/strict'
import { actOf } from '../../../src/analysis/quotations/act'

const act = (cue: string, quoted = false) => actOf(cue.split(' '), quoted)

describe('speech and attitude', () => {
  it('saying is speech', () => {
    assert.deepEqual(
      [
        'said',
        'has repeatedly warned',
        'according to',
        'making it clear',
        'tweeted',
        'a statement',
        'also proposed',
        'recommends',
        'offering',
        'called',
        'talks about',
        'now talks freely of',
        'also talks about'
      ].map((cue) => act(cue)),
      Array.from({ length: 13 }, () => 'speech')
    )
  })
  it('thinking, wanting and refusing are attitudes', () => {
    assert.deepEqual(
      [
        'believes',
        'would like',
        'declined to',
        'fears',
        'is confident',
        'refuses to say',
        'has called for',
        'are in talks'
      ].map((cue) => act(cue)),
      Array.from({ length: 8 }, () => 'attitude')
    )
  })
  it('an unknown cue with words in quotation marks is speech', () => {
    assert.deepEqual([act('beamed', true), act('beamed')], ['speech', 'attitude'])
  })
})
