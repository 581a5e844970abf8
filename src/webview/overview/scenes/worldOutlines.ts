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
  return { land: feature(topology, countries), borders: mesh(topology, countries, (a, b) => a !== b) }
}
