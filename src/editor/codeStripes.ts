import { codeSegments, palette, safeColor, shownColor, type Background, type Code, type Mark } from '../annotations'
import type { Span } from '../article'

/** How a code is drawn: its colour, and a line that tells it from others without the colour. */
export interface Stripe {
  /** "#rrggbb" */
  readonly color: string
  readonly line: 'solid' | 'dashed' | 'dotted'
}

/** Words with the stripes below them; the same `key` looks the same. */
export interface StripedSpan extends Span {
  readonly key: string
  /** By lane; undefined is an empty one. */
  readonly stripes: readonly (Stripe | undefined)[]
  readonly hasMemo: boolean
}

const lines = ['solid', 'dashed', 'dotted'] as const

/** What the editor draws of codes and memos. Codes that the codebook does not have are grey. */
export function stripedSpans(marks: readonly Mark[], codes: readonly Code[]): readonly StripedSpan[] {
  const stripes = new Map(codes.map((code) => [code.id, stripeOf(code.color)]))
  return codeSegments(marks).map(({ start, end, lanes, hasMemo }) => {
    const own = lanes.map((code) => (code === undefined ? undefined : (stripes.get(code) ?? stripeOf(''))))
    return { start, end, stripes: own, hasMemo, key: keyOf(own, hasMemo) }
  })
}

/** Neighbours in the palette have different lines. */
function stripeOf(color: string): Stripe {
  const place = palette.findIndex((known) => known.color === color)
  return { color: safeColor(color), line: lines[Math.max(place, 0) % lines.length]! }
}

function keyOf(stripes: readonly (Stripe | undefined)[], hasMemo: boolean): string {
  return `${stripes.map((stripe) => stripe?.color ?? '-').join(' ')}${hasMemo ? ' memo' : ''}`
}

/** Pixels of a stripe and between two. */
const thickness = 2
const gap = 1

/** Of a memo on words without a code: seen on each background. */
const memoColors: Readonly<Record<Background, string>> = { light: '#616161', dark: '#9d9d9d' }

/**
 * The CSS of words with stripes, the first one right below the text and the others below it, as pictures behind the text: they
 * leave the lines of other decorations as they are. Nothing in it comes from a file but checked colours.
 */
export function stripesCss(
  { stripes, hasMemo }: Pick<StripedSpan, 'stripes' | 'hasMemo'>,
  background: Background
): string {
  const images: string[] = []
  const positions: string[] = []
  const sizes: string[] = []
  stripes.forEach((stripe, lane) => {
    if (!stripe) return
    images.push(lineImage(shownColor(stripe.color, background), stripe.line))
    positions.push(`0 calc(100% - ${(stripes.length - 1 - lane) * (thickness + gap)}px)`)
    sizes.push(`100% ${thickness}px`)
  })
  if (hasMemo && images.length === 0) {
    images.push(lineImage(memoColors[background], 'dotted'))
    positions.push('0 100%')
    sizes.push('100% 1px')
  }
  return [
    `text; background-image: ${images.join(', ')}`,
    `background-position: ${positions.join(', ')}`,
    `background-size: ${sizes.join(', ')}`,
    'background-repeat: no-repeat',
    ...(stripes.length > 1 ? [`padding-bottom: ${(stripes.length - 1) * (thickness + gap)}px`] : [])
  ].join('; ')
}

/** The colour of a memo's sign in the margin. */
export function memoColor(background: Background): string {
  return memoColors[background]
}

function lineImage(color: string, line: Stripe['line']): string {
  if (line === 'solid') return `linear-gradient(${color}, ${color})`
  const [drawn, whole] = line === 'dashed' ? [7, 10] : [2, 4]
  return `repeating-linear-gradient(90deg, ${color} 0 ${drawn}px, transparent ${drawn}px ${whole}px)`
}
