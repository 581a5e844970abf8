import { namesRole, nounSense, type Gender } from './lexicon/nouns'
import { titleSense } from './lexicon/titles'
import { determiner, endsNounPhrase, startsNoNounPhrase } from './lexicon/words'
import { tokenFrom, wordAt, type Reading } from './reading'
import type { Actor, Role } from './discourse'
import type { Reference } from './references/findReferences'

/** What the words around a name say about its bearer. */
export interface Introduction {
  readonly roles: readonly Role[]
  readonly gender: Gender | null
  /** A title, role or apposition stands there. */
  readonly introduced: boolean
}

/** Reads titles before a name ("former ambassador"), an apposition after it (", a lawyer from Oslo,") and "(D-Ohio)". */
export function introduction(reading: Reading, reference: Reference): Introduction {
  const roles: Role[] = []
  let gender: Gender | null = null
  const { tokens } = reading.article
  const note = (token: number, words: ReadonlySet<string>) => {
    const word = wordAt(reading, token)
    const sense = nounSense(word)
    const title = titleSense(word)
    const family = sense?.kind === 'person' && sense.number === 'one' ? sense.family : title?.family
    if (family) roles.push({ family, words })
    gender ??= (sense?.number === 'one' ? sense.gender : null) ?? title?.gender ?? null
  }
  const before = titleStart(reading, reference.first)
  const beforeWords = wordSet(reading, before, reference.first)
  for (let at = before; at < reference.first; at++) note(at, beforeWords)
  const after = nameEnd(reading, reference)
  const apposition = appositionEnd(reading, after)
  const afterWords = wordSet(reading, after + 1, apposition)
  for (let at = after + 1; at < apposition; at++) {
    note(at, afterWords)
    if (endsNounPhrase(tokens[at]!.text) && roles.length > 0 && tokens[at]!.text !== 'and') break
  }
  if (tokens[after]?.text === '(') {
    const party = /^([DR])\b/.exec(tokens[after + 1]?.text ?? '')?.[1]
    if (party) roles.push({ family: party === 'D' ? 'democrat' : 'republican', words: new Set() })
  }
  const described = reading.names[reference.name]!.description
  if (described) noteDescription(reading, described.start, described.end, note)
  return { roles, gender, introduced: roles.length > 0 || described !== null }
}

/** What a body's own name says it is: "Example Trade Commission" is a commission. */
export function rolesOfName(words: readonly string[]): readonly Role[] {
  const set = new Set(words)
  return words.flatMap((word) => {
    const sense = nounSense(word)
    return sense?.kind === 'organization' ? [{ family: sense.family, words: set }] : []
  })
}

/** True when a description with this head can mean somebody who has the role. */
export function canBeCalled(actor: Actor, family: string): boolean {
  return actor.roles.some((role) => namesRole(family, role.family))
}

function noteDescription(reading: Reading, start: number, end: number, note: (token: number, words: ReadonlySet<string>) => void): void {
  const first = tokenFrom(reading.article, start)
  let last = first
  while (last < reading.article.tokens.length && reading.article.tokens[last]!.start < end && last < first + 24) last++
  const words = wordSet(reading, first, last)
  for (let at = first; at < last; at++) {
    if (endsNounPhrase(reading.article.tokens[at]!.text) && at > first && reading.article.tokens[at]!.text !== 'and') return
    note(at, words)
  }
}

/** Where the title before a name begins; a title's last word is itself a role ("Foreign Minister", "Sen."). */
function titleStart(reading: Reading, name: number): number {
  const { tokens } = reading.article
  let first = name
  const last = wordAt(reading, name - 1) === '.' ? name - 2 : name - 1
  if (last < 0 || (!nounSense(wordAt(reading, last)) && !titleSense(wordAt(reading, last)))) return first
  for (let at = name - 1; at >= Math.max(0, name - 6) && reading.sentenceAt[at] === reading.sentenceAt[name]; at--) {
    const text = tokens[at]!.text
    if (text === '.') continue
    if (tokens[at]!.kind !== 'word' || determiner(text) || startsNoNounPhrase(text)) break
    first = at
  }
  return first
}

function nameEnd(reading: Reading, reference: Reference): number {
  let at = reference.first
  while (at < reading.article.tokens.length && reading.nameAt[at] === reference.name) at++
  return at
}

/** The end of ", the former mayor of Oslo," after a name; the comma's own place when no apposition follows. */
function appositionEnd(reading: Reading, comma: number): number {
  const { tokens } = reading.article
  if (tokens[comma]?.text !== ',') return comma + 1
  const first = tokens[comma + 1]
  if (!first || (startsNoNounPhrase(first.text) && !determiner(first.text)) || !opensApposition(reading, comma + 1)) return comma + 1
  let end = comma + 1
  while (end < Math.min(tokens.length, comma + 24) && reading.sentenceAt[end] === reading.sentenceAt[comma] && tokens[end]!.kind !== 'punctuation') end++
  return end
}

function opensApposition(reading: Reading, at: number): boolean {
  const kind = determiner(reading.article.tokens[at]!.text)
  if (kind) return true
  for (let next = at; next < Math.min(reading.article.tokens.length, at + 5); next++) {
    const word = reading.article.tokens[next]!.text
    if (nounSense(word)?.kind === 'person') return true
    if (reading.article.tokens[next]!.kind === 'punctuation' || startsNoNounPhrase(word)) return false
  }
  return false
}

function wordSet(reading: Reading, first: number, end: number): ReadonlySet<string> {
  const words = new Set<string>()
  for (let at = first; at < end; at++) words.add(wordAt(reading, at).toLowerCase())
  return words
}
