import assert from 'node:assert/strict'
import {
  acceptFacts,
  nextUndecided,
  rejectFacts,
  reviewPlace,
  reviewProgress,
  undecidedFacts,
  undecidedGroups,
  type Deciding,
  type Fact
} from '../../../../src/annotations'
import { desk } from './desk'

const people = {
  a: { name: 'Ana Ruiz', type: 'person' },
  b: { name: 'Quito', type: 'place' }
} as const
const confidences = [0.9, 0.5, 0.7]

function reviewed() {
  return desk('{a:Ana Ruiz} left {b:Quito}, {a~she} said. \u201CNo.\u201D He hopes so.', people, {
    quotes: [
      { content: '\u201CNo.\u201D', rest: { confidence: 0.6 } },
      { content: 'so', rest: { confidence: 0.1, act: 'attitude', kind: 'indirect' } }
    ],
    change: (analysis) => ({
      ...analysis,
      mentions: analysis.mentions.map((one, index) => ({ ...one, confidence: confidences[index]! }))
    })
  })
}

function words({ article }: Deciding, fact: Fact | undefined): string {
  if (!fact) return '-'
  const { mentions, quotes } = article.analysis
  const span = fact.about === 'mention' ? mentions[fact.index]! : quotes[fact.index]!.content[0]!
  return article.text.slice(span.start, span.end)
}

describe('a review', () => {
  const speech = { attitudes: false }

  it('goes from the least certain suggestion to the most certain one', () => {
    const { deciding } = reviewed()
    const shown = (options: { attitudes: boolean }) =>
      undecidedFacts(deciding(), options).map((fact) => words(deciding(), fact))
    assert.deepEqual(shown(speech), ['Quito', '\u201CNo.\u201D', 'she', 'Ana Ruiz'])
    assert.deepEqual(shown({ attitudes: true }), ['so', 'Quito', '\u201CNo.\u201D', 'she', 'Ana Ruiz'])
  })

  it('goes on from where it stands, though that is decided by now, and begins anew behind the end', () => {
    const { deciding, does } = reviewed()
    const visited: string[] = []
    let fact = nextUndecided(deciding(), undefined, 'forward', speech)
    while (fact && visited.length < 10) {
      visited.push(words(deciding(), fact))
      const place = reviewPlace(deciding(), fact)
      does(acceptFacts(deciding(), [fact]))
      fact = nextUndecided(deciding(), place, 'forward', speech)
    }
    assert.deepEqual(visited, ['Quito', '\u201CNo.\u201D', 'she', 'Ana Ruiz'])
    const { deciding: anew } = reviewed()
    const last = reviewPlace(anew(), { about: 'mention', index: 0 })
    assert.equal(words(anew(), nextUndecided(anew(), last, 'forward', speech)), 'Quito')
    assert.equal(words(anew(), nextUndecided(anew(), last, 'backward', speech)), 'she')
  })

  it('counts what was accepted and what was rejected', () => {
    const { deciding, does } = reviewed()
    assert.deepEqual(reviewProgress(deciding(), speech), { decided: 0, total: 4 })
    does(acceptFacts(deciding(), [{ about: 'mention', index: 0 }]))
    assert.deepEqual(reviewProgress(deciding(), speech), { decided: 1, total: 4 })
    does(rejectFacts(deciding(), [{ about: 'mention', index: 1 }]))
    assert.deepEqual(reviewProgress(deciding(), speech), { decided: 2, total: 4 })
  })

  it('has groups of what can be accepted at once', () => {
    const { deciding } = reviewed()
    assert.deepEqual(
      [...undecidedGroups(deciding(), speech)].map(([group, facts]) => `${group} ${facts.length}`),
      ['place 1', 'direct 1', 'references 1', 'person 1']
    )
  })
})
