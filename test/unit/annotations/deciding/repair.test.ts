import assert from 'node:assert/strict'
import {
  acceptFacts,
  decisionsToRepair,
  likeliestPlaces,
  placeDecisions,
  putBack,
  setSpeaker,
  targetSpans,
  type Deciding,
  type PlacedDecision
} from '../../../../src/annotations'
import { anchorAt } from '../../../../src/annotations'
import { decisionLine, desk } from './desk'

const people = { a: { name: 'Ana Ruiz', type: 'person' } } as const
const source = '{a:Ana Ruiz} spoke first of all. She said \u201CWe will not cut taxes\u201D on Monday.'

/** The annotator's decisions as they are found in another text. */
function inText(text: string, deciding: Deciding): Deciding {
  const decisions = placeDecisions(text, deciding.own)
  const { article } = deciding
  return { ...deciding, article: { ...article, text, decided: { ...article.decided!, decisions } } }
}

function decidedDesk(): Deciding {
  const { deciding, does } = desk(source, people, { quotes: [{ content: 'We will not cut taxes', source: 'She' }] })
  const anchored = () => ({ ...deciding(), tools: { ...deciding().tools, anchorAt } })
  does(acceptFacts(anchored(), [{ about: 'mention', index: 0 }]))
  does(setSpeaker(anchored(), [0], null))
  return anchored()
}

function lines(placed: readonly PlacedDecision[]): readonly string[] {
  return placed.map(({ decision, state }) => `${state}: ${decisionLine(decision)}`)
}

describe('decisions that are not on their words', () => {
  it('are none as long as the words are there', () => {
    const deciding = decidedDesk()
    assert.deepEqual(lines(decisionsToRepair(inText(deciding.article.text, deciding))), [])
  })

  it('are put where somebody says, and are in their place then', () => {
    const deciding = inText(
      'Ana Ruiz spoke first of all. She said \u201CWe will cut taxes\u201D on Monday.',
      decidedDesk()
    )
    const [lost] = decisionsToRepair(deciding)
    assert.equal(lost?.decision.kind, 'speaker')
    assert.notEqual(lost.state, 'placed')
    const { text } = deciding.article
    const start = text.indexOf('We will cut taxes')
    const spans = targetSpans(lost, [{ start, end: start + 'We will cut taxes'.length }])
    const [edit] = putBack(deciding, lost, spans)
    assert.ok(edit?.kind === 'decision')
    assert.equal(decisionLine(edit.after!), '"We will cut taxes" by nobody')
    assert.equal(edit.after!.id, edit.before!.id)
    assert.ok(edit.after!.modified)
    assert.deepEqual(
      placeDecisions(text, [edit.after!]).map(({ state }) => state),
      ['placed']
    )
  })

  it('are put nowhere without a place', () => {
    const deciding = inText('Nothing of it is left.', decidedDesk())
    const lost = decisionsToRepair(deciding)
    assert.deepEqual(lines(lost), ['orphan: accept mention "Ana Ruiz"', 'orphan: "We will not cut taxes" by nobody'])
    assert.equal(likeliestPlaces(lost[0]!), undefined)
    assert.deepEqual(putBack(deciding, lost[0]!), [])
  })

  it('are only the own ones', () => {
    const deciding = inText('Nothing of it is left.', decidedDesk())
    assert.deepEqual(decisionsToRepair({ ...deciding, own: [] }), [])
  })

  it('are right where they were found, when somebody says so', () => {
    const deciding = inText(
      `${'Another text stands here before it. '.repeat(8)}${decidedDesk().article.text}`,
      decidedDesk()
    )
    for (const placed of decisionsToRepair(deciding)) {
      const [edit] = putBack(deciding, placed)
      assert.ok(edit?.kind === 'decision')
      const { text } = deciding.article
      assert.deepEqual(
        placeDecisions(text, [edit.after!]).map(({ state }) => state),
        ['placed']
      )
      for (const { start, end, exact } of edit.after!.target) assert.equal(text.slice(start, end), exact)
    }
  })
})
