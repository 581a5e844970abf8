import type { Article } from '../../../article'
import { firstIndex } from '../../../util/binarySearch'
import type { Steps } from '../../../util/steps'
import type { Unchanged } from '../../unchanged'
import { readWords, type Words } from '../words'
import { foldUnit, phraseHash } from './hashing'
import type { Lexicon } from './lexicon'
import { Capitals, Case, Listed, type WordTypes } from './wordTypes'

/** An article as the tagger sees it: its words as numbers, and what is known of each before any name is. */
export interface TaggerInput {
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
  readonly kept: KeptWords
}

/**
 * How many words at the beginning and at the end are the same as in an earlier version of the article; those at the end
 * stand `shift` words further on.
 */
export interface KeptWords {
  readonly front: number
  readonly back: number
  readonly shift: number
}

/** What the tagger got of an earlier version of the article, over the same word types, and what has not changed since. */
export interface EarlierInput {
  readonly input: TaggerInput
  readonly unchanged: Unchanged
}

/** Linear in the length of the article; what has not changed is taken over from the earlier version. */
export function* taggerInput(
  article: Article,
  types: WordTypes,
  lexicon: Lexicon,
  earlier?: EarlierInput
): Steps<TaggerInput> {
  const { text, sentences } = article
  const { front, back } = earlier?.unchanged ?? { front: 0, back: 0 }
  const changed = readWords(article, front, sentences.length - back)
  yield
  const kept = keptWords(changed.count, sentences.length, earlier)
  const words = joinWords(changed, kept, earlier)
  const { count } = words
  const before = earlier?.input
  const sentenceFirst = sentenceStarts(words)
  const type = takeOver(new Int32Array(count), kept, before?.type)
  const sentenceCase = takeOver(new Uint8Array(count), kept, before?.sentenceCase)
  const phraseFlags = takeOver(new Uint8Array(count), kept, before?.phraseFlags)
  const phrasePosition = takeOver(new Uint8Array(count), kept, before?.phrasePosition)
  const runFirst = bounds(count, kept, before?.runFirst)
  const runLast = bounds(count, kept, before?.runLast)
  const chainFirst = bounds(count, kept, before?.chainFirst)
  const chainLast = bounds(count, kept, before?.chainLast)
  let rested = kept.front
  for (let s = 0; s + 1 < sentenceFirst.length; s++) {
    const first = sentenceFirst[s]!
    const last = sentenceFirst[s + 1]!
    if (last <= kept.front) continue
    if (first >= count - kept.back) break
    const written = caseOf(text, words, first, last)
    for (let at = first; at < last; at++) {
      type[at] = types.of(text, words.start[at]!, words.end[at]!, written)
      sentenceCase[at] = written
      if (at - rested < wordsPerStep) continue
      rested = at
      yield
    }
    findPhrases(types, lexicon, type, first, last, phraseFlags, phrasePosition)
    if (written !== Case.Normal) continue
    findRuns(types, type, first, last, runFirst, runLast)
    findChains(types, type, first, last, runFirst, runLast, chainFirst, chainLast)
  }
  return {
    text,
    words,
    type,
    sentenceCase,
    runFirst,
    runLast,
    chainFirst,
    chainLast,
    sentenceFirst,
    phraseFlags,
    phrasePosition,
    sport: sportOf(types, type),
    kept
  }
}

/** Words that are looked up in one step. */
const wordsPerStep = 4000

function keptWords(changed: number, sentences: number, earlier: EarlierInput | undefined): KeptWords {
  if (!earlier) return { front: 0, back: 0, shift: 0 }
  const { words } = earlier.input
  const { unchanged } = earlier
  const front = wordsBefore(words, unchanged.front)
  const back = words.count - wordsBefore(words, sentences - unchanged.sentenceShift - unchanged.back)
  return { front, back, shift: front + changed + back - words.count }
}

/** How many words stand in the sentences before one. */
function wordsBefore({ sentence, count }: Words, limit: number): number {
  return firstIndex(count, (word) => sentence[word]! >= limit)
}

function joinWords(changed: Words, kept: KeptWords, earlier: EarlierInput | undefined): Words {
  if (!earlier) return changed
  const {
    input: { words },
    unchanged: { shift, sentenceShift }
  } = earlier
  const count = kept.front + changed.count + kept.back
  const join = (of: (words: Words) => Int32Array, by: number) => {
    const joined = takeOver(new Int32Array(count), kept, of(words))
    joined.set(of(changed), kept.front)
    for (let at = count - kept.back; at < count; at++) joined[at]! += by
    return joined
  }
  return {
    count,
    start: join((part) => part.start, shift),
    end: join((part) => part.end, shift),
    sentence: join((part) => part.sentence, sentenceShift)
  }
}

