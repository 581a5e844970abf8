import { anchorAt, type Anchor, type Decision } from '../../../../src/annotations'

/** Codes on places of a text; "c0", "c1" and so on. */
export function codesOn(text: string, spans: readonly { readonly start: number; readonly end: number }[]): Decision[] {
  return spans.map((span, index) => codeOn(`c${index}`, [anchorAt(text, span)]))
}

export function codeOn(code: string, target: readonly Anchor[]): Decision {
  const id = `urn:uuid:${code}`
  return { id, creator: 'Ann', created: '2026-11-27T08:00:00.000Z', target, kind: 'code', code }
}

/** Spans of whole words that begin at shares of a text's length. */
export function wordSpans(text: string, places: readonly { readonly at: number; readonly words: number }[]) {
  const words = [...text.matchAll(/\S+/gu)]
  return places.map(({ at, words: count }) => {
    const first = Math.min(words.length - 1, Math.floor(at * words.length))
    const last = words[Math.min(words.length - 1, first + count - 1)]!
    return { start: words[first]!.index, end: last.index + last[0].length }
  })
}
