import type { Token } from '../../../article'
import { foldedHash } from '../../entities/tagger/hashing'

/** What the models ask about each token, as small numbers. Arrays are indexed like `article.tokens`. */
export interface TokenTable {
  readonly size: number
  /** Hash of the word, folded as the lexicon folds it. */
  readonly word: Int32Array
  /** Hashes of its last three and last two characters in lower case. */
  readonly suffix3: Int32Array
  readonly suffix2: Int32Array
  /** Capitals, figures, marks: a small class, see `shapeOf`. */
  readonly shape: Uint8Array
}

export function tokenTable(tokens: readonly Token[]): TokenTable {
  const size = tokens.length
  const word = new Int32Array(size)
  const suffix3 = new Int32Array(size)
  const suffix2 = new Int32Array(size)
  const shape = new Uint8Array(size)
  for (let at = 0; at < size; at++) {
    const { text } = tokens[at] as Token
    const { length } = text
    let last = 0
    let last2 = 0
    for (let index = Math.max(0, length - 3); index < length; index++) {
      const unit = text.charCodeAt(index) | 0x20
      last = (Math.imul(last, 0x1003f) + unit) | 0
      if (index >= length - 2) last2 = (Math.imul(last2, 0x1003f) + unit) | 0
    }
    word[at] = foldedHash(text, 0, length)
    suffix3[at] = last
    suffix2[at] = last2
    shape[at] = shapeOf(text)
  }
  return { size, word, suffix3, suffix2, shape }
}

/** The hash that `TokenTable.word` holds for a word. */
export function wordHash(text: string): number {
  return foldedHash(text, 0, text.length)
}

/** 0 mark, 1 lower case, 2 capitalised, 3 all capitals, 4 one capital, 5 inner capitals, 6 figures, 7 with hyphen, 8 other. */
function shapeOf(text: string): number {
  let uppers = 0
  let lowers = 0
  let figures = 0
  let hyphens = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit >= 65 && unit <= 90) uppers++
    else if ((unit >= 97 && unit <= 122) || (unit > 191 && unit < 0x2000)) lowers++
    else if (unit >= 48 && unit <= 57) figures++
    else if (unit === 45) hyphens++
  }
  const first = text.charCodeAt(0)
  const startsUpper = first >= 65 && first <= 90
  if (figures > 0) return lowers + uppers > 0 ? 8 : 6
  if (lowers + uppers === 0) return 0
  if (hyphens > 0) return startsUpper ? 9 : 7
  if (uppers === 0) return 1
  if (lowers === 0) return uppers === 1 ? 4 : 3
  return startsUpper && uppers === 1 ? 2 : 5
}
