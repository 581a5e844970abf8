import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Mention } from '../../../src/analysis'
import { linePieces, namedMentions, namedTokens } from '../../../src/editor/namedTokens'
import { analysis, mention, spanOf } from './analysisFixture'

describe('named tokens', () => {
  it('tells actors by their type and places by whether they act', () => {
    const text = 'Norway sent Ana Ruiz of the Harbour Union to Lima.'
    const tokens = readable(text, [
      mention(spanOf(text, 'Norway'), 'place', { acting: true }),
      mention(spanOf(text, 'Ana Ruiz'), 'person'),
      mention(spanOf(text, 'Harbour Union'), 'organization'),
      mention(spanOf(text, 'Lima'), 'place')
    ])
    assert.deepEqual(tokens, [
      'place.acting "Norway"',
      'actor.person "Ana Ruiz"',
      'actor.organization "Harbour Union"',
      'place "Lima"'
    ])
  })

  it('leaves descriptions and pronouns uncoloured', () => {
    const text = 'The minister said she would go.'
    const tokens = readable(text, [
      mention(spanOf(text, 'The minister'), 'person', { form: 'nominal' }),
      mention(spanOf(text, 'she'), 'person', { form: 'pronoun' })
    ])
    assert.deepEqual(tokens, [])
  })

  it('shows what somebody decided, descriptions among it', () => {
    const text = 'The minister of Norway said she would go to Lima.'
    const decided = { decidedBy: 'Ann' }
    const tokens = readable(text, [
      { ...mention(spanOf(text, 'The minister'), 'person', { form: 'nominal' }), ...decided },
      { ...mention(spanOf(text, 'Norway'), 'place', { acting: true }), ...decided },
      mention(spanOf(text, 'she'), 'person', { form: 'pronoun' }),
      { ...mention(spanOf(text, 'Lima'), 'place'), ...decided }
    ])
    assert.deepEqual(tokens, [
      'actor.person.decided "The minister"',
      'place.acting.decided "Norway"',
      'place.decided "Lima"'
    ])
  })

  it('takes the longest of overlapping names, in whatever order they come', () => {
    const text = 'University of Oslo Hospital'
    const tokens = readable(text, [
      mention(spanOf(text, 'Oslo Hospital'), 'organization'),
      mention(spanOf(text, 'Oslo'), 'place'),
      mention(spanOf(text, 'University of Oslo'), 'organization')
    ])
    assert.deepEqual(tokens, ['actor.organization "University of Oslo"'])
  })

  it('shows the kinds that are switched on, and then what lies within one that is off', () => {
    const text = 'Ana Ruiz of the Bank of Norway'
    const mentions = [
      mention(spanOf(text, 'Ana Ruiz'), 'person'),
      mention(spanOf(text, 'Bank of Norway'), 'organization'),
      mention(spanOf(text, 'Norway'), 'place', { acting: true })
    ]
    const shown = (switches: Parameters<typeof namedMentions>[1]) =>
      namedMentions(analysis({ mentions }), switches).map(({ start, end }) => text.slice(start, end))
    assert.deepEqual(shown({ persons: true, organizations: true, places: true }), ['Ana Ruiz', 'Bank of Norway'])
    assert.deepEqual(shown({ persons: true, places: true }), ['Ana Ruiz', 'Norway'])
    assert.deepEqual(shown({ groups: true }), [])
  })

  for (const [name, end] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r']
  ] as const) {
    it(`splits a name over lines that end in ${name}`, () => {
      const text = `met Ana${end}Ruiz today`
      assert.deepEqual(readable(text, [mention(spanOf(text, `Ana${end}Ruiz`), 'person')]), [
        'actor.person "Ana"',
        'actor.person "Ruiz"'
      ])
    })
  }

  it('splits any span into what its lines hold, without line ends and without loss', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '\u2028', '\uD83D\uDE00')),
        fc.nat(20),
        fc.nat(20),
        (parts, a, b) => {
          const text = parts.join('')
          const span = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) }
          const pieces = linePieces(text, span)
          assert.equal(
            pieces.map(({ start, end }) => text.slice(start, end)).join(''),
            text.slice(span.start, span.end).replace(/[\r\n]/g, '')
          )
          assert.ok(pieces.every(({ start, end }) => start < end && !/[\r\n]/.test(text.slice(start, end))))
        }
      )
    )
  })
})

function readable(text: string, mentions: readonly Mention[]): string[] {
  return namedTokens(text, namedMentions(analysis({ mentions }))).map(
    ({ start, end, type, modifiers }) => `${[type, ...modifiers].join('.')} "${text.slice(start, end)}"`
  )
}
