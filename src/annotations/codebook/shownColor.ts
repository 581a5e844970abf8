import { safeColor } from './palette'

export type Background = 'light' | 'dark'

/** The least contrast of a mark with what is behind it (WCAG 2.2, 1.4.11). */
const leastContrast = 3

/** The lightest and darkest backgrounds of themes of a kind: on both the colour must be seen. */
const backgrounds: Readonly<Record<Background, readonly string[]>> = {
  light: ['#ffffff', '#f3f3f3'],
  dark: ['#000000', '#252526']
}

/**
 * The colour as it can be seen on such a background: itself, or where the researcher chose one that is too light or too dark
 * for the theme, as little darker or lighter as needed.
 */
export function shownColor(color: string, background: Background): string {
  const channels = channelsOf(safeColor(color))
  for (let step = 0; step <= 20; step++) {
    const shifted = channels.map((channel) =>
      Math.round(background === 'light' ? channel * (1 - step / 20) : channel + (255 - channel) * (step / 20))
    )
    const candidate = `#${shifted.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
    if (backgrounds[background].every((behind) => contrast(candidate, behind) >= leastContrast)) return candidate
  }
  return background === 'light' ? '#000000' : '#ffffff'
}

/** The contrast of two colours ("#rrggbb"), 1 to 21. */
export function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(color: string): number {
  const [red, green, blue] = channelsOf(color).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channelsOf(color: string): readonly number[] {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16))
}
