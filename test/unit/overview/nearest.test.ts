import assert from 'node:assert/strict'
import { nearest, placesOf, type Place } from '../../../src/webview/overview/nearest.js'
import { emptyPane, type Mark } from '../../../src/webview/overview/scene.js'

function place(key: string, x: number, y: number): Place {
  return { key, x, y }
}

const here = place('here', 100, 100)

describe('the next mark in a direction', () => {
  for (const [direction, expected] of [
    ['right', 'far in line'],
    ['left', undefined],
    ['down', 'below'],
    ['up', undefined]
  ] as const)
    it(`${direction}: ${expected ?? 'none'}`, () =>
      assert.equal(
        nearest(
          [here, place('near, aside', 120, 140), place('far in line', 180, 101), place('below', 96, 160)],
          here,
          direction
        )?.key,
        expected
      ))

  it('is looked for across the panes of a scene', () => {
    const mark = (key: string, x: number, y: number) =>
      ({ key, x, y, width: 10, height: 10, label: '', details: [], shapes: [], conditions: [] }) as unknown as Mark
    const places = placesOf({
      width: 200,
      height: 200,
      sideWidth: 50,
      headHeight: 30,
      head: { shapes: [], marks: [mark('column', 20, 5)] },
      side: { shapes: [], marks: [mark('row', 5, 40)] },
      body: { ...emptyPane, marks: [mark('dot', 20, 40)] }
    })
    const [row, column, dot] = places as [Place, Place, Place]
    assert.deepEqual([row.key, column.key, dot.key], ['row', 'column', 'dot'])
    assert.equal(nearest(places, row, 'right')?.key, 'dot')
    assert.equal(nearest(places, dot, 'up')?.key, 'column')
    assert.equal(nearest(places, column, 'down')?.key, 'dot')
  })
})
