import { isSpeech } from '../act'
import { kindOf } from '../kind'
import type { QuotationModelInput } from '../model/quotationModelInput'
import type { Unit } from '../prose'
import type { Range } from '../sources'
import { standing, wholeQuotation } from './standing'
import { nextTurn, type Said } from './said'

/**
 * Quotations of their own are taken off what stands before them, where they are no part of it: behind a report in the
 * writer's words, behind a question (its answer is somebody else's), and of several in a row from the second on.
 */
export function withTurns(input: QuotationModelInput, said: readonly Said[]): readonly Said[] {
  const ordered = [...said].sort((a, b) => firstOf(a) - firstOf(b))
  return ordered.flatMap((one, index) => turnsOf(input, one, ordered[index - 1]))
}

function turnsOf(input: QuotationModelInput, one: Said, before: Said | undefined): readonly Said[] {
  // The layout has told how far it goes.
  if (one.rule === 'turn') return [one]
  const unit = one.cue && input.prose.units[input.unitOf[one.cue.from] as number]
  if (!unit) return [one]
  if (isOwnSentence(input, one, unit)) return []
  const own = one.content.filter(({ from }) => from < unit.to)
  const later = one.content.filter(({ from, to }) => from >= unit.to && isWhole(input, { from, to }))
  if (own.length === 0 || own.length + later.length < one.content.length) return [one]
  const isDirect = kindOf(input.prose, own) === 'direct'
  // “It is late,” she said. “Go home.” goes on, and so does a report that stands before its cue.
  const goesOn = isDirect || own[0]!.from < one.cue.from
  const kept = isAsked(input, one, own) || isAnswered(input, before, later) || !goesOn ? 0 : inOneTurn(input, later)
  if (kept === later.length) return [one]
  const next = later.slice(kept)
  const rule = kept === 0 && isDirect ? nextTurn : null
  return [
    { ...one, content: [...own, ...later.slice(0, kept)] },
    ...runs(input, next).map((content, at) => ({
      ...standing(input, content[0]!),
      ...(at === 0 && rule && { rule }),
      content
    }))
  ]
}

function firstOf({ content }: Said): number {
  return content[0]?.from ?? 0
}

function isWhole(input: QuotationModelInput, { from }: Range): boolean {
  const unit = input.prose.units[input.unitOf[from] as number]
  return unit !== undefined && wholeQuotation(input, unit)?.from === from
}

/** `“The rent is due.” Tanner nodded.`: what ends with a full stop before somebody only does something is said by another. */
function isOwnSentence(input: QuotationModelInput, { content, cue, rule }: Said, unit: Unit): boolean {
  const { prose } = input
  const last = content.at(-1)
  return (
    rule === 'trained' &&
    last !== undefined &&
    cue !== null &&
    last.to <= unit.from &&
    isWhole(input, last) &&
    prose.words[last.to - 2] === '.' &&
    !prose.words.slice(cue.from, cue.to).some(isSpeech)
  )
}

/** A question that somebody asks: who goes on is who was asked. */
function isAsked({ prose }: QuotationModelInput, { cue }: Said, own: readonly Range[]): boolean {
  const last = own.at(-1)!
  return (
    kindOf(prose, own) === 'direct' &&
    prose.words.slice(cue!.from, cue!.to).some((word) => /^(?:ask|shout|enquir|inquir|wonder|call)/.test(word)) &&
    (endsWith(prose.words, last, '?') || own.some((piece) => endsWith(prose.words, piece, '?')))
  )
}

/** “Will you stand?” … “Ask me in March,” she said. “Why March?”: another question of who has asked before. */
function isAnswered(
  { prose, unitOf }: QuotationModelInput,
  before: Said | undefined,
  later: readonly Range[]
): boolean {
  const asked = before?.content.at(-1)
  const next = later[0]
  return (
    asked !== undefined &&
    next !== undefined &&
    endsWith(prose.words, asked, '?') &&
    endsWith(prose.words, next, '?') &&
    prose.units[unitOf[asked.from] as number]?.paragraph === prose.units[unitOf[next.from] as number]?.paragraph
  )
}

function endsWith(words: readonly string[], { to }: Range, mark: string): boolean {
  return words[to - 2] === mark
}

/** How many go on with one speaker: until one stands right behind another that is closed. */
function inOneTurn(input: QuotationModelInput, later: readonly Range[]): number {
  const next = later.findIndex((range, index) => index > 0 && standing(input, range).rule === nextTurn)
  return next < 0 ? later.length : next
}

/** Those of one speaker together. */
function runs(input: QuotationModelInput, later: readonly Range[]): readonly (readonly Range[])[] {
  const found: Range[][] = []
  later.forEach((range) => {
    const isNew = found.length === 0 || standing(input, range).rule === nextTurn
    if (isNew) found.push([range])
    else found.at(-1)!.push(range)
  })
  return found
}
