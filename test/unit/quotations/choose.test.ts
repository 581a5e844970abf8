import assert from 'node:assert/strict'
import type { RuleFinding } from '../../../src/analysis/quotations/byRules'
import { withoutDoubles } from '../../../src/analysis/quotations/choose'

/** What a rule found; only that it did matters here. */
const finding = {} as RuleFinding

/** A candidate cue with its content, as `from-to` in tokens. */
function candidate(cue: string, content: string, probability: number, known = false) {
  const range = (text: string) => {
    const [from = 0, to = 0] = text.split('-').map(Number)
    return { from, to }
  }
  return {
    hypothesis: {
      cue: { ...range(cue), probability },
      content: content.split(' ').map(range),
      source: null,
      sourceProbability: 0,
      contentProbability: 0,
      bestProbability: 0,
      chosen: true,
      finding: known ? finding : null,
      ruleContent: false,
      ruleSource: false
    },
    probability
  }
}

/** The cues that are left, in a text of one sentence for every twenty tokens. */
function left(...candidates: readonly ReturnType<typeof candidate>[]): readonly string[] {
  const unitOf = Int32Array.from({ length: 200 }, (_, token) => Math.floor(token / 20))
  return withoutDoubles({ input: { unitOf } }, candidates)
    .map(({ hypothesis: { cue } }) => `${cue.from}-${cue.to}`)
    .sort()
}

describe('doubles', () => {
  it('of two cues that overlap, the likelier one stays', () => {
    assert.deepEqual(left(candidate('3-5', '6-12', 0.5), candidate('4-5', '8-12', 0.7)), ['4-5'])
  })
  it('of two cues with nearly the same content, the likelier one stays', () => {
    assert.deepEqual(left(candidate('3-4', '6-16', 0.9), candidate('18-19', '7-16', 0.5)), ['3-4'])
  })
  it('a report within a report stays when it is a small part of it', () => {
    assert.deepEqual(left(candidate('1-2', '2-16', 0.9), candidate('5-6', '7-10', 0.5)), ['1-2', '5-6'])
    assert.deepEqual(left(candidate('1-2', '2-16', 0.9), candidate('5-6', '7-12', 0.5)), ['1-2'])
  })
  it('even when it is nearly all of it, if it is sure', () => {
    assert.deepEqual(left(candidate('16-17', '1-15', 0.9), candidate('2-4', '4-15', 0.8)), ['16-17', '2-4'])
  })
  it('or when a rule knows the cue of the whole', () => {
    assert.deepEqual(left(candidate('1-2', '2-16', 0.5, true), candidate('4-5', '5-16', 0.7)), ['1-2', '4-5'])
    assert.deepEqual(left(candidate('1-2', '2-16', 0.5), candidate('4-5', '5-16', 0.7)), ['4-5'])
  })
  it('or when it has quotation marks and a rule knows its cue', () => {
    const inner = { ...candidate('5-6', '7-12', 0.5, true), staysInside: true }
    assert.deepEqual(left(candidate('1-2', '2-16', 0.9), inner), ['1-2', '5-6'])
  })
  it('far sentences are no doubles', () => {
    assert.deepEqual(left(candidate('1-2', '2-16', 0.9), candidate('150-151', '2-16', 0.5)), ['1-2', '150-151'])
  })
})
