import { nounSense, type NounSense } from '../lexicon/nouns'
import { pronounSense } from '../lexicon/pronouns'
import { determiner, endsNounPhrase, startsNoNounPhrase } from '../lexicon/words'
import { isEndingToken, isPossessive, wordAt, type ArticleTables } from '../articleTables'
import { appositionOf } from './apposition'
import { readNounPhrase } from './nounPhrase'
import { firstTokenOf } from './phraseWords'
import type { Reference } from './reference'

/** A common noun of ours with its determiner, or in the plural without one, as a reference; null where it is no head. */
export function bodyNominal(tables: ArticleTables, head: number): Reference | null {
  const { tokens } = tables.article
  const sense = nounSense(wordAt(tables, head))
  if (!sense || isBodyPart(tables, head)) return null
  const next = tokens[head + 1]
  if (next && tables.sentenceAt[head + 1] === tables.sentenceAt[head] && !isEndingToken(next.text)) {
    // What comes next is the head, or the name that this noun introduces.
    if (tables.nameAt[head + 1]! >= 0 || nounSense(next.text)) return null
    // "The party's deputy Welsh leader"
    if (/^\p{Lu}/u.test(next.text) && nounSense(wordAt(tables, head + 2))?.kind === 'person') return null
  }
  const start = phraseStart(tables, head)
  const first = start.determined ? start.first : bareStart(tables, head, start.first, sense)
  // "came as a scientist" says what somebody is; it is nobody new.
  if (
    first === null ||
    (determiner(wordAt(tables, first)) === 'indefinite' && wordAt(tables, first - 1).toLowerCase() === 'as')
  )
    return null
  // "the group of seven", "the group within the party": a body of its own, told by what follows.
  const complemented = next !== undefined && complements.has(next.text)
  const phrase = readNounPhrase(tables, first, complemented ? complementEnd(tables, head) : head + 1)
  if (!phrase || phrase.head !== head || !phrase.sense) return null
  return {
    start: tokens[phrase.first]!.start,
    end: unpossessedEnd(tables, head),
    form: 'nominal',
    sentence: tables.sentenceAt[head]!,
    first: phrase.first,
    head,
    name: -1,
    phrase,
    pronoun: null,
    sources: [],
    members: [],
    apposition: appositionOf(tables, phrase)
  }
}

/** "He shook his head": not whom he has above him. */
function isBodyPart(tables: ArticleTables, head: number): boolean {
  return /^heads?$/.test(wordAt(tables, head)) && /^(?:his|her|their|my|your)$/i.test(wordAt(tables, head - 1))
}

/** Where "Norland engineers" or "ninety officers" begins: people and bodies in the plural need no determiner. Null for other nouns. */
function bareStart(tables: ArticleTables, head: number, first: number, { number, kind }: NounSense): number | null {
  if (number !== 'many' || (kind !== 'person' && kind !== 'organization')) return null
  const sentence = tables.article.sentences[tables.sentenceAt[head]!]!
  // Farther back, or behind "to", a verb may stand among the words.
  if (
    first === sentence.firstToken ||
    (head - first <= 2 && endsNounPhrase(wordAt(tables, first - 1)) && wordAt(tables, first - 1) !== 'to')
  )
    return first
  let start = head
  while (start > first && (tables.nameAt[start - 1]! >= 0 || tables.article.tokens[start - 1]!.kind === 'number'))
    start--
  return start
}

const complements = new Set(['of', 'for'])

/** The end of "of the northern delegation": its noun, where it is one of ours; else two words after the preposition, lest verbs come along. */
function complementEnd(tables: ArticleTables, head: number): number {
  const { tokens } = tables.article
  const short = Math.min(head + 4, tokens.length)
  for (let at = head + 2; at < Math.min(head + 9, tokens.length); at++) {
    if (isEndingToken(tokens[at]!.text)) continue
    if (tokens[at]!.kind !== 'word') break
    const sense = nounSense(wordAt(tables, at))
    if (sense && !isPossessive(tables, at) && sense.kind !== 'place' && tables.nameAt[at]! < 0)
      return Math.max(short, at + 1)
    if (endsNounPhrase(tokens[at]!.text) || (startsNoNounPhrase(tokens[at]!.text) && !determiner(tokens[at]!.text)))
      break
  }
  return short
}

/** Walks back from a head to its determiner or owner; `determined` is false when none stands there. */
export function phraseStart(tables: ArticleTables, head: number, depth = 0): { first: number; determined: boolean } {
  const { tokens } = tables.article
  const sentence = tables.sentenceAt[head]!
  let first = head
  for (let at = head - 1; at >= Math.max(0, head - 8) && tables.sentenceAt[at] === sentence; at--) {
    const token = tokens[at]!
    if (token.kind === 'punctuation' && !isEndingToken(token.text) && token.text !== '-') break
    const word = token.text
    if (tables.nameAt[at]! < 0) {
      if (determiner(word)) return { first: at, determined: true }
      const pronoun = pronounSense(word)
      if (pronoun) return pronoun.owner ? { first: at, determined: true } : { first, determined: false }
      if (startsNoNounPhrase(word) || endsNounPhrase(word)) break
    }
    first = at
    if (isPossessive(tables, at) && (depth > 1 || !phraseStart(tables, at, depth + 1).determined))
      return { first: ownerStart(tables, at), determined: true }
  }
  return { first, determined: false }
}

function ownerStart(tables: ArticleTables, at: number): number {
  return tables.nameAt[at]! < 0 ? at : firstTokenOf(tables, at)
}

export function unpossessedEnd(tables: ArticleTables, token: number): number {
  return tables.article.tokens[token]!.start + wordAt(tables, token).length
}
