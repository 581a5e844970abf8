import type { EntityKind } from '../../protocol/overview'
import type { Paint, Shape } from './scene'

/** A mark of about radius `r` whose form says what somebody is, beside its colour: a circle is a person, a square an organization, a triangle a group, a diamond a place. */
export function glyph(kind: EntityKind, x: number, y: number, r: number, paint: Paint): Shape {
  switch (kind) {
    case 'person':
      return { kind: 'circle', x, y, r, ...paint }
    case 'organization': {
      const half = r * 0.9
      return { kind: 'rect', x: x - half, y: y - half, width: 2 * half, height: 2 * half, round: r * 0.2, ...paint }
    }
    case 'group':
      return polygon([0, -1.15, 1.08, 0.75, -1.08, 0.75])
    case 'acting-place':
    case 'place':
      return polygon([0, -1.22, 1.22, 0, 0, 1.22, -1.22, 0])
  }

  function polygon(corners: readonly number[]): Shape {
    const points = corners.map((corner, index) => ((index % 2 === 0 ? x : y) + corner * r).toFixed(1))
    const d = points.reduce(
      (path, value, index) => `${path}${index % 2 === 0 ? (index === 0 ? 'M' : 'L') : ','}${value}`,
      ''
    )
    return { kind: 'path', d: `${d}Z`, ...paint }
  }
}
