import type { Span } from '../article'
import type { StripedSpan } from './codeStripes'

/** The codes of a line of the text, for its margin. */
export interface MarginLine {
  readonly line: number
  /** "#rrggbb", each once, in order of the text; at most four. */
  readonly colors: readonly string[]
  readonly hasMemo: boolean
  readonly key: string
}

const mostColors = 4

/** What the margin shows: each line with the colours of what is coded in it. `linesOf` gives the first and last line of a span. */
export function marginLines(
  spans: readonly StripedSpan[],
  linesOf: (span: Span) => readonly [first: number, last: number]
): readonly MarginLine[] {
  const found = new Map<number, { readonly colors: Set<string>; hasMemo: boolean }>()
  for (const span of spans) {
    const [first, last] = linesOf(span)
    for (let line = first; line <= last; line++) {
      const known = found.get(line) ?? { colors: new Set<string>(), hasMemo: false }
      for (const stripe of span.stripes) if (stripe && known.colors.size < mostColors) known.colors.add(stripe.color)
      known.hasMemo ||= span.hasMemo
      found.set(line, known)
    }
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([line, { colors, hasMemo }]) => ({
      line,
      colors: [...colors],
      hasMemo,
      key: `${[...colors].join(' ')}${hasMemo ? ' memo' : ''}`
    }))
}
