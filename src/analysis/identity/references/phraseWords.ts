import { nounSense, type NounSense } from '../lexicon/nouns'
import { isEndingToken, wordAt, type ArticleTables } from '../articleTables'

/** The last token of the name that covers `token`, within the phrase. */
export function lastTokenOf(tables: ArticleTables, token: number, end: number): number {
  const name = tables.nameAt[token]!
  let last = token
  while (last + 1 < end && tables.nameAt[last + 1] === name) last++
  return last
}

/** True when a word or number stands among tokens [from, end). */
export function hasWord(tables: ArticleTables, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const token = tables.article.tokens[at]!
    if (isEndingToken(token.text) || isQuotationMark(token.text)) continue
    return token.kind === 'word' || token.kind === 'number'
  }
  return false
}

export function isQuotationMark(text: string): boolean {
  return /^["'\u2018\u2019\u201C\u201D]+$/.test(text)
}

/** What the noun at a phrase's head says; of "co-author" what stands behind the hyphen. Null for nouns that we do not know. */
export function headSense(tables: ArticleTables, head: number): NounSense | null {
  const word = wordAt(tables, head)
  const sense = nounSense(word) ?? nounSense(word.toLowerCase())
  if (sense) return sense
  const hyphen = word.lastIndexOf('-')
  return (hyphen > 0 ? nounSense(word.slice(hyphen + 1)) : undefined) ?? null
}

/** True for a word that begins with a capital letter. */
export function isCapitalized(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

/** The first token of the name that covers a token. */
export function firstTokenOf(tables: ArticleTables, at: number): number {
  let first = at
  while (first > 0 && tables.nameAt[first - 1] === tables.nameAt[at]) first--
  return first
}
