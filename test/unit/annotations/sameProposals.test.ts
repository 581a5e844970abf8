import assert from 'node:assert/strict'
import { anchorAt, sameProposals, type Decision, type DecisionContent, type Identity } from '../../../src/annotations'

const text = '\u201CNo,\u201D said Ada Brandt. Bo Lind was there.\n'
const article = { id: 'file:///a.txt', text }
const rejected = '2026-11-28T09:00:00.000Z'
let made = 0

function decision(words: string, content: DecisionContent, facts: Partial<Decision> = {}): Decision {
  const start = text.indexOf(words)
  const target = words === '' ? [] : [anchorAt(text, { start, end: start + words.length })]
  const created = new Date(Date.UTC(2026, 10, 28, 8, 0, ++made)).toISOString()
  return { id: `urn:uuid:${made}`, creator: 'assistant-claude', created, target, ...content, ...facts } as Decision
}

function somebody(name: string): Identity {
  return { iri: `urn:uuid:who-${++made}`, name, type: 'person' }
}

const speaker = (name: string | null, facts?: Partial<Decision>) =>
  decision('\u201CNo,\u201D', { kind: 'speaker', who: name === null ? null : somebody(name) }, facts)
const is = (words: string, name: string, facts?: Partial<Decision>) =>
  decision(words, { kind: 'identity', who: somebody(name) }, facts)
const memo = (words: string, note: string, facts?: Partial<Decision>) =>
  decision(words, { kind: 'memo', text: note }, facts)

/** Who has proposed the same before, and whether it was rejected. */
function same(proposal: readonly Decision[], before: readonly Decision[], now = text): readonly string[] {
  const layers = [...new Set(before.map(({ creator }) => creator))].map((annotator) => ({
    annotator,
    decisions: before.filter(({ creator }) => creator === annotator)
  }))
  const drafts = proposal.map((one) => ({ article: article.id, decision: one }))
  return sameProposals(drafts, [{ article: { ...article, text: now }, layers }]).map((one) =>
    one.rejected === undefined ? one.by : `${one.by} rejected ${one.rejected.slice(0, 10)}`
  )
}

describe('a proposal that was made before', () => {
  it('is the same speaker, code or note for the same words', () => {
    const bo = speaker('Bo Lind')
    assert.deepEqual(same([speaker('Bo Lind')], [bo]), ['assistant-claude'])
    assert.deepEqual(same([speaker('Ada Brandt')], [bo]), [])
    assert.deepEqual(same([speaker(null)], [bo]), [])
    assert.deepEqual(same([memo('Bo Lind', 'Who?')], [memo('Bo Lind', 'Who? ')]), ['assistant-claude'])
    assert.deepEqual(same([memo('', 'Who?')], [memo('Bo Lind', 'Who?')]), [])
    assert.deepEqual(same([memo('', 'Who?')], [memo('', 'Who?')]), ['assistant-claude'])
    assert.deepEqual(
      same([decision('No', { kind: 'code', code: 'a' })], [decision('No', { kind: 'code', code: 'b' })]),
      []
    )
  })

  it('is told with what became of it, whoever made it', () => {
    const others = speaker('Bo Lind', { creator: 'assistant-other', rejected })
    assert.deepEqual(same([speaker('Bo Lind')], [others, speaker('Bo Lind')]), [
      'assistant-other rejected 2026-11-28',
      'assistant-claude'
    ])
  })

  it('is found in a text that has changed since, by its words', () => {
    const before = memo('Bo Lind', 'Who?', { rejected })
    const now = `New first line.\n\n${text}`
    const start = now.indexOf('Bo Lind')
    const again = { ...memo('Bo Lind', 'Who?'), target: [anchorAt(now, { start, end: start + 7 })] }
    assert.deepEqual(same([again], [before], now), ['assistant-claude rejected 2026-11-28'])
    assert.deepEqual(same([again], [before], now.replace('Bo Lind', 'Cy Dahl')), [])
  })

  it('that two are one is the same whichever of them gives the name', () => {
    const at = { created: '2026-11-28T07:00:00.000Z' }
    const merge = [is('Ada Brandt', 'Ada Brandt', at), is('Bo Lind', 'Ada Brandt', at)]
    assert.deepEqual(same([is('Bo Lind', 'Bo Lind'), is('Ada Brandt', 'Bo Lind')], merge), ['assistant-claude'])
    assert.deepEqual(same([is('Bo Lind', 'Ada Brandt')], merge), ['assistant-claude'])
    assert.deepEqual(same([is('Bo Lind', 'Cy Dahl')], merge), [])
  })

  it('is another where somebody was named only so that a speaker could be', () => {
    const at = { created: '2026-11-28T07:00:00.000Z' }
    const before = [speaker('Bo Lind', at), is('Bo Lind', 'Bo Lind', at)]
    assert.deepEqual(same([is('Bo Lind', 'Bo Lind')], before), [])
    assert.deepEqual(same([speaker('Bo Lind')], before), ['assistant-claude'])
  })
})
