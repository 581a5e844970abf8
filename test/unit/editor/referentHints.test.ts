import assert from 'node:assert/strict'
import { referentHints, type HintedMentions } from '../../../src/editor/referentHints'
import { marked } from './articleText'

const { text, analysis, at } = marked(
  '{a?The harbour master}, **{a:Mara Lind}**, {a?the sailor} {a~who} won, spoke. "Wait," {a~she} said. {b?A port official} waved to {a~her}. "No," said {a:Lind}. {a?The master} left. "No," {b?the official} said. {b?A PORT OFFICIAL} left.',
  { a: { name: 'Mara Lind', type: 'person' }, b: { name: 'a port official', type: 'person', named: false } },
  [
    { content: '"Wait,"', source: 'she', speaker: 'a' },
    { content: '"No,"', source: 'the official', speaker: 'b' }
  ]
)

describe('hints behind descriptions and pronouns', () => {
  it('are off, or for sources, or for all', () => {
    assert.deepEqual(hints('off'), [])
    assert.deepEqual(hints('sources'), [
      'she \u2192 Mara Lind (Mara Lind)',
      'the official \u2192 a port official (A port official)'
    ])
    assert.deepEqual(hints('all'), [
      'she \u2192 Mara Lind (Mara Lind)',
      'her \u2192 Mara Lind (Mara Lind)',
      'The master \u2192 Mara Lind (Mara Lind)',
      'the official \u2192 a port official (A port official)'
    ])
  })

  it('are those of the asked lines alone', () => {
    assert.deepEqual(hints('all', { start: at('"No,"', 2), end: text.length }), [
      'the official \u2192 a port official (A port official)'
    ])
  })

  it('stay away from names, from what says who it is itself, and from whom a name beside them tells', () => {
    const shown = hints('all').join('\n')
    assert.doesNotMatch(shown, /^(The harbour master|the sailor|who|Mara Lind|A port official|A PORT OFFICIAL) /m)
  })
})

function hints(which: HintedMentions, within = { start: 0, end: text.length }): string[] {
  return referentHints({ text, markup: [] }, analysis, within, which).map(
    ({ mention, entity, target }) =>
      `${text.slice(mention.start, mention.end)} \u2192 ${entity.name} (${text.slice(target.start, target.end)})`
  )
}
