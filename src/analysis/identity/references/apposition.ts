import { endsNounPhrase, startsNoNounPhrase, determiner } from '../lexicon/words'
import { isPossessive, wordAt, type ArticleTables } from '../articleTables'
import type { NounPhrase } from './nounPhrase'
import { lastTokenOf } from './phraseWords'

/**
 * The name that a description stands in apposition to, or -1: "The envoy who mediates between them, Jane Roe, said",
 * "the judge, Jane Roe," and "Example Engineering, a company that ...".
 */
export function appositionOf(tables: ArticleTables, phrase: NounPhrase): number {
  if (
    phrase.sense?.number !== 'one' ||
    phrase.headName >= 0 ||
    phrase.determiner === 'bare' ||
    phrase.determiner === 'other'
  )
    return -1
  const before = nameBefore(tables, phrase)
  return before >= 0 ? before : nameAfter(tables, phrase)
}

/** "Jane Roe, the mayor of Example, ...": the description must go on or close as an apposition does, not with a verb. */
function nameBefore(tables: ArticleTables, phrase: NounPhrase): number {
  const comma = phrase.first - 1
  const name = tables.nameAt[comma - 1] ?? -1
  if (
    name < 0 ||
    wordAt(tables, comma) !== ',' ||
    tables.sentenceAt[comma] !== tables.sentenceAt[phrase.head] ||
    !fits(tables, name, phrase)
  )
    return -1
  if (isOpened(tables, firstOf(tables, comma - 1))) return -1
  const next = wordAt(tables, phrase.end)
  const closed = !isSameSentence(tables, phrase.end, phrase.head) || /^[,.;:)\u2014\u2013]$/.test(next)
  if (!closed) return relatives.has(next) || (complements.has(next) && closesAfter(tables, phrase.end)) ? name : -1
  // "Roe, the driver, the cook and ...": a list.
  return next === ',' && determiner(wordAt(tables, phrase.end + 1)) !== undefined ? -1 : name
}

/** "The envoy of Norland, Jane Roe, said": a complement or relative clause without commas may lie between. */
function nameAfter(tables: ArticleTables, phrase: NounPhrase): number {
  const next = wordAt(tables, phrase.end)
  let comma = phrase.end
  if (complements.has(next) || relatives.has(next)) {
    while (
      comma < phrase.end + longestClause &&
      isSameSentence(tables, comma, phrase.head) &&
      tables.article.tokens[comma]!.kind !== 'punctuation'
    )
      comma++
  }
  // "the Lord Chief Justice (Lord Harcourt)"
  const isBracketed = wordAt(tables, comma) === '('
  if ((wordAt(tables, comma) !== ',' && !isBracketed) || !isSameSentence(tables, comma, phrase.head)) return -1
  let at = comma + 1
  // ", former engineer Jane Roe,"
  while (at <= comma + longestTitle && isSameSentence(tables, at, phrase.head) && tables.nameAt[at]! < 0) {
    const word = wordAt(tables, at)
    if (
      determiner(word) ||
      endsNounPhrase(word) ||
      startsNoNounPhrase(word) ||
      tables.article.tokens[at]!.kind === 'punctuation' ||
      isPossessive(tables, at)
    )
      return -1
    at++
  }
  const name = isSameSentence(tables, at, phrase.head) ? tables.nameAt[at]! : -1
  if (name < 0 || !fits(tables, name, phrase) || isOpened(tables, phrase.first)) return -1
  const after = lastTokenOf(tables, at, tables.article.tokens.length) + 1
  if (!isSameSentence(tables, after, phrase.head)) return name
  const closing = wordAt(tables, after)
  if (isBracketed) return closing === ')' ? name : -1
  if (!/^[,.;)\u2014\u2013]$/.test(closing)) return -1
  const then = wordAt(tables, after + 1)
  return closing === ',' && (then === 'and' || then === 'or' || tables.nameAt[after + 1]! >= 0) ? -1 : name
}

const longestClause = 24
const longestTitle = 5
const relatives = new Set(['who', 'whose', 'whom', 'which', 'that'])
const complements = new Set(['of', 'for', 'in', 'at', 'from', 'to', 'on', 'with'])
const openers = new Set(
  'after before when while as since during unlike like despite although though once until if because with in'.split(' ')
)

function fits(tables: ArticleTables, name: number, { sense }: NounPhrase): boolean {
  const { type } = tables.names[name]!
  if (sense!.kind === 'organization') return type === 'organization' || type === 'group'
  return sense!.kind === 'person' && (type === 'person' || (type === 'organization' && ofBodies.has(sense!.family)))
}

/** "Example, Inc., the leader in online boats,": what is said of bodies as of people. */
const ofBodies = new Set(['leader', 'owner', 'winner', 'publisher', 'developer', 'host', 'member', 'supporter'])

/** "After talks with the minister, Roe, ...": the comma closes what opens the sentence. */
function isOpened(tables: ArticleTables, first: number): boolean {
  const sentence = tables.article.sentences[tables.sentenceAt[first]!]
  if (!sentence || first === sentence.firstToken || !openers.has(wordAt(tables, sentence.firstToken).toLowerCase()))
    return false
  for (let at = sentence.firstToken; at < first; at++) if (wordAt(tables, at) === ',') return false
  return true
}

/** The complement runs to a mark without a verb on the way. */
function closesAfter(tables: ArticleTables, from: number): boolean {
  for (let at = from; at < from + longestClause; at++) {
    if (!isSameSentence(tables, at, from) || tables.article.tokens[at]!.kind === 'punctuation') return true
    if (startsNoNounPhrase(wordAt(tables, at)) && !endsNounPhrase(wordAt(tables, at)) && tables.nameAt[at]! < 0)
      return false
  }
  return false
}

function isSameSentence(tables: ArticleTables, at: number, other: number): boolean {
  return at < tables.article.tokens.length && tables.sentenceAt[at] === tables.sentenceAt[other]
}

function firstOf(tables: ArticleTables, token: number): number {
  let first = token
  while (first > 0 && tables.nameAt[first - 1] === tables.nameAt[token]) first--
  return first
}
