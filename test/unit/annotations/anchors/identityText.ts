import type { TextReplacement } from '../../../../src/annotations/anchors/editRuns'

/** A text of which every character is somebody: it stays itself wherever it is moved. */
export interface IdentityText {
  readonly text: string
  readonly ids: readonly number[]
}

let lastId = 0

export function newText(text: string): IdentityText {
  return { text, ids: Array.from({ length: text.length }, () => ++lastId) }
}

export function piece({ text, ids }: IdentityText, start: number, end = text.length): IdentityText {
  return { text: text.slice(start, end), ids: ids.slice(start, end) }
}

export function joined(...pieces: readonly IdentityText[]): IdentityText {
  return { text: pieces.map(({ text }) => text).join(''), ids: pieces.flatMap(({ ids }) => ids) }
}

export function replaced(whole: IdentityText, start: number, end: number, by: IdentityText): IdentityText {
  return joined(piece(whole, 0, start), by, piece(whole, end))
}

/** The same characters with other line ends; what is new has no identity of before. */
export function withLineEnds(whole: IdentityText, lineEnd: '\n' | '\r\n'): IdentityText {
  const pieces: IdentityText[] = []
  let read = 0
  for (const { 0: found, index } of whole.text.matchAll(/\r?\n/g)) {
    const feed = piece(whole, index + found.length - 1, index + found.length)
    pieces.push(piece(whole, read, index), ...(lineEnd === '\n' ? [feed] : [newText('\r'), feed]))
    read = index + found.length
  }
  return joined(...pieces, piece(whole, read))
}

/** The edit by which an editor makes one text of another when it reads it anew: the lines between the first and last other. */
export function reloadEdit(before: string, after: string): TextReplacement {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  start = start === 0 ? 0 : before.lastIndexOf('\n', start - 1) + 1
  let tail = 0
  const most = Math.min(before.length, after.length) - start
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  const lineEnd = before.indexOf('\n', before.length - tail)
  tail = lineEnd < 0 ? 0 : before.length - lineEnd
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) }
}
