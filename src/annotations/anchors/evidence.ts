import { agreeingAfter, agreeingBefore } from './agreement'
import { leastContext, mostContext } from './anchorAt'
import { negationsIn } from './meaning'
import type { Sought } from './sought'
import { standsForTwin } from './twins'

/**
 * What the surroundings say of a place where the words are.
 * 3: all of them are as they were. 2: one side is, and it is one that had been found nowhere else. 1: some of them are.
 * 0: next to none, or what is there says something else ("will not" for "will").
 */
export type Rank = 0 | 1 | 2 | 3

export interface Evidence {
  readonly offset: number
  readonly rank: Rank
  /** Units that agree, both sides together. */
  readonly agreeing: number
}

/** A side of at least so many units that agrees as a whole. Fewer than `leastContext`: white space is compared as one blank. */
const wholeSide = leastContext - 8
/** So many on both sides together are more than chance. */
export const someUnits = 16
/** From here on a side may have stopped to grow before it was found only once. */
const unprovenSide = mostContext - 16

/** Whether an anchor has a side that was nowhere else when it was made: copies of both sides came later, if there are any. */
export function isProven({ prefix, suffix }: Sought): boolean {
  return [prefix, suffix].some(({ length }) => length >= wholeSide && length < unprovenSide)
}

/** What is around a place of the comparable text at which the words are. */
export function evidenceAt(text: string, offset: number, sought: Sought): Evidence {
  const { prefix, suffix } = sought
  const end = offset + sought.words.length
  const before = agreeingBefore(text, offset, prefix)
  const after = agreeingAfter(text, end, suffix)
  const agreeing = before + after
  return { offset, rank: rankOf(text, offset, sought, before, after), agreeing }
}

function rankOf(text: string, offset: number, sought: Sought, before: number, after: number): Rank {
  const { prefix, suffix, words } = sought
  const end = offset + words.length
  const isPrefix = before === prefix.length
  const isSuffix = after === suffix.length
  if (isPrefix && isSuffix) {
    const isWholeText = before === offset && end + after === text.length
    if (isWholeText || before + after >= wholeSide) return 3
  }
  const isSideWhole =
    (isPrefix && before >= wholeSide && before < unprovenSide) ||
    (isSuffix && after >= wholeSide && after < unprovenSide)
  if (!isSideWhole && before + after < someUnits) return 0
  if (standsForTwin(text, offset, sought, before, after) || isNegatedOtherwise(text, offset, sought)) return 0
  return isSideWhole ? 2 : 1
}

/** Whether what is around a place is rather what was around the same words nearby. */
export function isTwinsPlace(text: string, offset: number, sought: Sought): boolean {
  const before = agreeingBefore(text, offset, sought.prefix)
  const after = agreeingAfter(text, offset + sought.words.length, sought.suffix)
  return standsForTwin(text, offset, sought, before, after)
}

/** Whether all that was around the words is around a place. */
export function isAllAround(text: string, offset: number, { words, prefix, suffix }: Sought): boolean {
  const before = offset - prefix.length
  return before >= 0 && text.startsWith(suffix, offset + words.length) && text.startsWith(prefix, before)
}

/** Units that agree around a place, both sides together. */
export function agreeingAt(text: string, offset: number, { words, prefix, suffix }: Sought): number {
  return agreeingBefore(text, offset, prefix) + agreeingAfter(text, offset + words.length, suffix)
}

/** Units on each side that may turn the words into their contrary. */
const nearby = 24

/** Whether "not" or its like has come or gone right beside the words. */
export function isNegatedOtherwise(text: string, offset: number, { words, prefix, suffix }: Sought): boolean {
  const end = offset + words.length
  const before = Math.min(nearby, prefix.length)
  const after = Math.min(nearby, suffix.length)
  const then = [lastPart(prefix.slice(prefix.length - before)), firstPart(suffix.slice(0, after))]
  const now = [lastPart(text.slice(Math.max(0, offset - before), offset)), firstPart(text.slice(end, end + after))]
  return negationsIn(then.join('|')) !== negationsIn(now.join('|'))
}

/** What belongs to the same clause. */
function lastPart(words: string): string {
  return words.slice(words.search(/[^.!?,;:"]*$/u))
}

function firstPart(words: string): string {
  const end = words.search(/[.!?,;:"]/u)
  return end < 0 ? words : words.slice(0, end)
}
