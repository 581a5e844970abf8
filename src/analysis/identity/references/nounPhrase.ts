import { nounSense, type NounSense } from '../lexicon/nouns'
import { titleSense } from '../lexicon/titles'
import { pronounSense } from '../lexicon/pronouns'
import { determiner, endsNounPhrase, isParticiple, type Determiner } from '../lexicon/words'
import { isEndingToken, isPossessive, wordAt, type Reading } from '../reading'

/** Who owns or anchors a noun phrase: "Acme" of "an Acme official", "the territory" of "the territory's health ministry". */
export interface Anchor {
  /** The token of the anchor's head. */
  readonly token: number
  readonly relation: 'possessive' | 'attributive' | 'complement'
}

/** A noun phrase by its tokens, half open. The head is its last noun before any complement. */
export interface NounPhrase {
  readonly first: number
  readonly head: number
  /** The end of the core: determiner, modifiers and head. */
  readonly end: number
  readonly determiner: Determiner
  /** The name that is the head ("Prime Minister Jane Roe"), or -1 when a common noun is. */
  readonly headName: number
  readonly sense: NounSense | null
  /** Lower-case words between determiner (or owner) and head, names included. */
  readonly modifiers: readonly string[]
  /** Capitals that no recogniser took for a name: "The Harbour Leader". */
  readonly proper: boolean
  /** A relative clause says which: "the judges who voted". Not somebody whom the text has told of before. */
  readonly restricted: boolean
  /** A name stands among the modifiers: "the Ohio senator". */
  readonly attributiveName: boolean
  readonly anchor: Anchor | null
  /** Names joined by "and": "Roe and Doe". */
  readonly members: readonly number[]
  /** A name in apposition to a common noun: "another host, Jane Roe,". */
  readonly apposition: number
}

/** Reads the tokens [first, end) as one noun phrase; null when there is no word in them. */
export function readNounPhrase(reading: Reading, first: number, end: number): NounPhrase | null {
  const core = unrecognizedName(reading, titledName(reading, readCore(reading, first, end), end), end)
  if (core.head < 0) return null
  const members = joinedNames(reading, core, end)
  if (members.length === 0 && core.headName >= 0 && joinsOthers(reading, core.end, end)) Object.assign(core, { head: lastWord(reading, end), headName: -1, end, determiner: 'definite' })
  const sense = core.headName >= 0 ? null : headSense(reading, core.head)
  const apposition = core.headName < 0 ? appositiveName(reading, core.end, end) : -1
  const anchor = core.anchor ?? complementAnchor(reading, core.end, end) ?? core.attributive
  return { first: core.first, head: core.head, end: core.end, determiner: core.determiner, headName: core.headName, sense, modifiers: core.modifiers, proper: core.headName < 0 && isProper(reading, core), restricted: relatives.has(wordAt(reading, core.end)), attributiveName: core.attributive !== null, anchor, members, apposition }
}

const relatives = new Set(['who', 'whose', 'whom', 'which', 'that'])

function isProper(reading: Reading, core: Core): boolean {
  const before = core.head - 1
  return before > core.first && reading.nameAt[before]! < 0 && isCapitalized(wordAt(reading, core.head)) && isCapitalized(wordAt(reading, before)) && wordAt(reading, core.head) !== wordAt(reading, core.head).toUpperCase()
}

