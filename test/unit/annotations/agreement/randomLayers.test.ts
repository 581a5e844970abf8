import assert from 'node:assert/strict'
import irr from '../../../fixtures/agreement/irr.json'
import { compareLayers } from '../../../../src/annotations/agreement/compareLayers'
import type { Figure } from '../../../../src/annotations/agreement'
import { Annotator, articleOf } from './layers'

describe('random layers', () => {
  it(`have the figures of ${irr.source}`, () => {
    for (const [index, { agree, kappa, alpha, ratings }] of irr.cases.entries()) {
      const text = ratings.map((_, unit) => `Quote ${unit}x.`).join(' ')
      const names = (ratings[0] ?? []).map((_, annotator) => `annotator ${annotator}`)
      const annotators = names.map((name) => new Annotator(name, text))
      for (const [unit, row] of ratings.entries()) {
        for (const [annotator, rating] of row.entries()) {
          if (rating !== null) annotators[annotator]!.speaker(`Quote ${unit}x`, `Speaker ${rating}`)
        }
      }
      // Two articles: figures are of all units together.
      const half = Math.floor(ratings.length / 2)
      const isInFirst = (unit: string) => Number(/\d+/.exec(unit)?.[0]) < half
      const articles = [true, false].map((wanted) => ({
        article: articleOf(text, `${wanted}.txt`),
        layers: annotators.map((annotator, place) => ({
          annotator: names[place]!,
          decisions: annotator.decisions.filter(({ target }) => isInFirst(target[0]?.exact ?? '') === wanted)
        }))
      }))
      const [figures] = compareLayers(articles, names).questions.filter(({ question }) => question === 'speaker')
      close(figures?.percent, agree, `agree of case ${index}`)
      if (kappa !== null) close(figures?.kappa, kappa, `kappa of case ${index}`)
      close(figures?.alpha, alpha, `alpha of case ${index}`)
    }
  })

  it('of 1,000 articles with 20,000 decisions are summed up', () => {
    const text = Array.from({ length: 20 }, (_, unit) => `Quote ${unit}x is here.`).join(' ')
    const [ann, ben] = [new Annotator('Ann', text), new Annotator('Ben', text)]
    for (let unit = 0; unit < 10; unit++) {
      ann.code(`Quote ${unit}x`, `code ${unit % 3}`)
      ben.code(`Quote ${unit}x is`, `code ${unit % 2}`)
    }
    const articles = Array.from({ length: 1000 }, (_, index) => ({
      article: articleOf(text, `${index}.txt`),
      layers: [ann.layer(), ben.layer()]
    }))
    const { codes, judgements } = compareLayers(articles, ['Ann', 'Ben'])
    assert.deepEqual(
      [codes.map(({ sentences }) => sentences.units), judgements.length],
      [[20_000, 20_000, 20_000], 16_000]
    )
  })
})

function close(figure: Figure | undefined, expected: number, what: string): void {
  assert.ok(typeof figure === 'number' && Math.abs(figure - expected) < 1e-9, `${what}: ${figure}, not ${expected}`)
}
