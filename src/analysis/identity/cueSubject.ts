import { firstIndex } from '../../util/binarySearch'
import type { Attribution } from '../analysis'
import type { Actor } from './discourse'
import { endsNounPhrase } from './lexicon/words'
import { tokenFrom, wordAt, type ArticleTables } from './articleTables'
import type { Resolved } from './resolve'
import type { Reference } from './references/reference'

/**
 * Who does what the cue says where no source was found: the name or pronoun right before the verb ("Jane Roe (R-Ohio) said"),
 * or, behind "and", whom the sentence began with ("Roe smiled and asked ..."). Null for passives and for cues inside of
 * another quote.
 */
export function cueSubject({ cue, content }: Attribution, { discourse, resolutions }: Resolved): Actor | null {
  const { tables, references } = discourse
  const start = cue?.[0]?.start
  if (cue?.length !== 1 || start === undefined || isPassive(tables.article.text.slice(start, cue[0]!.end))) return null
  const verb = tokenFrom(tables.article, start)
  const sentence = tables.sentenceAt[verb]
  if (
    sentence === undefined ||
    tables.quotedAt[verb] ||
    content.some((piece) => piece.start <= start && start < piece.end)
  )
    return null
  const joined = wordAt(tables, verb - 1) === 'and'
  const relative = joined ? relativeBefore(tables, references, verb) : -1
  if (relative >= 0) return resolutions[relative]?.actor ?? null
  const before = joined ? firstOf(references, sentence) : lastBefore(references, verb)
  const reference = references[before]
  if (!reference || reference.sentence !== sentence || reference.head >= verb || tables.quotedAt[reference.head])
    return null
  if (joined ? !opensSentence(tables, reference) : !standsBefore(tables.article.text.slice(reference.end, start)))
    return null
  const actor = resolutions[before]?.actor ?? null
  return actor && (actor.type !== 'place' || (reference.name >= 0 && tables.names[reference.name]!.acting))
    ? actor
    : null
}

/** "The court heard Roe, who denied it and said that it was late": the "who" whose clause the verb goes on with, no comma between; -1 for none. */
function relativeBefore(tables: ArticleTables, references: readonly Reference[], verb: number): number {
  for (let at = lastBefore(references, verb); at >= 0; at--) {
    const { sentence, head, pronoun } = references[at]!
    if (sentence !== tables.sentenceAt[verb] || verb - head > longestClause) return -1
    if (pronoun?.kind !== 'who') continue
    for (let token = head + 1; token < verb; token++) if (wordAt(tables, token) === ',') return -1
    return at
  }
  return -1
}

/** In tokens. */
const longestClause = 60

/** At most a title or "But" goes before: what follows "after" or "with" is not what the sentence is about. */
function opensSentence(tables: ArticleTables, { first, sentence }: Reference): boolean {
  const { firstToken } = tables.article.sentences[sentence]!
  if (first - firstToken > longestTitle) return false
  for (let at = firstToken; at < first; at++) {
    const word = wordAt(tables, at)
    if (
      word !== 'But' &&
      word !== 'And' &&
      (endsNounPhrase(word.toLowerCase()) || (/^\p{L}/u.test(word) && !/^\p{Lu}/u.test(word)))
    )
      return false
  }
  return true
}

const longestTitle = 4

/** Or one whose subject only hears. */
function isPassive(cue: string): boolean {
  return (
    !/^\p{Ll}/u.test(cue) ||
    /^hear[ds]?$/.test(cue) ||
    /^(?:(?:has|have|had) been|is|are|was|were|be|been|being|to|could be|can be|may be|will be|would be)\b|^\p{L}+ing\b/u.test(
      cue
    )
  )
}

/** Nothing between subject and verb but a party, an adverb or a year: " (R-Ohio) ", " also ", " in 2010 ". */
function standsBefore(between: string): boolean {
  return (
    between.length < 40 &&
    /^(?:\s*\([^()]*\)|,?\s+in\s+\d{4},?|\s+(?:also|later|then|again|first|once|now|\p{L}+ly))*\s*$/u.test(between)
  )
}

/** The first reference of a sentence; references are in its order. */
function firstOf(references: readonly Reference[], sentence: number): number {
  return firstIndex(references.length, (index) => references[index]!.sentence >= sentence)
}

function lastBefore(references: readonly Reference[], token: number): number {
  return firstIndex(references.length, (index) => references[index]!.head >= token) - 1
}
