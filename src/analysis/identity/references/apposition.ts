import { endsNounPhrase, startsNoNounPhrase, determiner } from '../lexicon/words'
import { isPossessive, wordAt, type Reading } from '../reading'
import type { NounPhrase } from './nounPhrase'
import { lastTokenOf } from './phraseWords'

/**
 * The name that a description stands in apposition to, or -1: "The envoy who mediates between them, Jane Roe, said",
 * "the judge, Jane Roe," and "Example Engineering, a company that ...".
 */
export function appositionOf(reading: Reading, phrase: NounPhrase): number {
  if (
    phrase.sense?.number !== 'one' ||
    phrase.headName >= 0 ||
    phrase.determiner === 'bare' ||
    phrase.determiner === 'other'
  )
    return -1
  const before = nameBefore(reading, phrase)
  return before >= 0 ? before : nameAfter(reading, phrase)
}

/** "Jane Roe, the mayor of Example, ...": the description must go on or close as an apposition does, not with a verb. */
function nameBefore(reading: Reading, phrase: NounPhrase): number {
  const comma = phrase.first - 1
  const name = reading.nameAt[comma - 1] ?? -1
  if (
    name < 0 ||
    wordAt(reading, comma) !== ',' ||
    reading.sentenceAt[comma] !== reading.sentenceAt[phrase.head] ||
    !fits(reading, name, phrase)
  )
    return -1
  if (isOpened(reading, firstOf(reading, comma - 1))) return -1
  const next = wordAt(reading, phrase.end)
  const closed = !isSameSentence(reading, phrase.end, phrase.head) || /^[,.;:)\u2014\u2013]$/.test(next)
  if (!closed) return relatives.has(next) || (complements.has(next) && closesAfter(reading, phrase.end)) ? name : -1
  // "Roe, the driver, the cook and ...": a list.
  return next === ',' && determiner(wordAt(reading, phrase.end + 1)) !== undefined ? -1 : name
}

/** "The envoy of Norland, Jane Roe, said": a complement or relative clause without commas may lie between. */
function nameAfter(reading: Reading, phrase: NounPhrase): number {
  const next = wordAt(reading, phrase.end)
  let comma = phrase.end
  if (complements.has(next) || relatives.has(next)) {
    while (
      comma < phrase.end + longestClause &&
      isSameSentence(reading, comma, phrase.head) &&
      reading.article.tokens[comma]!.kind !== 'punctuation'
    )
      comma++
  }
  if (wordAt(reading, comma) !== ',' || !isSameSentence(reading, comma, phrase.head)) return -1
  let at = comma + 1
  // ", former engineer Jane Roe,"
  while (at <= comma + longestTitle && isSameSentence(reading, at, phrase.head) && reading.nameAt[at]! < 0) {
    const word = wordAt(reading, at)
    if (
      determiner(word) ||
      endsNounPhrase(word) ||
      startsNoNounPhrase(word) ||
      reading.article.tokens[at]!.kind === 'punctuation' ||
      isPossessive(reading, at)
    )
      return -1
    at++
  }
  const name = isSameSentence(reading, at, phrase.head) ? reading.nameAt[at]! : -1
  if (name < 0 || !fits(reading, name, phrase) || isOpened(reading, phrase.first)) return -1
  const after = lastTokenOf(reading, at, reading.article.tokens.length) + 1
  if (!isSameSentence(reading, after, phrase.head)) return name
  const closing = wordAt(reading, after)
  if (!/^[,.;)\u2014\u2013]$/.test(closing)) return -1
  const then = wordAt(reading, after + 1)
  return closing === ',' && (then === 'and' || then === 'or' || reading.nameAt[after + 1]! >= 0) ? -1 : name
}

const longestClause = 24
const longestTitle = 5
const relatives = new Set(['who', 'whose', 'whom', 'which', 'that'])
const complements = new Set(['of', 'for', 'in', 'at', 'from', 'to', 'on', 'with'])
const openers = new Set(
  'after before when while as since during unlike like despite although though once until if because with in'.split(' ')
)

function fits(reading: Reading, name: number, { sense }: NounPhrase): boolean {
  const { type } = reading.names[name]!
  if (sense!.kind === 'organization') return type === 'organization' || type === 'group'
  return sense!.kind === 'person' && type === 'person'
}

/** "After talks with the minister, Roe, ...": the comma closes what opens the sentence. */
function isOpened(reading: Reading, first: number): boolean {
  const sentence = reading.article.sentences[reading.sentenceAt[first]!]
  if (!sentence || first === sentence.firstToken || !openers.has(wordAt(reading, sentence.firstToken).toLowerCase()))
    return false
  for (let at = sentence.firstToken; at < first; at++) if (wordAt(reading, at) === ',') return false
  return true
}

/** The complement runs to a mark without a verb on the way. */
function closesAfter(reading: Reading, from: number): boolean {
  for (let at = from; at < from + longestClause; at++) {
    if (!isSameSentence(reading, at, from) || reading.article.tokens[at]!.kind === 'punctuation') return true
    if (startsNoNounPhrase(wordAt(reading, at)) && !endsNounPhrase(wordAt(reading, at)) && reading.nameAt[at]! < 0)
      return false
  }
  return false
}

function isSameSentence(reading: Reading, at: number, other: number): boolean {
  return at < reading.article.tokens.length && reading.sentenceAt[at] === reading.sentenceAt[other]
}

function firstOf(reading: Reading, token: number): number {
  let first = token
  while (first > 0 && reading.nameAt[first - 1] === reading.nameAt[token]) first--
  return first
}
