import assert from 'node:assert/strict'
import type { Quote } from '../../../src/analysis'
import { quoteDecorations, type QuoteDecorationOptions } from '../../../src/editor/quoteDecorations'
import { analysis, quote, spanOf } from './analysisFixture'

const text = 'The mayor said the bridge was "not safe". "Close it," a nurse told us. He feared the rain.'
const indirect = quote('mixed', [spanOf(text, 'the bridge was "not safe"')], {
  source: [spanOf(text, 'The mayor')],
  cue: [spanOf(text, 'said')]
})
const direct = quote('direct', [spanOf(text, '"Close it,"')], {
  source: [spanOf(text, 'a nurse')],
  cue: [spanOf(text, 'told')]
})
const attitude = quote('indirect', [spanOf(text, 'the rain')], {
  source: [spanOf(text, 'He')],
  cue: [spanOf(text, 'feared')],
  act: 'attitude'
})

describe('quote decorations', () => {
  it('mark the content of indirect and mixed quotes, and source and cue of each', () => {
    assert.deepEqual(readable([indirect, direct], {}), [
      'content: the bridge was "not safe"',
      'source: The mayor',
      'source: a nurse',
      'cue: said',
      'cue: told'
    ])
  })

  it('leave attitudes to a switch', () => {
    assert.deepEqual(readable([attitude], {}), [])
    assert.deepEqual(readable([attitude], { attitudes: true }), ['content: the rain', 'source: He', 'cue: feared'])
  })

  it('can be the content alone, or off', () => {
    assert.deepEqual(readable([indirect], { parts: 'content' }), ['content: the bridge was "not safe"'])
    assert.deepEqual(readable([indirect], { parts: 'off' }), [])
  })

  it('count nested quotes and a shared source once, so that transparent colours do not add up', () => {
    const inner = { ...indirect, content: [spanOf(text, '"not safe"')] }
    assert.deepEqual(readable([inner, indirect], {}), [
      'content: the bridge was "not safe"',
      'source: The mayor',
      'cue: said'
    ])
  })

  it('are solid for what somebody has decided, direct quotes among it', () => {
    const decided = { decidedBy: 'Ann', rule: 'decided' }
    assert.deepEqual(readable([{ ...indirect, ...decided }, direct], {}), [
      'source: a nurse',
      'cue: told',
      'decided content: the bridge was "not safe"',
      'decided source: The mayor',
      'decided cue: said'
    ])
    assert.deepEqual(readable([{ ...direct, ...decided }], { parts: 'content' }), ['decided content: "Close it,"'])
    assert.deepEqual(readable([{ ...direct, ...decided }], { parts: 'off' }), [])
  })

  it('mark a source that a suggestion shares with a decided quote once', () => {
    const shared = { ...attitude, act: 'speech' as const, source: direct.source }
    assert.deepEqual(readable([shared, { ...direct, decidedBy: 'Ann' }], {}), [
      'content: the rain',
      'cue: feared',
      'decided content: "Close it,"',
      'decided source: a nurse',
      'decided cue: told'
    ])
  })

  it('bear quotes without source and cue', () => {
    assert.deepEqual(readable([quote('indirect', [spanOf(text, 'the rain')])], {}), ['content: the rain'])
  })
})

function readable(quotes: readonly Quote[], options: Partial<QuoteDecorationOptions>): string[] {
  const decorations = quoteDecorations(analysis({ quotes }), { parts: 'all', attitudes: false, ...options })
  return (['suggested', 'decided'] as const).flatMap((state) =>
    (['content', 'source', 'cue'] as const).flatMap((part) =>
      decorations[state][part].map(
        ({ start, end }) => `${state === 'decided' ? 'decided ' : ''}${part}: ${text.slice(start, end)}`
      )
    )
  )
}
