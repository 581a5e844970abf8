import type { Span } from '../../article'

/** A stretch between quotation marks, with them. */
export interface Marked extends Span {
  /** What is between the marks. */
  readonly inside: Span
}

/** A paragraph with more of them is no prose, and each is searched to its end. */
const mostUnclosed = 20

const pairs: ReadonlyMap<string, string> = new Map([
  ['\u201E', '\u201C\u201D'],
  ['\u201A', '\u2018\u2019'],
  ['\u201C', '\u201D'],
  ['\u201D', '\u201D'],
  ['\u300C', '\u300D'],
  ['\u300E', '\u300F'],
  ['\u301D', '\u301E\u301F'],
  ['"', '"'],
  ['\uFF02', '\uFF02']
])

/** Whether an article writes »so« rather than «so»: the mark that comes first opens. */
export function hasReversedGuillemets(text: string): boolean {
  const left = text.indexOf('\u00AB')
  const right = text.indexOf('\u00BB')
  return right >= 0 && (left < 0 || right < left)
}

/**
 * The outermost stretches in quotation marks of one paragraph, in the pairs of any language: „…“ „…” “…” ”…” «…» »…« 「…」 『…』
 * "…". What is not closed in the paragraph is none.
 */
export function markedIn(text: string, { start, end }: Span, isReversed: boolean): readonly Marked[] {
  const found: Marked[] = []
  let unclosed = 0
  for (let at = start; at < end && unclosed < mostUnclosed; at++) {
    const opening = text[at]!
    const closing = closingOf(opening, isReversed)
    if (closing === undefined || isApostrophe(text, at)) continue
    const close = closingPlace(text, at, end, opening, closing)
    if (close < 0) {
      unclosed++
      continue
    }
    found.push({ start: at, end: close + 1, inside: { start: at + 1, end: close } })
    at = close
  }
  return found
}

function closingOf(opening: string, isReversed: boolean): string | undefined {
  if (opening === '\u00AB') return isReversed ? undefined : '\u00BB'
  if (opening === '\u00BB') return isReversed ? '\u00AB' : undefined
  return pairs.get(opening)
}

/** A mark of its own form nests; one that is the same at both ends closes at the first. */
function closingPlace(text: string, from: number, end: number, opening: string, closing: string): number {
  let depth = 0
  for (let at = from + 1; at < end; at++) {
    const mark = text[at]!
    if (closing.includes(mark)) {
      if (depth === 0) return at
      depth--
    } else if (mark === opening) depth++
  }
  return -1
}

function isApostrophe(text: string, at: number): boolean {
  return text[at] === '\u201A' && /\p{L}/u.test(text[at - 1] ?? ' ')
}
