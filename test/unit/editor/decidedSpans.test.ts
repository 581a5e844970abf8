import assert from 'node:assert/strict'
import type { Decided, Decision, PlacementState } from '../../../src/annotations'
import type { Span } from '../../../src/article'
import { reviewSpans } from '../../../src/editor/decidedSpans'
import { spanOf } from './analysisFixture'

const text = 'The mayor met the mayor of Lima. Ann Reed said no.'

describe('what is decided in the editor', () => {
  it('is to be reviewed where words were edited, and wherever ambiguous ones may be', () => {
    const lima = spanOf(text, 'Lima')
    const mayors = [1, 2].map((occurrence) => spanOf(text, 'mayor', occurrence))
    const decided: Pick<Decided, 'decisions'> = {
      decisions: [
        placed('changed', lima, []),
        placed('ambiguous', null, mayors),
        placed('orphan', null, []),
        placed('placed', spanOf(text, 'Ann Reed'), []),
        placed('moved', spanOf(text, 'said'), [])
      ]
    }
    assert.deepEqual(
      reviewSpans(decided as Decided).map(({ start, end, state }) => `${state} ${start}: ${text.slice(start, end)}`),
      ['changed 27: Lima', 'ambiguous 4: mayor', 'ambiguous 18: mayor']
    )
  })
})

function placed(state: PlacementState, span: Span | null, candidates: readonly Span[]): Decided['decisions'][number] {
  const decision: Decision = {
    id: 'd',
    creator: 'Ann',
    created: '2026-01-01T00:00:00.000Z',
    kind: 'accept',
    target: []
  }
  return { decision, state, placements: [{ state, span, candidates }], isInText: span !== null }
}