function isCapitalized(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

interface Core {
  first: number
  head: number
  end: number
  determiner: Determiner
  headName: number
  modifiers: string[]
  anchor: Anchor | null
  attributive: Anchor | null
}

function readCore(reading: Reading, first: number, end: number): Core {
  const { tokens } = reading.article
  const core: Core = { first: -1, head: -1, end: first, determiner: 'bare', headName: -1, modifiers: [], anchor: null, attributive: null }
  for (let at = first; at < end; at++) {
    const token = tokens[at]!
    if (isEndingToken(token.text)) continue
    if (token.kind === 'punctuation' || token.kind === 'symbol') {
      if ( token.text === '-' || core.head < 0 || isQuotationMark(token.text)) continue
      if (token.text === '/' || (token.text === '.' && at === core.head + 1 && hasWord(reading, at + 1, end)) || joinsAdjectives(reading, core, at, end)) continue
      break
    }
    const name = reading.nameAt[at]!
    if (name >= 0) {
      const last = lastTokenOf(reading, at, end)
      if (core.first < 0) core.first = at
      if (isPossessive(reading, last) && hasWord(reading, last + 1, end)) {
        core.anchor = { token: last, relation: 'possessive' }
        restart(core)
      } else {
        if (core.head >= 0) pushModifier(reading, core, core.head)
        core.head = last
        core.headName = name
        core.attributive = { token: last, relation: 'attributive' }
      }
      core.end = last + 1
      at = last
      continue
    }
    const word = wordAt(reading, at)
    const pronoun = core.head < 0 ? pronounSense(word) : undefined
    if (pronoun?.owner && hasWord(reading, at + 1, end)) {
      core.first = core.first < 0 ? at : core.first
      core.anchor = { token: at, relation: 'possessive' }
      core.determiner = 'definite'
      continue
    }
    const kind = core.head < 0 ? determiner(word) : undefined
    if (kind && hasWord(reading, at + 1, end) && !(word.toLowerCase() === 'one' && wordAt(reading, at + 1) === 'of')) {
      core.first = core.first < 0 ? at : core.first
      core.determiner = kind
      continue
    }
    if (core.head >= 0 && (endsNounPhrase(word) || (isParticiple(word) && (core.headName >= 0 || headSense(reading, core.head) !== null)) || (/(?:ed|ing)$/.test(word) && endsNounPhrase(wordAt(reading, at + 1)))) && !joinsAdjectives(reading, core, at, end)) break
    if (core.first < 0) core.first = at
    if (isPossessive(reading, at) && hasWord(reading, at + 1, end)) {
      core.anchor = { token: at, relation: 'possessive' }
      restart(core)
      core.end = at + 1
      continue
    }
    if (core.head >= 0) pushModifier(reading, core, core.head)
    core.head = at
    core.headName = -1
    core.end = at + 1
  }
  if (core.headName >= 0) core.attributive = null
  return core
}

/** "Secretary of State Jane Roe": an office with "of" in front of a person's name is a title, unless another title lies between. */
function titledName(reading: Reading, core: Core, end: number): Core {
  const { tokens } = reading.article
  if (core.head < 0 || core.headName >= 0 || core.determiner === 'indefinite' || core.end >= end || tokens[core.end]!.text !== 'of') return core
  let at = core.end + 1
  while (at < end) {
    const name = reading.nameAt[at]!
    if (name >= 0 && reading.names[name]!.type === 'person') {
      const last = lastTokenOf(reading, at, end)
      const possessive = isPossessive(reading, last) && hasWord(reading, last + 1, end)
      return at === core.end + 1 || possessive ? core : { ...core, head: last, headName: name, end: last + 1, anchor: null, attributive: null }
    }
    const word = wordAt(reading, at)
    if (name < 0 && ((!/^\p{Lu}/u.test(word) && word !== 'and' && word !== 'the') || nounSense(word)?.kind === 'person' || titleSense(word))) return core
    at++
  }
  return core
}

/** "the Harbours and Missing Ships Forum": capitals that go on behind "and", "of" or "for" are one name that nobody recognised. */
function unrecognizedName(reading: Reading, core: Core, end: number): Core {
  if (core.head <= core.first || core.headName >= 0 || !isCapitalized(wordAt(reading, core.head))) return core
  let last = core.head
  for (let at = core.end; at < end && reading.nameAt[at]! < 0; at++) {
    const word = wordAt(reading, at)
    if (isCapitalized(word)) last = at
    else if (word !== 'and' && word !== 'of' && word !== 'for' && word !== 'the') break
  }
  if (last === core.head || !isCapitalized(wordAt(reading, core.end + 1))) return core
  const modifiers = [...core.modifiers]
  for (let at = core.head; at < last; at++) modifiers.push(wordAt(reading, at).toLowerCase())
  return { ...core, head: last, end: last + 1, modifiers }
}

/** What follows an owner is a noun phrase of its own. */
function restart(core: Core): void {
  core.head = -1
  core.headName = -1
  core.modifiers = []
  core.attributive = null
  core.determiner = 'definite'
}

function pushModifier(reading: Reading, core: Core, token: number): void {
  const name = reading.nameAt[token]!
  core.modifiers.push(name >= 0 ? reading.article.text.slice(reading.names[name]!.start, reading.names[name]!.end).toLowerCase() : wordAt(reading, token).toLowerCase())
}

/** "US, Qatari and Egyptian mediators": commas and an "and" between modifiers, when a plural noun of ours closes the phrase. */
function joinsAdjectives(reading: Reading, core: Core, at: number, end: number): boolean {
  const text = reading.article.tokens[at]!.text
  if (text !== ',' && text !== 'and') return false
  if (core.headName < 0 && nounSense(wordAt(reading, core.head))) return false
  if (core.headName >= 0 && reading.names[core.headName]!.type === 'person') return false
  for (let later = at + 1; later < Math.min(end, at + 8); later++) {
    const word = wordAt(reading, later)
    if (later > at + 1 && endsNounPhrase(word) && word !== 'and') return false
    if (determiner(word) || pronounSense(word)) return false
    if (reading.nameAt[later]! < 0 && nounSense(word)?.number === 'many') return true
  }
  return false
}

function headSense(reading: Reading, head: number): NounSense | null {
  const word = wordAt(reading, head)
  const sense = nounSense(word) ?? nounSense(word.toLowerCase())
  if (sense) return sense
  const hyphen = word.lastIndexOf('-')
  return (hyphen > 0 ? nounSense(word.slice(hyphen + 1)) : undefined) ?? null
}

/** "Roe and Doe", also "Roe, Doe and Poe" and "Roe, a senator, and Doe": names with their titles and appositions. */
function joinedNames(reading: Reading, core: Core, end: number): readonly number[] {
  if (core.headName < 0) return []
  const members = [core.headName]
  let joined = false
  let isNewPart = false
  for (let at = core.end; at < end; at++) {
    const text = reading.article.tokens[at]!.text
    const name = reading.nameAt[at]!
    if (name >= 0) {
      // Of "House Speaker Jane Roe" the last name is the one who speaks.
      if (members.at(-1) !== name) members.splice(isNewPart ? members.length : members.length - 1, isNewPart ? 0 : 1, name)
      isNewPart = false
    } else if (text === 'and' || text === '&') joined = isNewPart = true
    else if (text === ',' && !joined) {
      at = appositionEnd(reading, at, end)
      isNewPart = true
    }
    else if (joined && members.length > 1) break
    else if (!isTitleLike(text) && !isEndingToken(text) && nounSense(text)?.kind !== 'person') return []
  }
  return joined && members.length > 1 ? members : []
}

/** "Roe and her supporters": more than the one who is named. */
function joinsOthers(reading: Reading, from: number, end: number): boolean {
  if (wordAt(reading, from) !== 'and' || from + 1 >= end) return false
  const last = lastWord(reading, end)
  for (let at = from; at < end; at++) if (reading.article.tokens[at]!.text === ',' || reading.nameAt[at]! >= 0) return false
  return headSense(reading, last)?.number === 'many'
}

function lastWord(reading: Reading, end: number): number {
  let last = end - 1
  while (last > 0 && reading.article.tokens[last]!.kind !== 'word') last--
  return last
}

/** The comma that closes an apposition opened by the one at `comma`; `comma` itself when a name follows at once. */
function appositionEnd(reading: Reading, comma: number, end: number): number {
  if (reading.nameAt[comma + 1]! >= 0 && comma + 1 < end || wordAt(reading, comma + 1) === 'and') return comma
  for (let at = comma + 1; at < end; at++) if (wordAt(reading, at) === ',') return at
  return comma
}

function isTitleLike(text: string): boolean {
  return /^\p{Lu}/u.test(text) || text === 'the' || text === '.'
}

/** ", Jane Roe," or ", state senator Jane Roe," right after a common noun or its complement. */
function appositiveName(reading: Reading, from: number, end: number): number {
  for (let comma = from; comma < end; comma++) {
    if (wordAt(reading, comma) !== ',') continue
    for (let at = comma + 1; at < Math.min(end, comma + 9); at++) {
      const name = reading.nameAt[at]!
      const text = wordAt(reading, at)
      if (name < 0 && (determiner(text) || endsNounPhrase(text) || (reading.article.tokens[at]!.kind === 'punctuation' && text !== '.'))) return -1
      if (name < 0 || (reading.names[name]!.type !== 'person' && at !== comma + 1)) continue
      const after = lastTokenOf(reading, at, end) + 1
      return after >= end || reading.article.tokens[after]!.kind === 'punctuation' ? name : -1
    }
    return -1
  }
  return -1
}

/** "an attorney for Roe", "the head of the agency": the head of the first complement. */
function complementAnchor(reading: Reading, from: number, end: number): Anchor | null {
  const preposition = from < end ? wordAt(reading, from) : ''
  if (!['of', 'for', 'to', 'with', 'at'].includes(preposition)) return null
  let head = -1
  for (let at = from + 1; at < end; at++) {
    if (reading.nameAt[at]! >= 0) {
      head = lastTokenOf(reading, at, end)
      if (isPossessive(reading, head) && hasWord(reading, head + 1, end)) return { token: head, relation: 'complement' }
      at = head
      continue
    }
    const token = reading.article.tokens[at]!
    if (token.kind === 'punctuation' && !isEndingToken(token.text)) break
    if (endsNounPhrase(token.text)) break
    head = at
  }
  return head < 0 ? null : { token: head, relation: 'complement' }
}

/** The last token of the name that covers `token`, within the phrase. */
export function lastTokenOf(reading: Reading, token: number, end: number): number {
  const name = reading.nameAt[token]!
  let last = token
  while (last + 1 < end && reading.nameAt[last + 1] === name) last++
  return last
}

function hasWord(reading: Reading, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const token = reading.article.tokens[at]!
    if (isEndingToken(token.text) || isQuotationMark(token.text)) continue
    return token.kind === 'word' || token.kind === 'number'
  }
  return false
}

function isQuotationMark(text: string): boolean {
  return /^["'\u2018\u2019\u201C\u201D]+$/.test(text)
}
