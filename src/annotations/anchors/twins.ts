import { agreeingAfter, agreeingBefore } from './agreement'
import type { Sought } from './sought'

/** Units of a twin that is cut off at the end of a side, and of what follows a twin, that are enough to know it. */
const enough = 8
/** A side has no end of words of one letter. */
const mostTwins = 12

/**
 * Whether the place may well be that of the same words nearby, the ones that were sought being gone: "He left. He left. It
 * rained." has become "He left. It rained.", and nothing tells which of the two it is. `before` and `after` are the units
 * that agree.
 */
export function standsForTwin(text: string, offset: number, sought: Sought, before: number, after: number): boolean {
  const { words, prefix, suffix } = sought
  const end = offset + words.length
  return (
    (after < suffix.length &&
      twinsAfter(suffix, words).some((rest) => follows(agreeingAfter(text, end, rest), rest, after))) ||
    (before < prefix.length &&
      twinsBefore(prefix, words).some((rest) => follows(agreeingBefore(text, offset, rest), rest, before)))
  )
}

function follows(agreeing: number, rest: string, withoutTwin: number): boolean {
  return agreeing === rest.length || (agreeing >= enough && agreeing >= withoutTwin)
}

/** What comes after each twin in the words after an anchor. */
function twinsAfter(suffix: string, words: string): readonly string[] {
  const rests: string[] = []
  for (let at = suffix.indexOf(words); at >= 0 && rests.length < mostTwins; at = suffix.indexOf(words, at + 1)) {
    rests.push(suffix.slice(at + words.length))
  }
  const beginning = words.slice(0, enough)
  for (let at = suffix.indexOf(beginning); at >= 0; at = suffix.indexOf(beginning, at + 1)) {
    if (suffix.length - at < words.length && words.startsWith(suffix.slice(at))) return [...rests, '']
  }
  return rests
}

/** What comes before each twin in the words before an anchor. */
function twinsBefore(prefix: string, words: string): readonly string[] {
  const rests: string[] = []
  for (let at = prefix.indexOf(words); at >= 0 && rests.length < mostTwins; at = prefix.indexOf(words, at + 1)) {
    rests.push(prefix.slice(0, at))
  }
  const ending = words.slice(-enough)
  for (let at = prefix.indexOf(ending); at >= 0; at = prefix.indexOf(ending, at + 1)) {
    const end = at + ending.length
    if (end < words.length && words.endsWith(prefix.slice(0, end))) return [...rests, '']
  }
  return rests
}
