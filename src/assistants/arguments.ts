import * as v from 'valibot'
import { foldLetters } from '../util/folding'
import type { Answer, Fact } from './answers'

/** A text that may be left out. */
export function text(about: string) {
  return v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(300), v.description(about)))
}

export function choice<const Values extends readonly string[]>(values: Values, about: string) {
  return v.optional(v.pipe(v.picklist(values), v.description(about)))
}

/** A whole number that is `otherwise` where it is left out. */
export function count(about: string, least: number, most: number, otherwise: number) {
  const limits = v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most), v.description(about))
  return v.optional(limits, otherwise)
}

/** Which of the facts are answered. */
export const paging = {
  limit: count('How many facts at most.', 1, 50, 20),
  offset: count('How many facts to leave out before them.', 0, 1_000_000, 0)
}

export interface Paging {
  readonly limit: number
  readonly offset: number
}

/** A part of what a question finds. */
export function page<Found>(
  all: readonly Found[],
  isAsked: (one: Found) => boolean,
  { limit, offset }: Paging,
  toFact: (one: Found) => Fact
): Answer {
  const facts: Fact[] = []
  let found = 0
  for (const one of all) {
    if (!isAsked(one) || ++found <= offset) continue
    if (facts.length === limit) return { facts, more: true }
    facts.push(toFact(one))
  }
  return { facts, more: false }
}

/** The words of a text, without regard to capitals and accents. */
export function wordsOf(text: string): readonly string[] {
  return foldLetters(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

/** Words that are looked for: whatever else was given is no part of them. */
export function soughtWords(given: string): readonly string[] {
  const words = wordsOf(given).slice(0, 20)
  if (words.length === 0) throw new Error('there is no word in what is sought')
  return words
}

export function hasWords(texts: readonly (string | null)[], sought: readonly string[]): boolean {
  const words = new Set(wordsOf(texts.join('\n')))
  return sought.every((word) => words.has(word))
}
