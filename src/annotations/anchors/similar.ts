import search from 'approx-string-match'
import type { Span } from '../../article'
import { weightyWords } from './meaning'
import { isInsideWord } from './unitsAndWords'

/** Finds places with almost the words of an anchor, likeliest first, near the expected place before anywhere else. */
export type FindSimilar = (words: string, expected: number) => readonly Span[]

/** Shorter words are too soon like others. */
export const leastSimilarLength = 20
/** Longer ones cost too much, and nobody looks through them for what was edited. */
const mostSimilarLength = 4000
const leastSimilarity = 0.85
/** Differences more than the likeliest place has, up to which others are offered too, as a share of the length. */
const margin = 0.05
const mostPlaces = 5

/** Units of the text on each side of the expected place. */
const vicinity = 2000
/** Units that are searched at once. */
const window = 8000
/** Of one search in one window: a text with so many equally similar places is no news article, and searched no more. */
const mostMatches = 200
/** For all searches in one text, in steps of 32 units of the words at one unit of the text; some 25,000 a millisecond. */
const mostSteps = 8_000_000

export function similarIn(text: string): FindSimilar {
  let steps = 0

  const inWindow = (words: string, from: number, to: number, most: number): readonly Match[] | null => {
    if (steps > mostSteps) return null
    const matches = search(text.slice(from, to), words, most)
    steps += (to - from) * (most / 32 + 1) + matches.length * words.length
    if (matches.length > mostMatches) {
      steps = mostSteps + 1
      return null
    }
    return matches.map(({ start, end, errors }) => ({ start: from + start, end: from + end, errors }))
  }

  const between = (words: string, from: number, to: number, most: number): readonly Match[] => {
    const matches: Match[] = []
    const overlap = words.length + most
    for (let at = from; at < to; at += window) {
      const found = inWindow(words, at, Math.min(to, at + window + overlap), most)
      if (!found) return []
      matches.push(...found)
    }
    return matches
  }

  return (words, expected) => {
    if (words.length < leastSimilarLength || words.length > mostSimilarLength) return []
    const most = Math.floor(words.length * (1 - leastSimilarity))
    const near = [Math.max(0, expected - vicinity), Math.min(text.length, expected + words.length + vicinity)] as const
    const saysTheSame = (matches: readonly Match[]) => likeliest(text, words, matches)
    const found = saysTheSame(between(words, ...near, most))
    return found.length > 0 ? found : saysTheSame(between(words, 0, text.length, most))
  }
}

interface Match extends Span {
  readonly errors: number
}

function likeliest(text: string, words: string, matches: readonly Match[]): readonly Span[] {
  const weighty = weightyWords(words).join(' ')
  const ordered = [...matches].sort((a, b) => a.errors - b.errors || b.end - b.start - (a.end - a.start))
  const places: Match[] = []
  for (const match of ordered) {
    if (places.length === mostPlaces) break
    const place = { ...wholeWords(text, match), errors: match.errors }
    const isClose = place.errors <= (places[0] ?? place).errors + words.length * margin
    if (!isClose) break
    if (places.some((known) => known.start < place.end && place.start < known.end)) continue
    if (weightyWords(text.slice(place.start, place.end)).join(' ') === weighty) places.push(place)
  }
  return places.map(({ start, end }) => ({ start, end }))
}

/** What is cut off at the ends of a similar place, or too much there. */
const mostOfWord = 16

function wholeWords(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from > 0 && start - from < mostOfWord && isInsideWord(text, from)) from--
  while (to < text.length && to - end < mostOfWord && isInsideWord(text, to)) to++
  while (from < to && text.charCodeAt(from) === 0x20) from++
  while (to > from && text.charCodeAt(to - 1) === 0x20) to--
  return { start: from, end: to }
}
