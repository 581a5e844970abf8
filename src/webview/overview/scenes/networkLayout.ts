import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum
} from 'd3-force'
import type { NetworkPicture } from '../../../protocol/overview'
import type { Steps } from '../../../util/steps'

export interface Point {
  readonly x: number
  readonly y: number
}

interface Body extends SimulationNodeDatum {
  readonly r: number
}

const ticks = 300
const ticksPerStep = 10

/**
 * Where the nodes of a network stand, each between 0 and 1 in both directions: those who speak of each other close together,
 * nobody on another. The same network gives the same places.
 */
export function* networkLayout({ nodes, links }: Pick<NetworkPicture, 'nodes' | 'links'>): Steps<readonly Point[]> {
  const largest = nodes.reduce((most, { quotes }) => Math.max(most, quotes), 1)
  const bodies: Body[] = nodes.map(({ quotes }) => ({ r: nodeRadius(quotes, largest) }))
  const simulation = forceSimulation(bodies)
    .force(
      'link',
      forceLink(links.map(({ from, to }) => ({ source: from, target: to })))
        .distance(90)
        .strength(0.35)
    )
    .force('charge', forceManyBody<Body>().strength(-320).distanceMax(500))
    .force('collide', forceCollide<Body>(({ r }) => r + 22).strength(0.9))
    .force('x', forceX<Body>(0).strength(0.05))
    .force('y', forceY<Body>(0).strength(0.09))
    .stop()
  for (let tick = 0; tick < ticks; tick++) {
    if (tick % ticksPerStep === 0) yield
    simulation.tick()
  }
  return withinUnit(bodies.map(({ x = 0, y = 0 }) => ({ x, y })))
}

/** Pixels; a node's area grows with its quotes. */
export function nodeRadius(quotes: number, largest: number): number {
  return quotes === 0 ? 5 : 5 + 15 * Math.sqrt(quotes / largest)
}

function withinUnit(points: readonly Point[]): readonly Point[] {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const left = Math.min(...xs)
  const top = Math.min(...ys)
  const width = Math.max(...xs) - left
  const height = Math.max(...ys) - top
  return points.map(({ x, y }) => ({
    x: width === 0 ? 0.5 : (x - left) / width,
    y: height === 0 ? 0.5 : (y - top) / height
  }))
}