/** Copies what an earlier column of `width` numbers a word has for the words that are kept. */
export function takeOver<T extends Int32Array | Uint16Array | Uint8Array | Int8Array | Float32Array>(
  column: T,
  kept: KeptWords,
  before: T | undefined,
  width = 1
): T {
  if (!before) return column
  column.set(before.subarray(0, kept.front * width))
  column.set(before.subarray(before.length - kept.back * width), column.length - kept.back * width)
  return column
}

/** Makes a column of word numbers, -1 where there is none, and moves those that are kept at the end. */
function bounds(count: number, kept: KeptWords, before: Int32Array | undefined): Int32Array {
  const column = takeOver(new Int32Array(count).fill(-1), kept, before)
  if (kept.shift !== 0)
    for (let at = count - kept.back; at < count; at++) if (column[at]! >= 0) column[at]! += kept.shift
  return column
}

/** How much a text looks like a sports page: by the share of words that are about sports. */
function sportOf(types: WordTypes, type: Int32Array): number {
  let words = 0
  for (let at = 0; at < type.length; at++) if ((types.listed[type[at]!]! & Listed.Sport) !== 0) words++
  return words < 2 || words * 150 < type.length ? 0 : words * 40 < type.length ? 1 : 2
}

function sentenceStarts({ sentence, count }: Words): Int32Array {
  let sentences = 0
  for (let at = 0; at < count; at++) if (at === 0 || sentence[at] !== sentence[at - 1]) sentences++
  const starts = new Int32Array(sentences + 1)
  for (let at = 0, next = 0; at < count; at++) if (at === 0 || sentence[at] !== sentence[at - 1]) starts[next++] = at
  starts[sentences] = count
  return starts
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
      if (unit >= 65 && unit <= 90) {
        letters++
        upperHere++
        continue
      }
      if (unit >= 97 && unit <= 122) {
        letters++
        continue
      }
      if (unit < 0xc0) continue
      letters++
      const folded = foldUnit(unit)
      if (folded !== unit && String.fromCharCode(unit).toLowerCase().charCodeAt(0) !== unit) upperHere++
    }
    upper += upperHere
    lower += letters - upperHere
    if (letters >= 4) {
      long++
      if (upperHere > 0) capitalized++
    }
    // A long sentence with lower-case words is settled early.
    if (lower > 60 && long > 8 && capitalized * 2 < long) return Case.Normal
  }
  if (upper > 3 && lower * 8 <= upper) return Case.Capitals
  return long >= 3 && capitalized * 10 >= long * 9 ? Case.Title : Case.Normal
}

function findRuns(
  types: WordTypes,
  type: Int32Array,
  first: number,
  last: number,
  runFirst: Int32Array,
  runLast: Int32Array
): void {
  for (let at = first; at < last;) {
    if (!isCapitalized(types.capitals[type[at]!]!)) {
      at++
      continue
    }
    let end = at + 1
    while (end < last && isCapitalized(types.capitals[type[end]!]!)) end++
    for (let word = at; word < end; word++) {
      runFirst[word] = at
      runLast[word] = end
    }
    at = end
  }
}

/** Joins runs that have one or two small words between them. */
function findChains(
  types: WordTypes,
  type: Int32Array,
  first: number,
  last: number,
  runFirst: Int32Array,
  runLast: Int32Array,
  chainFirst: Int32Array,
  chainLast: Int32Array
): void {
  for (let at = first; at < last;) {
    if (runFirst[at]! < 0) {
      at++
      continue
    }
    let end = runLast[at]!
    for (let next = end; next < last && next - end < 2 && (types.listed[type[next]!]! & Listed.Link) !== 0; next++) {
      if (next + 1 < last && runFirst[next + 1]! >= 0) {
        end = runLast[next + 1]!
        next = end - 1
      }
    }
    for (let word = at; word < end; word++) {
      chainFirst[word] = at
      chainLast[word] = end
    }
    at = end
  }
}

export function isCapitalized(capitals: Capitals): boolean {
  return capitals === Capitals.First || capitals === Capitals.All || capitals === Capitals.Mixed
}

function findPhrases(
  types: WordTypes,
  lexicon: Lexicon,
  type: Int32Array,
  first: number,
  last: number,
  phraseFlags: Uint8Array,
  phrasePosition: Uint8Array
): void {
  for (let at = first; at < last;) {
    if (!isCapitalized(types.capitals[type[at]!]!)) {
      at++
      continue
    }
    let hash = types.folded[type[at]!]!
    let end = at + 1
    let flags = 0
    for (let next = at + 1; next < last && next - at < lexicon.longest; next++) {
      hash = phraseHash(hash, types.folded[type[next]!]!)
      const found = lexicon.flags[lexicon.row(hash)]!
      if (found && isCapitalized(types.capitals[type[next]!]!)) {
        end = next + 1
        flags = found
      }
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
