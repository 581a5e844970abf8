import type { Span } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import type { Anchor } from '../decision'

/** Tells spans, and lists of them, apart. */
export function placeKey(pieces: readonly Span[]): string {
  return pieces.map(({ start, end }) => `${start}-${end}`).join(' ')
}

/** The indexes of the mentions that have a span; of mentions in order of their first characters. */
export function mentionsAt(mentions: readonly Span[], { start, end }: Span): readonly number[] {
  const found: number[] = []
  let at = firstIndex(mentions.length, (index) => mentions[index]!.start >= start)
  for (; mentions[at]?.start === start; at++) if (mentions[at]!.end === end) found.push(at)
  return found
}

/** Pieces in order, those that touch characters of each other as one; null where one is no stretch of the text. */
export function wholePieces(text: string, pieces: readonly Span[]): readonly Span[] | null {
  if (!pieces.every((piece) => isStretch(text, piece))) return null
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of [...pieces].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined.length > 0 ? joined : null
}

/** Whether two lists have the same pieces. */
export function isSame(a: readonly Span[] | null, b: readonly Span[] | null): boolean {
  if (a === null || b === null) return a === b
  return a.length === b.length && a.every(({ start, end }, at) => start === b[at]!.start && end === b[at]!.end)
}

/** What is left of a part of a decision in a text that has been edited: the pieces whose words are there; null for none. */
export function presentPieces(text: string, pieces: readonly Anchor[] | null): readonly Span[] | null {
  return (
    pieces &&
    wholePieces(
      text,
      pieces.filter(({ start, end, exact }) => text.slice(start, end) === exact)
    )
  )
}

/** The characters that two lists of pieces share, in UTF-16 units. */
export function sharedLength(some: readonly Span[], others: readonly Span[]): number {
  let shared = 0
  let at = 0
  for (const { start, end } of some) {
    while (at < others.length && others[at]!.end <= start) at++
    for (let next = at; next < others.length && others[next]!.start < end; next++)
      shared += Math.min(end, others[next]!.end) - Math.max(start, others[next]!.start)
  }
  return shared
}

export function lengthOf(pieces: readonly Span[]): number {
  return pieces.reduce((sum, { start, end }) => sum + end - start, 0)
}

export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

function isStretch(text: string, { start, end }: Span): boolean {
  return 0 <= start && start < end && end <= text.length && !cutsCharacter(text, start) && !cutsCharacter(text, end)
}

function cutsCharacter(text: string, at: number): boolean {
  return isIn(text.charCodeAt(at - 1), 0xd800) && isIn(text.charCodeAt(at), 0xdc00)
}

/** Half of a surrogate pair: 1024 of them begin at `first`. */
function isIn(unit: number, first: number): boolean {
  return unit >= first && unit < first + 0x400
}
