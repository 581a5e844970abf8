import { foldLetters } from '../util/folding'

/** So much of the words beside a keyword is compared, in UTF-16 units. */
const comparedLength = 48
/** Before a first letter stand quotation marks, and seldom more. */
const mostMarks = 16

/** `wordsKey` looks at no more of its words, in UTF-16 units. */
export const longestWordsKey = comparedLength + mostMarks

/** By what words are sorted that stand left of a keyword: from their end, word by word. */
export function leftKey(left: string): string {
  return foldLetters(left.slice(-comparedLength)).split(' ').reverse().join(' ')
}

/** By what other words are sorted: from their first letter on. They are folded. */
export function wordsKey(folded: string): string {
  return folded
    .slice(0, longestWordsKey)
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, comparedLength)
}
