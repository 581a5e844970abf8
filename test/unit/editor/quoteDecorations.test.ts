import assert from 'node:assert/strict'
import type { Quote } from '../../../src/analysis'
import type { Span } from '../../../src/article'
import { quoteDecorations, quoteLines, type QuoteDecorationOptions } from '../../../src/editor/quoteDecorations'
import { finish } from '../../../src/util/steps'
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
  it('shade the words of every quote, and line source and cue of each', () => {
    assert.deepEqual(readable([indirect, direct], {}), [
      'shade: the bridge was "not safe"',
      'shade: "Close it,"',
      'directQuote: "Close it,"',
      'mixedQuote: the bridge was "not safe"',
      'source: The mayor',
      'source: a nurse',
      'cue: said',
      'cue: told'
    ])
  })

  it('leave attitudes to a switch, and never shade them', () => {
    assert.deepEqual(readable([attitude], {}), [])
    assert.deepEqual(readable([attitude], { attitudes: true }), ['attitude: the rain', 'source: He', 'cue: feared'])
  })

  it('can be the words alone, sources and cues alone, or nothing', () => {
    assert.deepEqual(readable([indirect], { sources: false }), [
      'shade: the bridge was "not safe"',
      'mixedQuote: the bridge was "not safe"'
    ])
    assert.deepEqual(readable([indirect], { quotes: false }), ['source: The mayor', 'cue: said'])
    assert.deepEqual(readable([indirect], { quotes: false, sources: false }), [])
  })

  it('count nested quotes and a shared source once, so that transparent colours do not add up', () => {
    const inner = { ...indirect, content: [spanOf(text, '"not safe"')] }
    assert.deepEqual(readable([inner, indirect], {}), [
      'shade: the bridge was "not safe"',
      'mixedQuote: the bridge was "not safe"',
      'source: The mayor',
      'cue: said'
    ])
  })

  it('shade a direct quote within an indirect one once, with a line for each', () => {
    const inner = { ...direct, content: [spanOf(text, '"not safe"')], source: null, cue: null }
    assert.deepEqual(readable([inner, { ...indirect, kind: 'indirect', source: null, cue: null }], {}), [
      'shade: the bridge was "not safe"',
      'directQuote: "not safe"',
      'indirectQuote: the bridge was "not safe"'
    ])
  })

  it('tell what somebody has decided', () => {
    const decided = { decidedBy: 'Ann', rule: 'decided' }
    assert.deepEqual(readable([{ ...indirect, ...decided }, direct], {}), [
      'shade: the bridge was "not safe"',
      'shade: "Close it,"',
      'directQuote: "Close it,"',
      'source: a nurse',
      'cue: told',
      'decided mixedQuote: the bridge was "not safe"',
      'decided source: The mayor',
      'decided cue: said'
    ])
    assert.deepEqual(readable([{ ...direct, ...decided }], { quotes: false, sources: false }), [])
  })

  it('mark a source that a suggestion shares with a decided quote once', () => {
    const shared = { ...attitude, act: 'speech' as const, source: direct.source }
    assert.deepEqual(readable([shared, { ...direct, decidedBy: 'Ann' }], {}), [
      'shade: "Close it,"',
      'shade: the rain',
      'indirectQuote: the rain',
      'cue: feared',
      'decided directQuote: "Close it,"',
      'decided source: a nurse',
      'decided cue: told'
    ])
  })

  it('bear quotes without source and cue', () => {
    assert.deepEqual(readable([quote('indirect', [spanOf(text, 'the rain')])], {}), [
      'shade: the rain',
      'indirectQuote: the rain'
    ])
  })
})

function readable(quotes: readonly Quote[], options: Partial<QuoteDecorationOptions>): string[] {
  const steps = quoteDecorations(analysis({ quotes }), {
    quotes: true,
    sources: true,
    attitudes: false,
    ...options
  })
  const decorations = finish(steps)
  const words = ({ start, end }: Span) => text.slice(start, end)
  return [
    ...decorations.shade.map((span) => `shade: ${words(span)}`),
    ...(['suggested', 'decided'] as const).flatMap((state) =>
      quoteLines.flatMap((part) =>
        decorations[state][part].map((span) => `${state === 'decided' ? 'decided ' : ''}${part}: ${words(span)}`)
      )
    )
  ]
}
