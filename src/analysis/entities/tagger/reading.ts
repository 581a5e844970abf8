import type { Article } from '../../../article'
import { readWords, type Words } from '../words'
import { foldUnit, phraseHash } from './hashing'
import type { Lexicon } from './lexicon'
import { linkHashes, sportHashes } from './wordLists'
import { Capitals, Case, type WordTypes } from './wordTypes'

/** An article as the tagger sees it: its words as numbers, and what is known of each before any name is. */
export interface Reading {
  readonly text: string
  readonly words: Words
  /** Index into the word types. */
  readonly type: Int32Array
  /** Case of the sentence a word stands in. */
  readonly sentenceCase: Uint8Array
  /** The run of capitalised words around a capitalised word, half open; `runFirst` is -1 where there is none. */
  readonly runFirst: Int32Array
  readonly runLast: Int32Array
  /** The same across small words: "Bank of England", "Committee to Protect Journalists"; also set for the small words. */
  readonly chainFirst: Int32Array
  readonly chainLast: Int32Array
  /** First word of each sentence, and one past the last word of the last. */
  readonly sentenceFirst: Int32Array
  /** Lexicon flags of the longest listed phrase of several words over a word, and the word's position in it. */
  readonly phraseFlags: Uint8Array
  readonly phrasePosition: Uint8Array
  /** How much the article looks like a sports page: 0, 1 or 2. */
  readonly sport: number
}

/** Reads an article for tagging. Linear in its length. */
export function readForTagging(article: Article, types: WordTypes, lexicon: Lexicon): Reading {
  const { text } = article
  const words = readWords(article)
  const { count } = words
  const sentenceFirst = sentenceStarts(words)
  const type = new Int32Array(count)
  const sentenceCase = new Uint8Array(count)
  const runFirst = new Int32Array(count).fill(-1)
  const runLast = new Int32Array(count)
  const chainFirst = new Int32Array(count).fill(-1)
  const chainLast = new Int32Array(count)
  let sportWords = 0
  for (let s = 0; s + 1 < sentenceFirst.length; s++) {
    const first = sentenceFirst[s]!
    const last = sentenceFirst[s + 1]!
    const written = caseOf(text, words, first, last)
    for (let at = first; at < last; at++) {
      type[at] = types.of(text, words.start[at]!, words.end[at]!, written)
      sentenceCase[at] = written
      if (sportHashes.has(types.folded[type[at]!]!)) sportWords++
    }
    if (written !== Case.Normal) continue
    findRuns(types, type, first, last, runFirst, runLast)
    findChains(types, type, first, last, runFirst, runLast, chainFirst, chainLast)
  }
  const reading = {
    text, words, type, sentenceCase, runFirst, runLast, chainFirst, chainLast, sentenceFirst, phraseFlags: new Uint8Array(count), phrasePosition: new Uint8Array(count),
    sport: sportWords < 2 || sportWords * 150 < count ? 0 : sportWords * 40 < count ? 1 : 2
  }
  findPhrases(reading, types, lexicon)
  return reading
}

function sentenceStarts(words: Words): Int32Array {
  const starts: number[] = []
  for (let at = 0; at < words.count; at++) if (at === 0 || words.sentence[at] !== words.sentence[at - 1]) starts.push(at)
  return Int32Array.from([...starts.values(), words.count])
}

/** Capitals: hardly a lower-case letter. Title: nearly all longer words begin with a capital. */
function caseOf(text: string, words: Words, first: number, last: number): Case {
  let upper = 0
  let lower = 0
  let long = 0
  let capitalized = 0
  for (let at = first; at < last; at++) {
    const start = words.start[at]!
    const end = words.end[at]!
    let letters = 0
    let upperHere = 0
    for (let c = start; c < end; c++) {
      const unit = text.charCodeAt(c)
      if (unit >= 65 && unit <= 90) { letters++; upperHere++; continue }
      if (unit >= 97 && unit <= 122) { letters++; continue }
      if (unit < 0xc0) continue
      letters++
      const folded = foldUnit(unit)
      if (folded !== unit && String.fromCharCode(unit).toLowerCase().charCodeAt(0) !== unit) upperHere++
    }
    upper += upperHere
    lower += letters - upperHere
    if (letters >= 4) { long++; if (upperHere > 0) capitalized++ }
    // A long sentence with lower-case words is settled early.
    if (lower > 60 && long > 8 && capitalized * 2 < long) return Case.Normal
  }
  if (upper > 3 && lower * 8 <= upper) return Case.Capitals
  return long >= 3 && capitalized * 10 >= long * 9 ? Case.Title : Case.Normal
}

function findRuns(types: WordTypes, type: Int32Array, first: number, last: number, runFirst: Int32Array, runLast: Int32Array): void {
  for (let at = first; at < last;) {
    if (!isCapitalized(types.capitals[type[at]!]!)) { at++; continue }
    let end = at + 1
    while (end < last && isCapitalized(types.capitals[type[end]!]!)) end++
    for (let word = at; word < end; word++) { runFirst[word] = at; runLast[word] = end }
    at = end
  }
}

/** Joins runs that have one or two small words between them. */
function findChains(types: WordTypes, type: Int32Array, first: number, last: number, runFirst: Int32Array, runLast: Int32Array, chainFirst: Int32Array, chainLast: Int32Array): void {
  for (let at = first; at < last;) {
    if (runFirst[at]! < 0) { at++; continue }
    let end = runLast[at]!
    for (let next = end; next < last && next - end < 2 && linkHashes.has(types.folded[type[next]!]!); next++) {
      if (next + 1 < last && runFirst[next + 1]! >= 0) { end = runLast[next + 1]!; next = end - 1 }
    }
    for (let word = at; word < end; word++) { chainFirst[word] = at; chainLast[word] = end }
    at = end
  }
}

export function isCapitalized(capitals: Capitals): boolean {
  return capitals === Capitals.First || capitals === Capitals.All || capitals === Capitals.Mixed
}

function findPhrases(reading: Reading, types: WordTypes, lexicon: Lexicon): void {
  const { type, sentenceFirst, phraseFlags, phrasePosition } = reading
  for (let s = 0; s + 1 < sentenceFirst.length; s++) {
    const last = sentenceFirst[s + 1]!
    for (let at = sentenceFirst[s]!; at < last;) {
      if (!isCapitalized(types.capitals[type[at]!]!)) { at++; continue }
      let hash = types.folded[type[at]!]!
      let end = at + 1
      let flags = 0
      for (let next = at + 1; next < last && next - at < lexicon.longest; next++) {
        hash = phraseHash(hash, types.folded[type[next]!]!)
        const found = lexicon.flags[lexicon.row(hash)]!
        if (found && isCapitalized(types.capitals[type[next]!]!)) { end = next + 1; flags = found }
      }
      if (flags) {
        for (let word = at; word < end; word++) {
          phraseFlags[word] = flags
          phrasePosition[word] = word === at ? 1 : word === end - 1 ? 3 : 2
        }
      }
      at = flags ? end : at + 1
    }
  }
}
