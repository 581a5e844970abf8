import assert from 'node:assert/strict'
import { anchorAt, mergedDecisions, type Decision } from '../../../src/annotations'

describe('the decisions of several layers', () => {
  it('are the newer one of each on the same words, and both where one layer is of an earlier text', () => {
    const earlier = 'Novak came.'
    const now = 'Lopez and Novak came.'
    const decisions = [
      mention('Ann', now, 'Lopez', '2026-11-27T08:00:00.000Z'),
      mention('Ben', earlier, 'Novak', '2026-11-26T08:00:00.000Z'),
      mention('Cay', now, 'Lopez', '2026-11-25T08:00:00.000Z')
    ]
    const layers = decisions.map((decision) => ({ annotator: decision.creator, decisions: [decision] }))
    assert.deepEqual(
      mergedDecisions(layers).map(({ creator, target }) => `${creator} ${target[0]?.exact}`),
      ['Ann Lopez', 'Ben Novak']
    )
  })

  it('are the newer one of a code that was given and that does not apply', () => {
    const text = 'Novak came.'
    const content = { kind: 'noCode', code: 'urn:uuid:c' } as const
    const given = { ...mention('Ann', text, 'Novak', '2026-11-26T08:00:00.000Z'), ...content, kind: 'code' } as const
    const refused = { ...mention('Ben', text, 'Novak', '2026-11-27T08:00:00.000Z'), ...content }
    const other = { ...refused, id: 'urn:uuid:other', code: 'urn:uuid:d' }
    const layers = [given, refused, other].map((decision) => ({ annotator: decision.creator, decisions: [decision] }))
    assert.deepEqual(
      mergedDecisions(layers).map(({ id }) => id),
      [refused.id, other.id]
    )
    const again = { ...given, created: '2026-11-28T08:00:00.000Z' }
    const later = [...layers, { annotator: 'Ann', decisions: [again] }]
    assert.deepEqual(mergedDecisions(later).map(({ kind }) => kind), ['code', 'noCode']) // prettier-ignore
  })
})

function mention(creator: string, text: string, word: string, created: string): Decision {
  const start = text.indexOf(word)
  const target = [anchorAt(text, { start, end: start + word.length })]
  return { id: `urn:uuid:${creator}`, creator, created, target, kind: 'mention', type: 'person', acting: false }
}
