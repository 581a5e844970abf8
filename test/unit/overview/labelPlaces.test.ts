import assert from 'node:assert/strict'
import { labelPlaces, type Box, type Obstacle } from '../../../src/webview/overview/scenes/labelPlaces.js'

const room = { width: 400, height: 300 }
const name = { width: 80, height: 13 }

function disc(x: number, y: number, r = 10) {
  return { x, y, r, ...name }
}

/** On which side of its disc each name stands. */
function sides(discs: readonly ReturnType<typeof disc>[], obstacles: readonly Obstacle[] = []): readonly string[] {
  return labelPlaces(discs, obstacles, room).map((box, index) => {
    const { x, y } = discs[index]!
    const down = box.top > y ? 'below' : box.bottom < y ? 'above' : ''
    const across = box.left > x ? 'right' : box.right < x ? 'left' : ''
    return [down, across].filter(Boolean).join(' ')
  })
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}

describe('where the names of a network stand', () => {
  it('is below, where there is room', () => assert.deepEqual(sides([disc(200, 150)]), ['below']))

  it('is above where an arrow leaves below, and inside the room at its edges', () => {
    const arrow = { left: 195, top: 160, right: 205, bottom: 200, weight: 1 }
    assert.deepEqual(sides([disc(200, 150)], [arrow]), ['above'])
    assert.deepEqual(sides([disc(200, 288), disc(12, 150), disc(388, 150)]), ['above', 'right', 'left'])
  })

  it('is not on a name or a disc nearby', () => {
    const discs = [disc(200, 150, 14), disc(230, 168, 12), disc(185, 185), disc(240, 130)]
    const boxes = labelPlaces(discs, [], room)
    const all = [...boxes, ...discs.map(({ x, y, r }) => ({ left: x - r, top: y - r, right: x + r, bottom: y + r }))]
    for (const [index, box] of boxes.entries())
      for (const [other, taken] of all.entries()) if (other !== index) assert.equal(overlap(box, taken), false)
  })

  it('is somewhere for each of a crowd, the same each time', () => {
    const crowd = Array.from({ length: 400 }, (_, index) => disc(200 + (index % 7), 150 + (index % 5)))
    const boxes = labelPlaces(crowd, [], room)
    assert.equal(boxes.length, 400)
    assert.deepEqual(labelPlaces(crowd, [], room), boxes)
  })
})
