import type { Span } from '../../../article'
import { onOneLine } from '../../../util/oneLine'

/** A selection as a project has it: what it counts in is told by what fits. */
export interface Selected {
  readonly start: number
  readonly end: number
  /** What the program lists it as: often its first words. */
  readonly name: string
}

/** How a program counted in a text. */
interface Counting {
  readonly unit: 'codepoints' | 'utf16'
  /** `own`: as the text has it. Else each is one, or two, whatever the text has. */
  readonly lineEnd: 'own' | 'one' | 'two'
  /** Whether the byte order mark, which is not in the text, was counted. */
  readonly mark: boolean
}

/**
 * Where selections are in a text, in UTF-16 units; undefined for one that is outside of it or has no extent. The specification counts code
 * points of the file; some programs count UTF-16 units, a byte order mark, or line ends that the file has otherwise. The first way
 * of counting, the specification's, holds unless another puts more selections on their names, or on whole words; of what we wrote
 * ourselves (`isOwn`) it holds always.
 */
export function placeSelections(
  text: string,
  hasMark: boolean,
  selections: readonly Selected[],
  isOwn = false
): readonly (Span | undefined)[] {
  let best: readonly (Span | undefined)[] = []
  let bestFit = -1
  for (const counting of isOwn ? [ours] : countings(text, hasMark)) {
    const table = offsets(text, counting)
    const spans = selections.map(({ start, end }) => spanIn(table, start, end))
    const fit = selections.reduce((sum, { name }, index) => sum + fitOf(text, spans[index], name), 0)
    if (fit <= bestFit) continue
    best = spans
    bestFit = fit
  }
  return best
}

const ours: Counting = { unit: 'codepoints', lineEnd: 'own', mark: false }

/** Only those that make a difference for the text, the specification's first. */
function countings(text: string, hasMark: boolean): readonly Counting[] {
  const units = /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text)
    ? (['codepoints', 'utf16'] as const)
    : (['codepoints'] as const)
  const lineEnds = [
    'own' as const,
    ...(text.includes('\r\n') ? ['one' as const] : []),
    ...(/(?<!\r)\n/.test(text) ? ['two' as const] : [])
  ]
  return [false, ...(hasMark ? [true] : [])].flatMap((mark) =>
    lineEnds.flatMap((lineEnd) => units.map((unit) => ({ unit, lineEnd, mark })))
  )
}

/** At each position that is counted the offset in UTF-16 units, and the text's end at last. */
function offsets(text: string, { unit, lineEnd, mark }: Counting): readonly number[] {
  const table: number[] = mark ? [0] : []
  for (let at = 0; at < text.length;) {
    const isPair = text.codePointAt(at)! > 0xffff
    const isLineEnd = text.startsWith('\r\n', at) || text[at] === '\n'
    const length = isPair || (isLineEnd && text[at] === '\r') ? 2 : 1
    const counted = isLineEnd ? { own: length, one: 1, two: 2 }[lineEnd] : isPair && unit === 'utf16' ? 2 : 1
    for (let count = 0; count < counted; count++) table.push(at + (isPair ? 0 : Math.min(count, length - 1)))
    at += length
  }
  table.push(text.length)
  return table
}

function spanIn(table: readonly number[], first: number, last: number): Span | undefined {
  const [start, end] = [table[first], table[last]]
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined
}

/** More for a name that the words have, less for whole words. */
function fitOf(text: string, span: Span | undefined, name: string): number {
  if (!span) return 0
  return nameFit(text, span, onOneLine(name)) + (isEdge(text, span.start) ? 1 : 0) + (isEdge(text, span.end) ? 1 : 0)
}

/** Names are cut where they are long, with an ellipsis or without. */
function nameFit(text: string, { start, end }: Span, name: string): number {
  if (name === '') return 0
  const words = onOneLine(text.slice(start, Math.min(end, start + 400)))
  if (words === name) return 6
  const begin = name.replace(/(?:\u2026|\.\.\.)$/, '')
  return begin !== '' && words.startsWith(begin) ? 4 : 0
}

function isEdge(text: string, at: number): boolean {
  return !/^[\p{L}\p{N}\p{M}]{2}$/u.test(text.slice(at - 1, at + 1)) && !isInPair(text, at)
}

function isInPair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))
}
