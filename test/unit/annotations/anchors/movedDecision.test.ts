import assert from 'node:assert/strict'
import { anchorsOf, mapAnchors } from '../../../../src/annotations'
import { movedDecision } from '../../../../src/annotations/anchors/movedDecision'
import { everyKind } from '../disk/decisions'

describe('a decision at other places', () => {
  it('is in all else what it was, of every kind', () => {
    for (const decision of everyKind.flatMap((one) => [one, { ...one, modified: '2026-11-27T09:00:00.000Z' }])) {
      const anchors = anchorsOf(decision)
      const places = (shift: number) => ({
        starts: Int32Array.from([0, ...anchors.map(({ start }) => start + shift)]),
        ends: Int32Array.from([0, ...anchors.map(({ end }) => end + shift)])
      })
      const moved = mapAnchors(decision, (anchor) => ({ ...anchor, start: anchor.start + 3, end: anchor.end + 3 }))
      assert.deepEqual(movedDecision(decision, 1, places(3)), moved)
      assert.equal(movedDecision(decision, 1, places(0)), decision)
      const stays = new Set(anchors.map((_, index) => index + 1))
      assert.equal(movedDecision(decision, 1, { ...places(3), stays }), decision)
    }
  })
})
