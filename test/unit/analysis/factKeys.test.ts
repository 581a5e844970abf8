import assert from 'node:assert/strict'
import fc from 'fast-check'
import { factKeys, type Analysis, type AnalyzedText } from '../../../src/analysis'
import { readArticle } from '../../../src/article'
import { loadTestEngine } from '../../engine'

const text =
  'Oda Brennvik opened the bridge.\n\n"We are proud of it," Brennvik said. "We are proud of it," she said again.\n\nTor Falk said that the old bridge would be taken down before the spring beause nobody had looked after it since the war.\n'

async function analyzed(words: string): Promise<AnalyzedText> {
  const engine = await loadTestEngine()
  return { id: 'a', text: words, markup: [], analysis: engine.analyze(readArticle(words, 'plain')) }
}

describe('keys of facts', () => {
  it('are their words, and their place among their likes', async () => {
    const { entities, mentions, quotes } = factKeys(await analyzed(text))
    assert.deepEqual([...entities.values()], ['person Oda Brennvik', 'person Tor Falk'])
    assert.deepEqual(mentions, ['name Oda Brennvik', 'name Brennvik', 'pronoun she', 'name Tor Falk'])
    assert.deepEqual(quotes.slice(0, 2), ['"We are proud of it,"', '"We are proud of it,"  #2'])
    assert.match(quotes[2] ?? '', /^that the old bridge would be taken down before the spring be\u2026 [0-9a-z]+$/)
  })

  it('stay the same while other text is typed, wherever that is', async () => {
    const keysOf = async (words: string) => {
      const { entities, mentions, quotes } = factKeys(await analyzed(words))
      return { entities: [...entities.values()], mentions, quotes }
    }
    const before = await keysOf(text)
    for (const at of [0, text.indexOf('Tor Falk'), text.length]) {
      const after = await keysOf(`${text.slice(0, at)}Ana Ruiz left for Geneva.\n\n${text.slice(at)}`)
      for (const kind of ['entities', 'mentions', 'quotes'] as const)
        assert.deepEqual(
          after[kind].filter((key) => !/Ruiz|Geneva/.test(key)),
          before[kind],
          kind
        )
    }
  })

  it('are those of different facts, whatever the words are (property)', () => {
    const words = fc.constantFrom('it', 'it  #2', 'it #2', 'a\nb', 'a b', 'x'.repeat(61), 'x'.repeat(62), '\uD83D')
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (all) => {
        let article = ''
        const spans = all.map((one) => {
          const start = article.length
          article += `${one}|`
          return { start, end: start + one.length }
        })
        const evidence = { rule: 'test', confidence: 1 }
        const analysis: Analysis = {
          mentions: spans.map((span) => ({
            ...span,
            ...evidence,
            type: 'person',
            form: 'name',
            acting: false,
            description: null,
            entity: 'e1'
          })),
          entities: all.map((name, index) => ({
            id: `e${index + 1}`,
            name,
            type: 'person',
            named: true,
            aliases: [],
            descriptions: [],
            mentions: [],
            places: []
          })),
          quotes: spans.map((span) => ({
            ...evidence,
            content: [span],
            cue: null,
            source: null,
            kind: 'direct',
            act: 'speech',
            speaker: null,
            speakerRule: null
          })),
          links: []
        }
        const { entities, mentions, quotes } = factKeys({ text: article, markup: [], analysis })
        assert.equal(new Set(entities.values()).size, all.length)
        assert.equal(new Set(mentions).size, all.length)
        assert.equal(new Set(quotes).size, all.length)
      })
    )
  })
})
