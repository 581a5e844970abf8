import type { Measure } from './scene'

/** A text on at most so many lines that are no wider than `width` pixels; the last one cut with an ellipsis. */
export function wrapped(
  text: string,
  width: number,
  lines: number,
  measure: (text: string) => number
): readonly string[] {
  let rest = text.trim()
  const found: string[] = []
  while (rest !== '' && found.length < lines - 1 && measure(rest) > width) {
    const line = fitting(rest, width, measure)
    found.push(line.trimEnd())
    rest = rest.slice(line.length).trimStart()
  }
  return rest === '' ? found : [...found, cut(rest, width, measure)]
}

/** As much of the beginning as is no wider, up to a blank where there is one; one character at least. */
function fitting(text: string, width: number, measure: (text: string) => number): string {
  const most = longestPrefix(text, (part) => measure(part) <= width)
  const blank = /\s/u.test(text[most] ?? ' ') ? most : text.slice(0, most).search(/\s\S*$/u)
  return text.slice(0, blank > 0 ? blank : Math.max(most, text.codePointAt(0)! > 0xffff ? 2 : 1))
}

/** The text, or as much of its beginning as is no wider, with an ellipsis. */
export function cut(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text
  return `${text
    .slice(
      0,
      longestPrefix(text, (part) => measure(`${part}\u2026`) <= width)
    )
    .trimEnd()}\u2026`
}

/** The length of the longest beginning that fits and does not part a surrogate pair. */
function longestPrefix(text: string, fits: (part: string) => boolean): number {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (fits(text.slice(0, middle))) low = middle
    else high = middle - 1
  }
  return /[\uD800-\uDBFF]$/.test(text.slice(0, low)) ? low - 1 : low
}

/** Measures by the page's font. */
export function canvasMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d')
  const family = getComputedStyle(document.body).fontFamily
  const known = new Map<string, number>()
  return (text, size, bold = false) => {
    const key = `${size} ${bold} ${text}`
    const width = known.get(key)
    if (width !== undefined) return width
    if (!context) return text.length * size * 0.55
    context.font = `${bold ? '600 ' : ''}${size}px ${family}`
    const measured = context.measureText(text).width
    if (known.size > 20_000) known.clear()
    known.set(key, measured)
    return measured
  }
}
