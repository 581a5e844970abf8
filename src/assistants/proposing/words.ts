import type { Deciding } from '../../annotations'
import type { Span } from '../../article'

/** Where words stand in a line of the article, counted from 1. Throws where they do not, or several times. */
export function wordsInLine({ article: { text } }: Deciding, line: number, words: string): Span {
  const start = lineStart(text, line)
  const end = start + (/[\r\n]/.exec(text.slice(start))?.index ?? text.length - start)
  const at = text.slice(start, end).indexOf(words)
  if (at < 0 || words.trim() === '') throw new Error('these words are not in that line: see articlePassages')
  if (text.slice(start, end).includes(words, at + 1))
    throw new Error('these words are in that line several times: give more of them')
  return { start: start + at, end: start + at + words.length }
}

function lineStart(text: string, line: number): number {
  let start = 0
  const breaks = /\r\n?|\n/g
  for (let at = 1; at < line; at++) {
    if (!breaks.exec(text)) throw new Error('there is no such line: see articlePassages')
    start = breaks.lastIndex
  }
  return start
}
