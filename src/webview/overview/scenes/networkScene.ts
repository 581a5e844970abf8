import type { NetworkLink, NetworkNode, NetworkPicture } from '../../../protocol/overview'
import { format } from '../../shared/format'
import { colorOfKind } from '../colors'
import { glyph } from '../glyph'
import { emptyPane, type Mark, type Measure, type Scene, type Shape } from '../scene'
import { sourceName } from '../sourceName'
import type { Texts } from '../texts'
import { cut, wrapped } from '../words'
import { labelPlaces, type Box, type Obstacle } from './labelPlaces'
import { nodeRadius, type Point } from './networkLayout'

export interface NetworkOptions {
  readonly width: number
  readonly height: number
  readonly texts: Texts
  readonly measure: Measure
  /** As `networkLayout` gives them. */
  readonly points: readonly Point[]
}

const font = 11
const margin = { across: 70, top: 34, bottom: 40 }
const lineHeight = 13
/** Of a name. */
const labelLines = 2
const longestLine = 130

/** What is written beside a node, in lines. */
interface Label {
  readonly name: readonly string[]
  readonly note: readonly string[]
}

interface Placed extends Point {
  readonly node: NetworkNode
  readonly r: number
}

/** Who speaks about whom: nodes, and arrows from who speaks to whom it is about. */
export function networkScene({ nodes, links }: NetworkPicture, options: NetworkOptions): Scene {
  const { width, height, points } = options
  const largest = nodes.reduce((most, { quotes }) => Math.max(most, quotes), 1)
  const placed = nodes.map((node, place): Placed => {
    const { x, y } = points[place] ?? { x: 0.5, y: 0.5 }
    return {
      node,
      x: margin.across + x * Math.max(0, width - 2 * margin.across),
      y: margin.top + y * Math.max(0, height - margin.top - margin.bottom),
      r: nodeRadius(node.quotes, largest)
    }
  })
  const inFont = (text: string) => options.measure(text, font)
  const names = nodes.map(({ name, note }): Label => ({
    name: wrapped(name, longestLine, labelLines, inFont),
    note: note === '' ? [] : [cut(note, longestLine, inFont)]
  }))
  const linesOf = ({ name, note }: Label) => [...name, ...note]
  const strongest = links.reduce((most, { quotes }) => Math.max(most, quotes), 1)
  const drawn = links.map((link) => {
    const across = 1 + 4 * Math.sqrt(link.quotes / strongest)
    return { link, across, ...arrow(placed[link.from]!, placed[link.to]!, across) }
  })
  const labels = labelPlaces(
    placed.map(({ x, y, r }, place) => ({
      x,
      y,
      r,
      width: Math.max(...linesOf(names[place]!).map(inFont), 0),
      height: linesOf(names[place]!).length * lineHeight
    })),
    drawn.flatMap(({ obstacles }) => obstacles),
    options
  )
  return {
    width,
    height,
    sideWidth: 0,
    headHeight: 0,
    head: emptyPane,
    side: emptyPane,
    body: {
      shapes: [],
      marks: [
        ...drawn.map((link) => linkMark(link, placed, options)),
        ...placed.map((node, place) => nodeMark(node, place, labelShapes(names[place]!, labels[place]!), options))
      ]
    }
  }
}

interface Drawn extends Arrow {
  readonly link: NetworkLink
  /** Pixels. */
  readonly across: number
}

function linkMark(
  { link, across, d, middle, head }: Drawn,
  placed: readonly Placed[],
  { texts }: NetworkOptions
): Mark {
  const { from, to, quotes, only } = link
  const source = placed[from]!
  const target = placed[to]!
  return {
    key: `link ${from} ${to}`,
    x: middle.x - 8,
    y: middle.y - 8,
    width: 16,
    height: 16,
    hit: { d, across: across + 8 },
    label: format(texts.strings.about, sourceName(source.node), sourceName(target.node)),
    details: [texts.quotes(quotes)],
    shapes: [
      { kind: 'path', d, stroke: colorOfKind(source.node.kind), strokeWidth: across, strokeOpacity: 0.5 },
      { kind: 'path', d: head, fill: colorOfKind(source.node.kind), fillOpacity: 0.9 }
    ],
    door: only ? { kind: 'quote', ...only } : { kind: 'list', show: 'quotes' },
    conditions: [source.node.condition, target.node.aboutCondition]
  }
}

