import assert from 'node:assert/strict'
import type { Entity } from '../../../src/analysis'
import { hoverCards } from '../../../src/editor/hoverCards'
import { articleCounts } from '../../../src/editor/hoverCounts'
import { analysis, entity, mention, quote, spanOf } from './analysisFixture'

const text = 'Ana Ruiz said Lima was calm. "Ruiz is right," the envoy said. She hoped for rain.'
const article = analysis({
  mentions: [
    mention(spanOf(text, 'Ana Ruiz'), 'person', { entity: 'ruiz' }),
    mention(spanOf(text, 'Lima'), 'place', { entity: 'lima' }),
    mention(spanOf(text, 'Ruiz', 2), 'person', { entity: 'ruiz' }),
    mention(spanOf(text, 'the envoy'), 'person', { entity: 'envoy', form: 'nominal' }),
    mention(spanOf(text, 'She'), 'person', { entity: 'ruiz', form: 'pronoun' })
  ],
  entities: [
    entity('ruiz', 'Ana Ruiz', 'person', [0, 2, 4]),
    entity('lima', 'Lima', 'place', [1]),
    entity('envoy', 'the envoy', 'person', [3])
  ],
  quotes: [
    quote('indirect', [spanOf(text, 'Lima was calm')], {
      source: [spanOf(text, 'Ana Ruiz')],
      cue: [spanOf(text, 'said')],
      speaker: 'ruiz'
    }),
    quote('direct', [spanOf(text, '"Ruiz is right,"')], { source: [spanOf(text, 'the envoy')], speaker: 'envoy' }),
    quote('indirect', [spanOf(text, 'rain')], { source: [spanOf(text, 'She')], speaker: 'ruiz', act: 'attitude' })
  ]
})

describe('hover cards', () => {
  it('say who a name, a description and a pronoun are', () => {
    assert.equal(at('Ana Ruiz'), 'Ana Ruiz: 3 mentions, 1 quote | by Ana Ruiz: 3 mentions, 1 quote')
    assert.equal(at('the envoy'), 'the envoy: 1 mention, 1 quote | by the envoy: 1 mention, 1 quote')
    assert.equal(at('She'), 'Ana Ruiz: 3 mentions, 1 quote | ')
  })

  it('show a name inside a quote, and the quote', () => {
    assert.equal(at('Lima'), 'Lima: 1 mention, 0 quotes | by Ana Ruiz: 3 mentions, 1 quote')
    assert.equal(at('right'), ' | by the envoy: 1 mention, 1 quote')
  })

  it('count attitudes when asked', () => {
    assert.equal(at('She', { attitudes: true }), 'Ana Ruiz: 3 mentions, 2 quotes | by Ana Ruiz: 3 mentions, 2 quotes')
  })

  it('are empty where nothing is known', () => {
    assert.deepEqual(hoverCards({ text, markup: [] }, article, spanOf(text, 'for').start + 1, { attitudes: false }), {
      entity: undefined,
      quote: undefined
    })
  })

  it('bear a mention whose entity and a quote whose speaker are not listed', () => {
    const broken = analysis({
      mentions: [mention({ start: 0, end: 3 }, 'person', { entity: 'nobody' })],
      quotes: [quote('direct', [{ start: 0, end: 3 }], { speaker: 'nobody' })]
    })
    const { entity: card, quote: quoted } = hoverCards({ text: 'Ana', markup: [] }, broken, 1, { attitudes: false })
    assert.deepEqual([card, quoted?.quote, quoted?.speaker], [undefined, broken.quotes[0], undefined])
  })
})

function at(words: string, options = { attitudes: false }): string {
  const { entity: card, quote: quoted } = hoverCards(
    { text, markup: [] },
    article,
    spanOf(text, words).start + 1,
    options
  )
  const counted = (entity: Entity) => {
    const { mentions, quotes } = articleCounts({ id: 'a', text, markup: [], analysis: article }, entity, options)
    return `${entity.name}: ${count(mentions, 'mention')}, ${count(quotes, 'quote')}`
  }
  const known = card ? counted(card.entity) : ''
  const said = quoted?.speaker ? `by ${counted(quoted.speaker)}` : ''
  return `${known} | ${said}`
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
