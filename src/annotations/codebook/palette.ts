import type { Code } from '../project'

/** A colour of the palette. `name` is English; who shows it translates it. */
export interface PaletteColor {
  readonly name: string
  /** "#rrggbb", lower case. */
  readonly color: string
}

/**
 * Colours that can be told from each other and from the background in light and dark themes: each has a contrast of 3:1 or more
 * on white, on #1f1f1f and on black, and every two are apart in OKLab. Neighbours in the list are far apart in hue.
 */
export const palette: readonly PaletteColor[] = [
  { name: 'blue', color: '#2a80e2' },
  { name: 'orange', color: '#d16e0d' },
  { name: 'green', color: '#3a9742' },
  { name: 'magenta', color: '#c63895' },
  { name: 'teal', color: '#1d9999' },
  { name: 'red', color: '#d42f34' },
  { name: 'violet', color: '#855bdc' },
  { name: 'olive', color: '#958d0f' },
  { name: 'sky', color: '#0aa0d2' },
  { name: 'brown', color: '#945d36' },
  { name: 'pink', color: '#e45d84' },
  { name: 'slate', color: '#6d7c8c' }
]

/** The colour of a new code: of the palette the one that fewest codes have, the first of several. */
export function nextColor(codes: readonly Code[]): string {
  const uses = new Map<string, number>()
  for (const { color } of codes) uses.set(color, (uses.get(color) ?? 0) + 1)
  const fewest = Math.min(...palette.map(({ color }) => uses.get(color) ?? 0))
  return (palette.find(({ color }) => (uses.get(color) ?? 0) === fewest) ?? palette[0]!).color
}

/** The colour, or a grey in the place of what is none: it comes from a file and goes into style sheets. */
export function safeColor(color: string): string {
  return isColor(color) ? color : '#808080'
}

/** Whether it is "#rrggbb", in upper or lower case. */
export function isColor(color: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(color)
}
