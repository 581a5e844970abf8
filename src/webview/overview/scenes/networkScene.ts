import type { NetworkLink, NetworkNode, NetworkPicture } from '../../../protocol/overview'
import { format } from '../../shared/format'
import { colorOfKind } from '../colors'
import { glyph } from '../glyph'
import { emptyPane, type Mark, type Measure, type Scene, type Shape } from '../scene'
import type { Texts } from '../texts'
import { cut } from '../words'
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
const longestLabel = 150

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
  /** The name stands where fewer arrows are. */
  const isBelow = (place: number) =>
    links.reduce((sum, { from, to }) => {
      const other = from === place ? to : to === place ? from : place
      return sum + Math.sign(placed[place]!.y - placed[other]!.y)
    }, 0) >= 0
  const strongest = links.reduce((most, { quotes }) => Math.max(most, quotes), 1)
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
        ...links.map((link) => linkMark(link, placed, strongest, options)),
        ...placed.map((node, place) => nodeMark(node, place, isBelow(place), options))
      ]
    }
  }
}

function linkMark(
  { from, to, quotes, only }: NetworkLink,
  placed: readonly Placed[],
  strongest: number,
  { texts }: NetworkOptions
): Mark {
  const source = placed[from]!
  const target = placed[to]!
  const across = 1 + 4 * Math.sqrt(quotes / strongest)
  const { d, middle, head } = arrow(source, target, across)
  return {
    key: `link ${from} ${to}`,
    x: middle.x - 8,
    y: middle.y - 8,
    width: 16,
    height: 16,
    hit: { d, across: across + 8 },
    label: format(texts.strings.about, source.node.name, target.node.name),
    details: [texts.quotes(quotes)],
    shapes: [
      { kind: 'path', d, stroke: colorOfKind(source.node.kind), strokeWidth: across, strokeOpacity: 0.5 },
      { kind: 'path', d: head, fill: colorOfKind(source.node.kind), fillOpacity: 0.9 }
    ],
    door: only ? { kind: 'quote', ...only } : { kind: 'list', show: 'quotes' },
    conditions: [source.node.condition, target.node.aboutCondition]
  }
}

/** A curved line to the rim of its target; there and back are two lines. */
function arrow(source: Placed, target: Placed, across: number) {
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
    middle: { x: (start.x + 2 * bend.x + end.x) / 4, y: (start.y + 2 * bend.y + end.y) / 4 }
  }
}

function point({ x, y }: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`
}

function unit(x: number, y: number): Point {
  const length = Math.hypot(x, y) || 1
  return { x: x / length, y: y / length }
}

function nodeMark(
  { node, x, y, r }: Placed,
  place: number,
  isBelow: boolean,
  { texts, measure }: NetworkOptions
): Mark {
  const { name, kind, named, quotes, articles, about, condition, aboutCondition } = node
  const color = colorOfKind(kind)
  const label: Shape = {
    kind: 'text',
    x,
    y: isBelow ? y + r + 13 : y - r - 5,
    text: cut(name, longestLabel, (text) => measure(text, font)),
    size: font,
    anchor: 'middle',
    fill: 'text',
    rim: true
  }
  return {
    key: `node ${place}`,
    x: x - r,
    y: y - r,
    width: 2 * r,
    height: 2 * r,
    label: name,
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
      label
    ],
    door: { kind: 'list', show: 'quotes' },
    conditions: [quotes > 0 ? condition : aboutCondition]
  }
}
