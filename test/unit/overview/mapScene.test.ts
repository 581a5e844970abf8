import assert from 'node:assert/strict'
import type { MapPlace } from '../../../src/protocol/overview/index.js'
import { overviewStrings } from '../../../src/overview/overviewStrings.js'
import { mapScene } from '../../../src/webview/overview/scenes/mapScene.js'
import { textsIn } from '../../../src/webview/overview/texts.js'

const texts = textsIn(overviewStrings({ t: (text) => text }, 'en'))
const land = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 40],
      [20, 40],
      [20, 60],
      [0, 60],
      [0, 40]
    ].reverse()
  ]
} as const

function place(name: string, latitude: number, longitude: number, quotes = 1): MapPlace {
  return {
    name,
    place: 'city',
    country: 'DE',
    latitude,
    longitude,
    quotes,
    only: null,
    mentions: 2,
    articles: 1,
    condition: ''
  }
}

/** The names with where they stand, in hundredths of width and height. */
function shown(places: readonly MapPlace[], view = { shows: 'places', times: 1 } as const): readonly string[] {
  const { body } = mapScene(
    { kind: 'map', places, placesInAll: places.length, unplaced: [], unplacedInAll: 0 },
    {
      width: 1000,
      height: 500,
      texts,
      measure: (text) => text.length * 6,
      outlines: {
        land: { ...land, coordinates: land.coordinates.map((ring) => ring.map((at) => [...at])) },
        borders: { type: 'MultiLineString', coordinates: [] }
      },
      sizeBy: 'quotes',
      view
    }
  )
  for (const shape of body.shapes) assert.doesNotMatch(shape.kind === 'path' ? shape.d : '', /NaN|Infinity/)
  return body.marks.map(
    ({ label, x, y, width, height }) =>
      `${label} ${Math.round((x + width / 2) / 10)},${Math.round((y + height / 2) / 5)}`
  )
}

describe('the map as it is drawn', () => {
  it('shows a single place in the middle', () =>
    assert.deepEqual(shown([place('Berlin', 52.5, 13.4)]), ['Berlin 50,50']))

  it('shows places that lie at one point', () =>
    assert.deepEqual(shown([place('A', 10, 170), place('B', 10, 170)]), ['A 50,50', 'B 50,50']))

  it('shows all places within its room, on both sides of the date line too', () => {
    const found = shown([place('Suva', -18, 178), place('Apia', -14, -172)])
    assert.equal(found.length, 2)
    assert.deepEqual(
      found.map((line) => Number(/(\d+),/.exec(line)?.[1]) < 50),
      [true, false]
    )
  })

  it('leaves out what nobody speaks of where it is sized by that', () =>
    assert.deepEqual(shown([place('Berlin', 52.5, 13.4), place('Bonn', 50.7, 7.1, 0)]), ['Berlin 50,50']))
})
