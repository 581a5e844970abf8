import { isDescribedPerson } from '../lexicon/guessedNouns'
import { nounSense } from '../lexicon/nouns'
import { pronounSense } from '../lexicon/pronouns'
import { titleSense } from '../lexicon/titles'
import { isPostNominal } from '../names/nameKey'
import { determiner, endsNounPhrase, isParticiple, type Determiner } from '../lexicon/words'
import { isEndingToken, isPossessive, wordAt, type ArticleTables } from '../articleTables'
import { hasWord, headSense, isCapitalized, isQuotationMark, lastTokenOf } from './phraseWords'

/** Who owns or anchors a noun phrase: "Acme" of "an Acme official", "the territory" of "the territory's health ministry". */
export interface Anchor {
  /** The token of the anchor's head. */
  readonly token: number
  readonly relation: 'possessive' | 'attributive' | 'complement'
}

/** A noun phrase's core while it is read: determiner or owner, modifiers and head. */
export interface Core {
  first: number
  head: number
  end: number
  determiner: Determiner
  headName: number
  modifiers: string[]
  anchor: Anchor | null
  attributive: Anchor | null
}

/** Reads the tokens [first, end) up to the end of the core; its head is -1 when there is no word in them. */
export function readCore(tables: ArticleTables, first: number, end: number): Core {
  const { tokens } = tables.article
  const core: Core = {
    first: -1,
    head: -1,
    end: first,
    determiner: 'bare',
    headName: -1,
    modifiers: [],
    anchor: null,
    attributive: null
  }
  for (let at = first; at < end; at++) {
    const token = tokens[at]!
    if (isEndingToken(token.text)) continue
    if (token.kind === 'punctuation' || token.kind === 'symbol') {
      if (token.text === '-' || core.head < 0 || isQuotationMark(token.text)) continue
      if (
        token.text === '/' ||
        (token.text === '.' && at === core.head + 1 && hasWord(tables, at + 1, end)) ||
        joinsAdjectives(tables, core, at, end)
      )
        continue
      break
    }
    const name = tables.nameAt[at]!
    if (name >= 0 && !describesPerson(tables, at)) {
      const last = lastTokenOf(tables, at, end)
      if (core.first < 0) core.first = at
      if (isPossessive(tables, last) && hasWord(tables, last + 1, end)) {
        core.anchor = { token: last, relation: 'possessive' }
        restart(core)
      } else {
        if (core.head >= 0) pushModifier(tables, core, core.head)
        core.head = last
        core.headName = name
        core.attributive = { token: last, relation: 'attributive' }
      }
      core.end = last + 1
      at = last
      continue
    }
    const word = wordAt(tables, at)
    const pronoun = core.head < 0 ? pronounSense(word) : undefined
    if (pronoun?.owner && hasWord(tables, at + 1, end)) {
      core.first = core.first < 0 ? at : core.first
      core.anchor = { token: at, relation: 'possessive' }
      core.determiner = 'definite'
      continue
    }
    const kind = core.head < 0 ? determiner(word) : undefined
    if (kind && hasWord(tables, at + 1, end) && !(word.toLowerCase() === 'one' && wordAt(tables, at + 1) === 'of')) {
      core.first = core.first < 0 ? at : core.first
      core.determiner = kind
      continue
    }
    if (
      core.head >= 0 &&
      (endsNounPhrase(word) ||
        (isParticiple(word) &&
          (core.headName >= 0 || headSense(tables, core.head) !== null || isPlural(wordAt(tables, core.head)))) ||
        (/(?:ed|ing)$/.test(word) && endsNounPhrase(wordAt(tables, at + 1)))) &&
      !joinsAdjectives(tables, core, at, end)
    )
      break
    // "Ana Silk MP", but "an SNP MP".
    if (core.headName >= 0 && tables.names[core.headName]!.type === 'person' && isPostNominal(word)) {
      core.end = at + 1
      continue
    }
    if (core.first < 0) core.first = at
    if (isPossessive(tables, at) && hasWord(tables, at + 1, end)) {
      core.anchor = { token: at, relation: 'possessive' }
      restart(core)
      core.end = at + 1
      continue
    }
    if (core.head >= 0) pushModifier(tables, core, core.head)
    core.head = at
    core.headName = -1
    core.end = at + 1
    if (name >= 0) core.attributive = { token: at, relation: 'attributive' }
  }
  if (core.headName >= 0) core.attributive = null
  return core
}

/** "The Leeds-native": a word that a name begins and that says who somebody is. */
function describesPerson(tables: ArticleTables, at: number): boolean {
  const word = wordAt(tables, at)
  if (tables.names[tables.nameAt[at]!]!.end >= tables.article.tokens[at]!.end) return false
  return /-\p{Ll}+$/u.test(word) && (isDescribedPerson(word) || headSense(tables, at)?.kind === 'person')
}

