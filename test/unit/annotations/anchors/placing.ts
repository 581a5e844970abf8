import { anchorAt, placeAnchors, type Anchor, type Placement } from '../../../../src/annotations'

/** A text in which [brackets] are around what is anchored. */
export function marked(written: string): { readonly text: string; readonly anchors: readonly Anchor[] } {
  const spans: { start: number; end: number }[] = []
  let text = ''
  for (const part of written.split(/(?=[[\]])/)) {
    if (part.startsWith('[')) spans.push({ start: text.length, end: -1 })
    else if (part.startsWith(']')) spans.at(-1)!.end = text.length
    text += part.replace(/^[[\]]/, '')
  }
  return { text, anchors: spans.map((span) => anchorAt(text, span)) }
}

/** What becomes of the anchors of one text in another: "moved 12 words there", "ambiguous (3)". */
export function placing(before: string, after: string): readonly string[] {
  return placeAnchors(after, marked(before).anchors).map((placement) => line(after, placement))
}

export function line(text: string, { state, span, candidates }: Placement): string {
  const offered = candidates.map(({ start, end }) => `${start} ${text.slice(start, end)}`).join(', ')
  return `${state}${span ? ` ${span.start} ${text.slice(span.start, span.end)}` : ''}${offered && ` (${offered})`}`
}
