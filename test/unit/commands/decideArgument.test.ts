import assert from 'node:assert/strict'
import fc from 'fast-check'
import { URI } from 'vscode-uri'
import { factsAt } from '../../../src/annotations'
import { decideArgument } from '../../../src/commands/decide/decideArgument'
import { marked } from '../editor/articleText'

describe('the argument of a command that decides', () => {
  it('is where a row or a link points at', () => {
    assert.deepEqual(
      decideArgument({ uri: 'file:///a.txt', start: 3, end: 5, key: 'name Ana', webviewSection: 'mention', other: 1 }),
      { uri: 'file:///a.txt', start: 3, end: 5, key: 'name Ana', section: 'mention', about: 'mention' }
    )
    assert.deepEqual(decideArgument({ uri: 'file:///a.txt', start: 3, end: 3, key: '', webviewSection: 'coding' }), {
      uri: 'file:///a.txt',
      start: 3,
      end: 3,
      section: 'coding'
    })
  })

  it('is none where it is anything else: then the command is about the cursor', () => {
    for (const value of [
      undefined,
      null,
      'file:///a.txt',
      URI.parse('file:///a.txt'),
      [],
      { uri: 'file:///a.txt' },
      { uri: 1, start: 0, end: 1 },
      { uri: 'x', start: -1, end: 1 },
      { uri: 'x', start: 2, end: 1 },
      { uri: 'x', start: 0.5, end: 1 },
      { uri: 'x', start: 0, end: Infinity },
      { uri: 'x', start: '0', end: '1' },
      { uri: 'x'.repeat(10_001), start: 0, end: 1 }
    ])
      assert.equal(decideArgument(value), undefined)
  })

  it('never fails, and never finds what is not there', () => {
    const { text, analysis } = marked('{a:Ana} met {b:Bo}.', {
      a: { name: 'Ana', type: 'person' },
      b: { name: 'Bo', type: 'person' }
    })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.record({
            uri: fc.string(),
            start: fc.nat(20),
            end: fc.nat(20),
            key: fc.constantFrom('name Ana', 'person Bo', '__proto__', 'constructor', ''),
            webviewSection: fc.constantFrom('mention', 'quote', 'entity', 'toString')
          })
        ),
        (value) => {
          const argument = decideArgument(value)
          if (!argument) return
          const { mention, entity, quote } = factsAt({ id: 'a', text, markup: [], analysis }, argument)
          assert.ok(mention === undefined || analysis.mentions[mention])
          assert.ok(entity === undefined || analysis.entities.includes(entity))
          assert.equal(quote, undefined)
        }
      )
    )
  })
})