/** "Secretary of State Jane Roe", "Spokeswoman for the ministry Ana Silk": an office with its field in front of a person's name is a title, unless another title lies between. */
export function titledName(tables: ArticleTables, core: Core, end: number): Core {
  const { tokens } = tables.article
  const several = namedByRoles(tables, core, end)
  if (several) return several
  if (
    core.head < 0 ||
    core.headName >= 0 ||
    core.determiner === 'indefinite' ||
    core.end >= end ||
    !['of', 'for', 'at', 'on', 'in'].includes(tokens[core.end]!.text)
  )
    return core
  let at = core.end + 1
  while (at < end) {
    const name = tables.nameAt[at]!
    if (name >= 0 && tables.names[name]!.type === 'person') {
      const last = lastTokenOf(tables, at, end)
      const possessive = isPossessive(tables, last) && hasWord(tables, last + 1, end)
      return at === core.end + 1 || possessive
        ? core
        : { ...core, head: last, headName: name, end: last + 1, anchor: null, attributive: null }
    }
    const word = wordAt(tables, at)
    if (
      name < 0 &&
      ((!/^\p{Lu}/u.test(word) && !joinsField.has(word) && nounSense(word)?.kind !== 'organization') ||
        (nounSense(word)?.kind === 'person' && !isModifier(tables, at)) ||
        titleSense(word))
    )
      return core
    at++
  }
  return core
}

/** "Student" of "Student Services". */
function isModifier(tables: ArticleTables, at: number): boolean {
  const next = wordAt(tables, at + 1)
  return tables.nameAt[at + 1]! < 0 && isCapitalized(next) && nounSense(next)?.kind !== 'person' && !titleSense(next)
}

/** "co-author and Harwick historian Ana Silk": roles of one person, where no article begins them. */
function namedByRoles(tables: ArticleTables, core: Core, end: number): Core | null {
  const isRole = (at: number) => {
    const sense = headSense(tables, at)
    return sense?.kind === 'person' && sense.number !== 'many' && /^\p{Ll}/u.test(wordAt(tables, at))
  }
  if (core.head < 0 || core.headName >= 0 || core.determiner !== 'bare' || !isRole(core.head)) return null
  if (core.end >= end || wordAt(tables, core.end) !== 'and') return null
  for (let at = core.end + 1; at < Math.min(end, core.end + longestRole); at++) {
    const name = tables.nameAt[at]!
    if (name >= 0 && tables.names[name]!.type === 'person') {
      const last = lastTokenOf(tables, at, end)
      return isRole(at - 1) && !isPossessive(tables, last)
        ? { ...core, head: last, headName: name, end: last + 1, anchor: null, attributive: null }
        : null
    }
    if (name < 0 && (determiner(wordAt(tables, at)) || tables.article.tokens[at]!.kind === 'punctuation')) return null
  }
  return null
}

const longestRole = 7

/** Small words in the name of a field or a body: "of International Law at the University of Tarn". */
const joinsField = new Set(['and', 'the', 'of', 'for', 'at', '&'])

/** "the Harbours and Missing Ships Forum": capitals that go on behind "and", "of" or "for" are one name that nobody recognised. */
export function unrecognizedName(tables: ArticleTables, core: Core, end: number): Core {
  if (core.head <= core.first || core.headName >= 0 || !isCapitalized(wordAt(tables, core.head))) return core
  let last = core.head
  for (let at = core.end; at < end && tables.nameAt[at]! < 0; at++) {
    const word = wordAt(tables, at)
    if (isCapitalized(word)) last = at
    else if (word !== 'and' && word !== 'of' && word !== 'for' && word !== 'the') break
  }
  if (last === core.head || !isCapitalized(wordAt(tables, core.end + 1))) return core
  const modifiers = [...core.modifiers]
  for (let at = core.head; at < last; at++) modifiers.push(wordAt(tables, at).toLowerCase())
  return { ...core, head: last, end: last + 1, modifiers }
}

/** "Supporters coming out of the hall": a noun that ends so takes no participle before another noun. */
function isPlural(word: string): boolean {
  return /[^sui]s$/.test(word)
}

/** What follows an owner is a noun phrase of its own. */
function restart(core: Core): void {
  core.head = -1
  core.headName = -1
  core.modifiers = []
  core.attributive = null
  core.determiner = 'definite'
}

function pushModifier(tables: ArticleTables, core: Core, token: number): void {
  const name = tables.nameAt[token]!
  core.modifiers.push(
    name >= 0
      ? tables.article.text.slice(tables.names[name]!.start, tables.names[name]!.end).toLowerCase()
      : wordAt(tables, token).toLowerCase()
  )
}

/** "US, Qatari and Egyptian mediators": commas and an "and" between modifiers, when a plural noun of ours closes the phrase. */
function joinsAdjectives(tables: ArticleTables, core: Core, at: number, end: number): boolean {
  const text = tables.article.tokens[at]!.text
  if (text !== ',' && text !== 'and') return false
  if (core.headName < 0 && nounSense(wordAt(tables, core.head))) return false
  if (core.headName >= 0 && tables.names[core.headName]!.type === 'person') return false
  for (let later = at + 1; later < Math.min(end, at + 8); later++) {
    const word = wordAt(tables, later)
    if (later > at + 1 && endsNounPhrase(word) && word !== 'and') return false
    if (determiner(word) || pronounSense(word)) return false
    if (tables.nameAt[later]! < 0 && nounSense(word)?.number === 'many') return true
  }
  return false
}
