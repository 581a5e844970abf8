import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readArticle } from '../../../src/article'
import { recognizeNamesAgain, type RecognizedNames } from '../../../src/analysis/entities'
import { finish } from '../../../src/util/steps'
import { namesIn, readingSaying, shippedModels, type Said } from './support'

/** An encoder that is sure of the types of some words' names, each of one word, and of all other words that they are in none. */
const sureOf =
  (types: Readonly<Record<string, string>>): Said =>
  (word) => ({ names: { [types[word] ? `${types[word]} begin` : 'none']: 0.99 } })
const acting =
  (probability: number): Said =>
  () => ({ acting: { acting: probability } })

describe('names that an encoder has read', () => {
  it('are what they were where it has nothing to say', async () => {
    const text = 'Jordan met executives of the Azuma Bank in the Sudan-Chad border town of Tine.'
    assert.deepEqual(
      await namesIn(
        text,
        readingSaying(text, () => ({}))
      ),
      await namesIn(text)
    )
    const silent = { ...readingSaying('', () => ({})) }
    assert.deepEqual(await namesIn(text, silent), await namesIn(text), 'a reading without words')
  })

  it('are found, left out and typed as it says where the words alone say little', async () => {
    const heard = async (text: string, types: Readonly<Record<string, string>>) => [
      await namesIn(text),
      await namesIn(text, readingSaying(text, sureOf(types)))
    ]
    assert.deepEqual(await heard('Brook was there on Monday.', { Brook: 'person' }), [[], ['person Brook']])
    assert.deepEqual(await heard('They met officials of Brook.', {}), [['place Brook'], []])
    assert.deepEqual(await heard('Chelsea said on Monday that the deal was done.', { Chelsea: 'organization' }), [
      ['person Chelsea'],
      ['organization Chelsea']
    ])
  })

  it('stay what the words say where they say much', async () => {
    const text = 'Foreign Minister Carla Mendes of Peru spoke in Lima.'
    const wrong = readingSaying(text, () => ({ names: { none: 0.9 } }))
    assert.deepEqual(await namesIn(text, wrong), await namesIn(text))
  })
})

describe('acting places that an encoder has read', () => {
  it('act where it is sure of it and the words say little', async () => {
    const text = 'A meeting of Peru and Chile ended on Friday.'
    assert.deepEqual(await namesIn(text), ['place Peru', 'place Chile'])
    assert.deepEqual(await namesIn(text, readingSaying(text, acting(0.98))), [
      'place Peru acting',
      'place Chile acting'
    ])
  })

  it('do not act where it is sure that they do not', async () => {
    const text = 'A deal between the firm and Peru was signed.'
    assert.deepEqual(await namesIn(text), ['place Peru acting'])
    assert.deepEqual(await namesIn(text, readingSaying(text, acting(0.02))), ['place Peru'])
  })

  it('are where the words say much what they say, and so are parties beside an organization', async () => {
    const text = 'She was born in Kenya. The talks about the Turkey-NATO agreement ended on Friday.'
    const names = ['place Kenya', 'place Turkey acting', 'organization NATO']
    assert.deepEqual(await namesIn(text), names)
    for (const probability of [0, 1])
      assert.deepEqual(await namesIn(text, readingSaying(text, acting(probability))), names)
  })
})

describe('names that an encoder has read, after an edit', () => {
  const sentences = [
    'Peru and Chile signed the treaty, Foreign Minister Carla Mendes said on Monday.',
    'Mendes met executives of the Azuma Bank in the Sudan-Chad border town of Tine.',
    'THE AZUMA FRONT SAYS IT WON',
    'Chile will send a team to Peru, and the U.S. Treasury agreed.',
    'Many in Chile were surprised; officials of Brook met Tuvok.',
    'The coach said the striker scored two goals in the cup final; the league leaders lost.'
  ]
  /** What is said of a word depends on all of its line, as with windows; a few of many values, so that some stay the same. */
  const ofLines =
    (text: string): Said =>
    (word, at) => {
      const line = text.slice(text.lastIndexOf('\n', at) + 1, (text.indexOf('\n', at) + 1 || text.length + 1) - 1)
      let hash = word.length
      for (const unit of line.slice(0, 20) + word) hash = (hash * 31 + unit.charCodeAt(0)) >>> 0
      const kinds = ['none', 'person begin', 'organization begin', 'place begin', 'place inside', 'misc begin']
      return {
        names: { [kinds[hash % kinds.length]!]: [0.2, 0.6, 0.99][(hash >>> 5) % 3]! },
        acting: { acting: [0.01, 0.4, 0.99][(hash >>> 8) % 3]! }
      }
    }
  const text = fc
    .array(fc.tuple(fc.constantFrom(...sentences), fc.constantFrom(' ', '\n\n')), { minLength: 1, maxLength: 10 })
    .map((parts) => parts.map(([sentence, gap]) => sentence + gap).join(''))
  const typed = fc.constantFrom(
    '',
    'x',
    ' ',
    '\n\n',
    'Peru ',
    'Azuma',
    ' the goal, the coach, the striker',
    sentences[1]!
  )
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat({ max: 40 }),
    typed,
    isRead: fc.boolean()
  })

  it('are those of a full analysis, whatever was typed and whether it has read each version (property)', async () => {
    const models = await shippedModels()
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
        let now = first
        let known: RecognizedNames | undefined
        for (const step of [null, ...edits]) {
          if (step) {
            const from = Math.floor(step.at * now.length)
            now = now.slice(0, from) + step.typed + now.slice(from + step.removed)
          }
          const article = readArticle(now, 'plain')
          const reading = step?.isRead === false ? undefined : readingSaying(now, ofLines(now))
          known = finish(recognizeNamesAgain(article, models, known, reading))
          const full = finish(recognizeNamesAgain(article, models, undefined, reading))
          assert.deepEqual(known.names, full.names, now)
          for (const part of ['labels', 'posterior'] as const) assert.deepEqual(known.tagged[part], full.tagged[part])
        }
      }),
      { numRuns: 100 }
    )
  }).timeout(120_000)

  it('are scored once: what it says of a text that stays the same is only heard', async () => {
    const models = await shippedModels()
    const article = readArticle(sentences.join('\n\n'), 'plain')
    const before = finish(recognizeNamesAgain(article, models))
    const reading = readingSaying(article.text, ofLines(article.text))
    const heard = finish(recognizeNamesAgain(article, models, before, reading))
    assert.equal(heard.tagged.redone.scored, 0)
    assert.notDeepEqual(heard.names, before.names)
    const again = finish(recognizeNamesAgain(article, models, heard, reading))
    assert.deepEqual(again.tagged.redone, { scored: 0, decoded: 0 })
    assert.deepEqual(finish(recognizeNamesAgain(article, models, again)).names, before.names)
  })
})
