import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readArticle } from '../../../src/article'
import { loadTestEngine } from '../../engine'
import { contractFaults } from './contractFaults'
import { fuzzedText } from './fuzzedTexts'

describe('the contract of an analysis', () => {
  for (const format of ['plain', 'markdown'] as const)
    it(`holds for fuzzed texts (${format})`, async function () {
      this.timeout(120_000)
      const engine = await loadTestEngine()
      fc.assert(
        fc.property(fuzzedText(format), (text) => {
          const article = readArticle(text, format)
          assert.deepEqual(contractFaults(article, engine.analyze(article)), [])
        }),
        { numRuns: 500 }
      )
    })

  for (const [what, text, told] of examples())
    it(`holds where ${what}`, async () => {
      const engine = await loadTestEngine()
      const article = readArticle(text, 'plain')
      const analysis = engine.analyze(article)
      assert.deepEqual(contractFaults(article, analysis), [])
      const surface = (spans: readonly { start: number; end: number }[] | null) =>
        spans === null ? '-' : spans.map(({ start, end }) => text.slice(start, end)).join(' \u2026 ')
      assert.deepEqual(
        analysis.quotes.map(({ content, cue, source }) => `${surface(source)} | ${surface(cue)} | ${surface(content)}`),
        told
      )
    })
})

/** Fixed faults: what is odd, the text, and its quotes as `source | cue | content`. */
function examples(): readonly (readonly [string, string, readonly string[]])[] {
  return [
    [
      'a quotation goes on behind its sentence',
      '"A," X said, "b." \u201cC!\u201d Name.',
      ['X | said | "A," \u2026 "b." \u201cC!\u201d']
    ],
    ['a last name may be a cue', 'Leo Grant called the plan "crazy".', ['Leo Grant | called | the plan "crazy"']],
    ['a name ends like a cue', 'He has a book by Edward Said, a prominent scholar.', []],
    [
      'the cue takes in its source',
      'The quarrel nourished, contrary to his claim that nobody paid, a rumour. Mara Lind said: \u2018We need it.\u2019',
      ['his | claim | that nobody paid', 'Mara Lind | said: | \u2018We need it.\u2019']
    ],
    [
      'joined names run into a description',
      'The New York Times and the Gannett newspaper chain filed a motion to unseal the records, arguing the move was needed.',
      [
        'The New York Times and the Gannett newspaper chain | filed | a motion to unseal the records',
        'the Gannett newspaper chain | arguing | the move was needed'
      ]
    ],
    [
      'a speaker is nowhere shown as a source',
      'The British government on Wednesday lowered the noise limits and announced it would make them law.',
      ['The British government | announced | it would make them law']
    ]
  ]
}