interface Arrow {
  /** Paths of the line and of its head. */
  readonly d: string
  readonly head: string
  readonly middle: Point
  /** Where no name should be. */
  readonly obstacles: readonly Obstacle[]
}

/** A curved line to the rim of its target; there and back are two lines. */
function arrow(source: Placed, target: Placed, across: number): Arrow {
  const dx = target.x - source.x
  const dy = target.y - source.y
  const bend = { x: (source.x + target.x) / 2 - dy * 0.14, y: (source.y + target.y) / 2 + dx * 0.14 }
  const toBend = unit(bend.x - target.x, bend.y - target.y)
  const fromBend = unit(bend.x - source.x, bend.y - source.y)
  const length = 6 + across * 1.4
  const start = { x: source.x + fromBend.x * source.r, y: source.y + fromBend.y * source.r }
  const tip = { x: target.x + toBend.x * (target.r + 2), y: target.y + toBend.y * (target.r + 2) }
  const end = { x: tip.x + toBend.x * length * 0.8, y: tip.y + toBend.y * length * 0.8 }
  const half = (3 + across) * 0.7
  const corner = (side: 1 | -1) =>
    point({
      x: tip.x + toBend.x * length - side * toBend.y * half,
      y: tip.y + toBend.y * length + side * toBend.x * half
    })
  return {
    d: `M${point(start)}Q${point(bend)} ${point(end)}`,
    head: `M${point(tip)}L${corner(1)}L${corner(-1)}Z`,
    middle: { x: (start.x + 2 * bend.x + end.x) / 4, y: (start.y + 2 * bend.y + end.y) / 4 },
    obstacles: [...alongCurve(start, bend, end, across / 2 + 1), boxAround(tip, length, 6)]
  }
}

/** Boxes along a quadratic curve, a step of so many pixels from each other. */
const obstacleStep = 10

function alongCurve(start: Point, bend: Point, end: Point, half: number): readonly Obstacle[] {
  const steps = Math.min(60, Math.ceil(Math.hypot(end.x - start.x, end.y - start.y) / obstacleStep))
  return Array.from({ length: steps }, (_, step) => {
    const t = (step + 0.5) / steps
    const at = (from: number, over: number, to: number) =>
      (1 - t) * (1 - t) * from + 2 * t * (1 - t) * over + t * t * to
    return boxAround({ x: at(start.x, bend.x, end.x), y: at(start.y, bend.y, end.y) }, half, 1)
  })
}

function boxAround({ x, y }: Point, half: number, weight: number): Obstacle {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half, weight }
}

function labelShapes({ name, note }: Label, { left, top, right }: Box): readonly Shape[] {
  return [...name, ...note].map((text, line) => ({
    kind: 'text',
    x: (left + right) / 2,
    y: top + line * lineHeight + 10,
    text,
    size: font,
    anchor: 'middle',
    fill: line < name.length ? 'text' : 'dim'
  }))
}

function point({ x, y }: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`
}

function unit(x: number, y: number): Point {
  const length = Math.hypot(x, y) || 1
  return { x: x / length, y: y / length }
}

function nodeMark({ node, x, y, r }: Placed, place: number, label: readonly Shape[], { texts }: NetworkOptions): Mark {
  const { kind, named, quotes, articles, about, condition, aboutCondition } = node
  const color = colorOfKind(kind)
  return {
    key: `node ${place}`,
    x: x - r,
    y: y - r,
    width: 2 * r,
    height: 2 * r,
    label: sourceName(node),
    details: [
      texts.kind(kind, named),
      ...(quotes > 0 ? [`${texts.quotes(quotes)} \u00B7 ${texts.articles(articles)}`] : []),
      format(texts.strings.spokenOf, texts.quotes(about))
    ],
    shapes: [
      glyph(kind, x, y, r, { fill: 'ground' }),
      glyph(kind, x, y, r, {
        fill: color,
        fillOpacity: quotes === 0 ? 0 : 0.85,
        stroke: color,
        strokeWidth: 1.75,
        ...(!named && { dash: '3 2' })
      }),
      ...label
    ],
    door: { kind: 'list', show: 'quotes' },
    conditions: [quotes > 0 ? condition : aboutCondition]
  }
}
