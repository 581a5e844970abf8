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
})

function mention(creator: string, text: string, word: string, created: string): Decision {
  const start = text.indexOf(word)
  const target = [anchorAt(text, { start, end: start + word.length })]
  return { id: `urn:uuid:${creator}`, creator, created, target, kind: 'mention', type: 'person', acting: false }
}
