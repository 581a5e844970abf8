import { geoCentroid, geoEqualEarth, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo'
import type { MapPicture, MapPlace } from '../../../protocol/overview'
import { emptyPane, type Mark, type Measure, type Scene, type Shape } from '../scene'
import type { Texts } from '../texts'
import type { WorldOutlines } from './worldOutlines'

export interface MapOptions {
  readonly width: number
  readonly height: number
  readonly texts: Texts
  readonly measure: Measure
  readonly outlines: WorldOutlines
  /** What the marks are sized by. */
  readonly sizeBy: 'quotes' | 'mentions'
  /** `places` shows where the places lie; larger by `times`. */
  readonly view: { readonly shows: 'places' | 'world'; readonly times: number }
}

const margin = 36
/** So many times closer than the whole world at most: the outlines are made for no more. */
const closest = 10
const font = 11

/** Where people live. */
const wholeWorld: GeoPermissibleObjects = {
  type: 'MultiPoint',
  coordinates: [
    [-170, 0],
    [180, 0],
    [0, -56],
    [0, 78]
  ]
}

/** Places as dots on the outlines of the world. */
export function mapScene({ places }: MapPicture, options: MapOptions): Scene {
  const { width, height, outlines, sizeBy } = options
  const shown = places.filter((place) => place[sizeBy] > 0)
  const projection = projectionOf(shown, options)
  const path = geoPath(projection).digits(1)
  const draw = (object: GeoPermissibleObjects) => path(object) ?? ''
  const largest = shown.reduce((most, place) => Math.max(most, place[sizeBy]), 1)
  const placed = shown
    .flatMap((place): readonly Placed[] => {
      const [x, y] = projection([place.longitude, place.latitude]) ?? [NaN, NaN]
      const r = 4 + 16 * Math.sqrt(place[sizeBy] / largest)
      return x >= 0 && x <= width && y >= 0 && y <= height ? [{ place, x, y, r }] : []
    })
    .sort((a, b) => b.r - a.r)
  const named = labels(placed, options)
  return {
    width,
    height,
    sideWidth: 0,
    headHeight: 0,
    head: emptyPane,
    side: emptyPane,
    body: {
      shapes: [
        { kind: 'path', d: draw(outlines.land), fill: 'land' },
        { kind: 'path', d: draw(outlines.borders), stroke: 'border', strokeWidth: 0.75 }
      ],
      marks: placed.map((dot, number) => markOf(dot, number, named.get(dot), options))
    }
  }
}

interface Placed {
  readonly place: MapPlace
  readonly x: number
  readonly y: number
  readonly r: number
}

function projectionOf(places: readonly MapPlace[], { width, height, view }: MapOptions): GeoProjection {
  const whole = geoEqualEarth().fitExtent(
    [
      [8, 8],
      [width - 8, height - 8]
    ],
    wholeWorld
  )
  const clip = (projection: GeoProjection) =>
    projection.clipExtent([
      [-2, -2],
      [width + 2, height + 2]
    ])
  if (places.length === 0) return clip(whole)
  const points: GeoPermissibleObjects = {
    type: 'MultiPoint',
    coordinates: places.map(({ longitude, latitude }) => [longitude, latitude])
  }
  const [longitude, latitude] = geoCentroid(points)
  const around = view.shows === 'world' ? 0 : longitude
  const fitted = geoEqualEarth().rotate([-around, 0])
  if (view.shows === 'world') fitted.scale(whole.scale()).translate(whole.translate())
  else
    fitted.fitExtent(
      [
        [margin, margin],
        [width - margin, height - margin]
      ],
      points
    )
  // A single place has no extent.
  if (!Number.isFinite(fitted.scale()) || fitted.translate().some(Number.isNaN))
    fitted
      .center([0, latitude])
      .scale(whole.scale() * closest)
      .translate([width / 2, height / 2])
  const scale = Math.max(whole.scale(), Math.min(fitted.scale(), whole.scale() * closest))
  // Closer or farther: what is in the middle stays there.
  const middle = fitted.invert?.([width / 2, height / 2]) ?? [around, 0]
  const times = Math.min(view.times, (whole.scale() * closest * 2) / scale)
  fitted.scale(scale * times)
  const [x, y] = fitted(middle) ?? [width / 2, height / 2]
  const [left, top] = fitted.translate()
  return clip(fitted.translate([left + width / 2 - x, top + height / 2 - y]))
}

function markOf(
  { place, x, y, r }: Placed,
  number: number,
  label: Label | undefined,
  { texts, sizeBy }: MapOptions
): Mark {
  const isArea = place.place === 'country' || place.place === 'region'
  const paint = { fill: 'place', fillOpacity: 0.35, stroke: 'place', strokeWidth: 1.5 } as const
  const { strings } = texts
  const where = [strings[place.place], place.place === 'country' ? '' : texts.country(place.country)]
  return {
    key: `place ${number}`,
    x: x - r,
    y: y - r,
    width: 2 * r,
    height: 2 * r,
    label: place.name,
    details: [
      where.filter(Boolean).join(' \u00B7 '),
      strings.spokenOf.replace('{0}', texts.quotes(place.quotes)),
      `${texts.mentions(place.mentions)} \u00B7 ${texts.articles(place.articles)}`
    ],
    shapes: [
      isArea
        ? { kind: 'rect', x: x - r * 0.88, y: y - r * 0.88, width: r * 1.76, height: r * 1.76, round: 3, ...paint }
        : { kind: 'circle', x, y, r, ...paint },
      ...(label ? [label.shape] : [])
    ],
    ...(sizeBy === 'quotes' && place.quotes > 0
      ? {
          door: place.only ? { kind: 'quote', ...place.only } : { kind: 'list', show: 'quotes' },
          conditions: [place.condition]
        }
      : { door: { kind: 'list', show: 'mentions', words: place.name }, conditions: [] })
  }
}

interface Label {
  readonly shape: Shape
}

/** Names beside, above or below the marks, the largest first, as far as they do not lie on each other. */
function labels(placed: readonly Placed[], { width, height, measure }: MapOptions): ReadonlyMap<Placed, Label> {
  const taken: { readonly left: number; readonly right: number; readonly y: number }[] = []
  const isFree = (left: number, right: number, y: number) =>
    left >= 0 &&
    right <= width &&
    y - font / 2 >= 0 &&
    y + font / 2 <= height &&
    taken.every((other) => right < other.left || left > other.right || Math.abs(y - other.y) > font + 3) &&
    placed.every((dot) => {
      const box = { left: dot.x - dot.r, right: dot.x + dot.r, top: dot.y - dot.r, bottom: dot.y + dot.r }
      return right < box.left || left > box.right || y + font / 2 < box.top || y - font / 2 > box.bottom
    })
  const found = new Map<Placed, Label>()
  for (const dot of placed) {
    const { place, x, y, r } = dot
    const long = measure(place.name, font) + 4
    const right = { from: x + r + 3, y, anchor: 'start' } as const
    const left = { from: x - r - 3 - long, y, anchor: 'end' } as const
    const away = r + 3 + font / 2
    const above = { from: x - long / 2, y: y - away, anchor: 'middle' } as const
    const below = { from: x - long / 2, y: y + away, anchor: 'middle' } as const
    const side = [right, left, above, below].find(({ from, y: middle }) => isFree(from, from + long, middle))
    if (!side) continue
    taken.push({ left: side.from, right: side.from + long, y: side.y })
    found.set(dot, {
      shape: {
        kind: 'text',
        x: side.anchor === 'start' ? side.from : side.anchor === 'end' ? side.from + long : x,
        y: side.y + 4,
        text: place.name,
        size: font,
        anchor: side.anchor,
        fill: 'text',
        rim: true
      }
    })
  }
  return found
}
