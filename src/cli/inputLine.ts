import type { GivenQuote } from '../analysis'
import type { Span } from '../article'
import { shorten } from './printable'

/** One article as a line of JSON. With `quotes`, a person made them and only their speakers and links are wanted. */
export interface InputLine {
  readonly id: string
  readonly text: string
  readonly quotes?: readonly GivenQuote[]
}

/** Reads and checks one line. Throws an error with a readable message when it is not what the contract says. */
export function parseInputLine(bytes: Uint8Array): InputLine {
  const line: unknown = JSON.parse(decode(bytes))
  if (!isRecord(line)) throw new Error('not a JSON object')
  const { id, text, quotes } = line
  if (typeof id !== 'string') throw new Error('"id" is not a string')
  if (typeof text !== 'string') throw new Error('"text" is not a string')
  if (quotes === undefined || quotes === null) return { id, text }
  if (!Array.isArray(quotes)) throw new Error('"quotes" is not an array')
  return { id, text, quotes: quotes.map((quote, index) => parseQuote(quote, text, `"quotes"[${index}]`)) }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Error('not UTF-8')
  }
}

function parseQuote(quote: unknown, text: string, name: string): GivenQuote {
  if (!isRecord(quote)) throw new Error(`${name} is not an object`)
  const content = parsePieces(quote['content'], text, `${name}.content`)
  if (content === null) throw new Error(`${name}.content has no pieces`)
  const { kind, act } = quote
  if (kind !== undefined && kind !== null && kind !== 'direct' && kind !== 'indirect' && kind !== 'mixed')
    throw new Error(`${name}.kind is not direct, indirect or mixed`)
  if (act !== undefined && act !== null && act !== 'speech' && act !== 'attitude')
    throw new Error(`${name}.act is not speech or attitude`)
  return {
    content,
    cue: parsePieces(quote['cue'], text, `${name}.cue`),
    source: parsePieces(quote['source'], text, `${name}.source`),
    kind: kind ?? kindByQuotationMarks(text, content),
    ...(act ? { act } : {})
  }
}

/** [[start, end], …] in the order of the text. Absent, null and an empty list all mean that there is none. */
function parsePieces(pieces: unknown, text: string, name: string): readonly Span[] | null {
  if (pieces === undefined || pieces === null) return null
  if (!Array.isArray(pieces)) throw new Error(`${name} is not a list of [start, end] pairs`)
  const spans = pieces.map((piece: unknown): Span => {
    const [start, end] = Array.isArray(piece) && piece.length === 2 ? (piece as unknown[]) : []
    if (!isOffset(start, text) || !isOffset(end, text) || end < start)
      throw new Error(`${name}: ${shorten(JSON.stringify(piece), 60)} is not a span of the text`)
    return { start, end }
  })
  return spans.length === 0 ? null : spans.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** For a quote whose maker left its kind out: all of it between quotation marks, some of it, or none. */
function kindByQuotationMarks(text: string, content: readonly Span[]): GivenQuote['kind'] {
  const surface = content
    .map(({ start, end }) => text.slice(start, end))
    .join(' ')
    .trim()
  if (!/["\u201C-\u201F\u00AB\u00BB]/.test(surface)) return 'indirect'
  return /^["\u201C-\u201F\u00AB][^"\u201C-\u201F\u00AB\u00BB]*["\u201C-\u201F\u00BB][.,;:!?]?$/.test(surface)
    ? 'direct'
    : 'mixed'
}

function isOffset(value: unknown, text: string): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= text.length
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
