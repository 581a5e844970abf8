import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { ArticleMemory } from '../../../src/analysis'
import { readArticle, type Article, type ArticleFormat } from '../../../src/article'
import { recognizeNamesAgain, type RecognizedNames } from '../../../src/analysis/entities'
import { loadTestEngine } from '../../engine'
import { shippedModels } from './support'
import { finish } from '../../../src/util/steps'

const sentences = [
  'LIMA (Northwire) \u2014 Peru and Chile signed the treaty, Foreign Minister Carla Mendes said on Monday.',
  'Mendes met executives of the Azuma Bank in the Sudan-Chad border town of Tine.',
  'THE AZUMA FRONT SAYS IT WON',
  'Azuma Bank Wins Long Fight Over Port',
  '\u201cWe will go,\u201d said Bente S\u00f8rli-Dahl. S\u00f8rli-Dahl, 43, a nurse, left.',
  'The coach said the striker scored two goals in the cup final; the league leaders lost.',
  'Chile will send a team to Peru, and the U.S. Treasury agreed.',
  'the bank of england fell. Then the Bank of England rose again, and azuma slept.',
  'Environmental Relief Network (ERN) officials in Oslo praised Gov. Lee.',
  'ERN\u2019s *aides* [left](http://example.com) `early` on Tuesday.'
]
const text = fc
  .array(fc.tuple(fc.constantFrom(...sentences), fc.constantFrom(' ', '\n', '\n\n')), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.map(([sentence, gap]) => sentence + gap).join(''))
const typed = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    ' ',
    '\n\n',
    '.',
    'Peru ',
    'Azuma',
    'azuma ',
    ' the goal of the match, the coach and the striker',
    '\ud800',
    '\u201d',
    '-',
    'Mendes said. ',
    '**',
    '# '
  ),
  fc.constantFrom(...sentences)
)
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat({ max: 60 }), typed })

function apply(
  before: string,
  { at, removed, typed: added }: { readonly at: number; readonly removed: number; readonly typed: string }
): string {
  const from = Math.floor(at * before.length)
  return before.slice(0, from) + added + before.slice(from + removed)
}

describe('names after an edit', () => {
  it('are those of a full analysis, whatever was typed (property)', async () => {
    const models = await shippedModels()
    fc.assert(
      fc.property(
        text,
        fc.constantFrom<ArticleFormat>('plain', 'markdown'),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        (first, format, edits) => {
          let now = first
          let known: RecognizedNames | undefined
          for (const step of [null, ...edits]) {
            if (step) now = apply(now, step)
            const article = readArticle(now, format)
            known = finish(recognizeNamesAgain(article, models, known))
            const full = finish(recognizeNamesAgain(article, models))
            assert.deepEqual(known.names, full.names, now)
            const { input, ...tagged } = known.tagged
            const { input: fullInput, ...fullTagged } = full.tagged
            assert.deepEqual({ ...input, kept: null }, { ...fullInput, kept: null })
            for (const part of ['labels', 'posterior'] as const) {
              assert.deepEqual(tagged[part], fullTagged[part])
              assert.deepEqual(tagged.firstPass[part], fullTagged.firstPass[part])
            }
            assert.deepEqual(tagged.firstPass.scores, fullTagged.firstPass.scores)
          }
        }
      ),
      { numRuns: 100 }
    )
  }).timeout(120_000)

  it('cost only what the edit touched', async () => {
    const models = await shippedModels()
    const paragraphs = Array.from(
      { length: 400 },
      (_, at) =>
        `${sentences[[0, 1, 4, 6, 8][at % 5]!]!} It was day ${at} in Lima. on all sides nothing else of note was seen.`
    )
    const before = paragraphs.join('\n\n')
    const known = finish(recognizeNamesAgain(readArticle(before, 'plain'), models))
    const redone = (word: string, typedThere: string) => {
      const at = before.indexOf(word, before.indexOf('day 200'))
      return finish(
        recognizeNamesAgain(readArticle(before.slice(0, at) + typedThere + before.slice(at), 'plain'), models, known)
      ).tagged.redone
    }
    assert.ok(known.tagged.redone.scored > 4000)
    assert.deepEqual(
      redone(' note', ' any'),
      { scored: 6, decoded: 6 },
      'the names of one sentence: "It was", "in Lima."'
    )
    assert.ok(redone('Lima', 'north').scored < 40, 'one sentence')
    // "it" in lower case tells something about each "It".
    const { scored } = redone('. ', ', and it rained')
    assert.ok(scored > 400 && scored < known.tagged.redone.scored / 2, `${scored} words`)
    assert.deepEqual(finish(recognizeNamesAgain(known.tagged.article, models, known)).tagged.redone, {
      scored: 0,
      decoded: 0
    })
  })

  it('make the same analysis, and are forgotten of texts that are too long to keep', async () => {
    const engine = await loadTestEngine()
    const memory: ArticleMemory = {}
    const analysisOf = (article: Article, known?: ArticleMemory) => {
      const steps = engine.analyzeInSteps(article, undefined, known)
      for (;;) {
        const step = steps.next()
        if (step.done) return step.value
      }
    }
    const before = sentences.join('\n\n')
    for (const typedThere of ['', 'M', 'Me', 'Mendes', 'Mendes ', 'Mendes said she was from Oslo. ']) {
      const article = readArticle(before.replace('Chile will', `${typedThere}Chile will`), 'plain')
      assert.deepEqual(analysisOf(article, memory), analysisOf(article))
      assert.equal(memory.names?.tagged.article, article)
    }
    analysisOf(readArticle(`Ann Lee.${' '.repeat(1_000_000)}`, 'plain'), memory)
    assert.equal(memory.names, undefined)
  }).timeout(60_000)
})
