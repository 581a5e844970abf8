import type { Scene } from './scene'

export interface Place {
  readonly key: string
  readonly x: number
  readonly y: number
}

export type Direction = 'left' | 'right' | 'up' | 'down'

/** The middles of a scene's marks, in one system of coordinates; in the order in which they are gone through. */
export function placesOf({ head, side, body, sideWidth, headHeight }: Scene): readonly Place[] {
  return [
    { marks: side.marks, left: 0, top: headHeight },
    { marks: head.marks, left: sideWidth, top: 0 },
    { marks: body.marks, left: sideWidth, top: headHeight }
  ].flatMap(({ marks, left, top }) =>
    marks.map(({ key, x, y, width, height }) => ({ key, x: left + x + width / 2, y: top + y + height / 2 }))
  )
}

/** The next mark in a direction: rather in line with the present one than near; undefined where there is none. */
export function nearest(places: readonly Place[], from: Place, direction: Direction): Place | undefined {
  let best: Place | undefined
  let least = Infinity
  for (const place of places) {
    const dx = place.x - from.x
    const dy = place.y - from.y
    const isAcross = direction === 'left' || direction === 'right'
    const along = (isAcross ? dx : dy) * (direction === 'left' || direction === 'up' ? -1 : 1)
    const aside = Math.abs(isAcross ? dy : dx)
    if (along < 0.5 || aside > along * 8) continue
    const cost = along + 4 * aside
    if (cost < least) {
      least = cost
      best = place
    }
  }
  return best
}
