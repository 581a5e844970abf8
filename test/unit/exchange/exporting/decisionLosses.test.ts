import assert from 'node:assert/strict'
import type { Decision, DecisionContent } from '../../../../src/annotations'
import { exchangeFormats } from '../../../../src/exchange'
import { plainDocument } from '../documents'
import { inputOf, written } from '../inputs'

const facts = { creator: 'Ada', created: '2026-01-01T00:00:00.000Z', target: [] }
const who = { iri: 'urn:uuid:00000000-0000-4000-8000-000000000001', name: 'Mara Lind', type: 'person' } as const
const contents: readonly DecisionContent[] = [
  { kind: 'accept' },
  { kind: 'identity', who, alone: true },
  { kind: 'speaker', who: null },
  { kind: 'speaker', who },
  { kind: 'article', isArticle: false }
]
const decisions = contents.map((content, index): Decision => ({ id: `urn:uuid:${index}`, ...facts, ...content }))

describe('what decisions say beyond their annotations', () => {
  for (const format of exchangeFormats) {
    it(`${format.label}: is counted where it is said that it is not held, and nowhere else`, async () => {
      const input = inputOf([{ ...plainDocument(), decisions }])
      await written(format, input)
      const { accept = 0, verdict = 0 } = input.losses()
      const says = (kind: 'accept' | 'verdict') => format.cannotHold.includes(kind)
      assert.deepEqual([accept, verdict], [says('accept') ? 2 : 0, says('verdict') ? 2 : 0])
    })
  }

  it('is held by W3C annotations alone', () => {
    const holders = exchangeFormats.filter(({ read, cannotHold }) => read && !cannotHold.includes('accept'))
    assert.deepEqual(
      holders.map(({ id }) => id).filter((id) => id !== 'qdc' && id !== 'codebook-csv'),
      ['w3c']
    )
  })
})
