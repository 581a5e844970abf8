import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { GeoPermissibleObjects } from 'd3-geo'

/** The world's land and the borders on it. */
export interface WorldOutlines {
  readonly land: GeoPermissibleObjects
  readonly borders: GeoPermissibleObjects
}

/** Of the text of world-atlas's `countries-110m.json` (Natural Earth, public domain). */
export function readOutlines(text: string): WorldOutlines {
  const topology = JSON.parse(text) as Topology<{ countries: GeometryCollection }>
  const { countries } = topology.objects
  // Without Antarctica: no article is about it, and it takes a quarter of the room.
  const settled = { ...countries, geometries: countries.geometries.filter(({ id }) => id !== '010') }
  return { land: feature(topology, settled), borders: mesh(topology, settled, (a, b) => a !== b) }
}
