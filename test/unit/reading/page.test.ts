import assert from 'node:assert/strict'
import { keptReadings } from '../../../src/reading/keptReadings.js'
import { webviewMessage } from '../../../src/protocol/reading/webviewMessages.js'
import { readMessage } from '../../../src/webviewHost/readMessage.js'
import { blockAt, firstModel, withEvent } from '../../../src/webview/reading/model.js'
import { runAt, shownOffset, sourceOffset } from '../../../src/webview/reading/runOffsets.js'

/** "Ann &amp; Bo **met**." */
const runs = [
  { text: 'Ann ', start: 0, end: 4 },
  { text: '&', start: 4, end: 9 },
  { text: ' Bo ', start: 9, end: 13 },
  { text: 'met', start: 15, end: 18 },
  { text: '.', start: 20, end: 21 }
]

describe("the reading view's page", () => {
  it('knows where in the source a character stands that it shows, and the other way', () => {
    const shown = 'Ann & Bo met.'
    const starts = [...shown].map((_, index) => sourceOffset(runs, index, 'start'))
    assert.deepEqual(starts, [0, 1, 2, 3, 4, 9, 10, 11, 12, 15, 16, 17, 20])
    assert.deepEqual(
      starts.map((offset) => shownOffset(runs, offset)),
      starts.map((_, index) => index)
    )
    assert.deepEqual(
      [4, 5, 9, 12, 13].map((count) => sourceOffset(runs, count, 'end')),
      [4, 9, 13, 18, 21]
    )
    assert.deepEqual(
      [5, 13, 14, 18, 19, 99].map((offset) => shownOffset(runs, offset)),
      [4, 9, 9, 12, 12, 13]
    )
    assert.equal(runAt(runs, 16)?.text, 'met')
    assert.equal(runAt(runs, 21)?.text, '.')
    assert.equal(runAt(runs, 50), undefined)
  })

  it('keeps blocks of the state before, and finds the one at an offset', () => {
    const block = (id: string) => ({ id, role: 'body', runs: [], codes: [], memos: [] }) as const
    const state = (places: readonly (readonly [string, number])[], added: readonly string[]) => ({
      kind: 'state' as const,
      state: {
        version: 1,
        length: 100,
        notice: null,
        blocks: places.map(([id, start]) => ({ id, start, rails: [] })),
        added: added.map(block),
        sources: [],
        quotes: [],
        codes: []
      }
    })
    const before = withEvent(firstModel, state([['b1', 0]], ['b1']))
    const { shown } = withEvent(
      before,
      state(
        [
          ['b2', 0],
          ['b1', 50],
          ['b9', 80]
        ],
        ['b2']
      )
    )
    assert.deepEqual(
      shown?.blocks.map(({ id, start }) => `${id}@${start}`),
      ['b2@0', 'b1@50']
    )
    assert.deepEqual(
      [0, 49, 50, 1000].map((offset) => blockAt(shown, offset)),
      [0, 0, 1, 1]
    )
  })

  it('says nothing that the host believes but what the schema has', () => {
    const message = (event: unknown) => readMessage(webviewMessage, { kind: 'event', event })?.event
    assert.deepEqual(message({ kind: 'mark', mark: 'quote', version: 1, start: 2, end: 5, more: 1 }), {
      kind: 'mark',
      mark: 'quote',
      version: 1,
      start: 2,
      end: 5
    })
    for (const event of [
      { kind: 'mark', mark: 'quote', version: 1, start: 5, end: 5 },
      { kind: 'mark', mark: 'delete', version: 1, start: 0, end: 5 },
      { kind: 'selection', version: 1, start: -1, end: 5 },
      { kind: 'beyond', source: 'x'.repeat(20_000), direction: 'next' },
      null
    ])
      assert.equal(message(event), undefined)
  })

  it('is remembered for each article, the last hundred of them, whatever was stored', () => {
    for (const stored of [undefined, 7, { places: [['a', -1, null], 'x', ['b', 2]], names: 0 }]) {
      assert.deepEqual(keptReadings({ get: () => stored, update: () => Promise.resolve() }).of('a'), {
        top: 0,
        lit: null,
        names: stored === undefined || typeof stored === 'number' || (stored as { names: unknown }).names !== false,
        codes: false
      })
    }
    let stored: unknown
    const readings = keptReadings({
      get: () => stored,
      update: (_, value) => {
        stored = JSON.parse(JSON.stringify(value))
        return Promise.resolve()
      }
    })
    for (let count = 0; count < 150; count++)
      readings.keep(`file:///${count}`, { top: count, lit: '__proto__', names: false, codes: true })
    assert.deepEqual(readings.of('file:///149'), { top: 149, lit: '__proto__', names: false, codes: true })
    assert.equal(readings.of('file:///10').top, 0)
    assert.equal(readings.of('file:///60').top, 60)
  })
})
