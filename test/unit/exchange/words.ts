import type { Span } from '../../../src/article'

/** The place of words in a text: the `nth` one, from 1. */
export function spanOf(text: string, words: string, nth = 1): Span {
  let start = -1
  for (let count = 0; count < nth; count++) start = text.indexOf(words, start + 1)
  if (start === -1) throw new Error(`"${words}" is not ${nth} times in the text`)
  return { start, end: start + words.length }
}
