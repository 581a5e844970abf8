import type { NounSense } from '../lexicon/nouns'
import { endsNounPhrase, type Determiner } from '../lexicon/words'
import { isEndingToken, isPossessive, wordAt, type ArticleTables } from '../articleTables'
import { readCore, titledName, unrecognizedName, type Anchor, type Core } from './phraseCore'
import { appositiveName, joinedNames, joinsOthers, lastWord } from './phraseNames'
import { hasWord, headSense, isCapitalized, lastTokenOf } from './phraseWords'

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
export function readNounPhrase(tables: ArticleTables, first: number, end: number): NounPhrase | null {
  const core = unrecognizedName(tables, titledName(tables, readCore(tables, first, end), end), end)
  if (core.head < 0) return null
  const members = joinedNames(tables, core, end)
  if (members.length === 0 && core.headName >= 0 && joinsOthers(tables, core.end, end))
    Object.assign(core, { head: lastWord(tables, end), headName: -1, end, determiner: 'definite' })
  // "Some Norlanders" are not the Norlanders.
  else if (
    members.length === 0 &&
    core.headName >= 0 &&
    isPart(core.determiner) &&
    tables.names[core.headName]!.type === 'group'
  )
    core.headName = -1
  const sense = core.headName >= 0 ? null : headSense(tables, core.head)
  const apposition = core.headName < 0 ? appositiveName(tables, core.end, end) : -1
  const anchor = core.anchor ?? complementAnchor(tables, core.end, end) ?? core.attributive
  return {
    first: core.first,
    head: core.head,
    end: core.end,
    determiner: core.determiner,
    headName: core.headName,
    sense,
    modifiers: core.modifiers,
    proper: core.headName < 0 && isProper(tables, core),
    restricted: relatives.has(wordAt(tables, core.end)),
    attributiveName: core.attributive !== null,
    anchor,
    members,
    apposition
  }
}

function isPart(kind: Determiner): boolean {
  return kind === 'indefinite' || kind === 'other'
}

const relatives = new Set(['who', 'whose', 'whom', 'which', 'that'])

function isProper(tables: ArticleTables, core: Core): boolean {
  const before = core.head - 1
  return (
    before > core.first &&
    tables.nameAt[before]! < 0 &&
    isCapitalized(wordAt(tables, core.head)) &&
    isCapitalized(wordAt(tables, before)) &&
    wordAt(tables, core.head) !== wordAt(tables, core.head).toUpperCase()
  )
}

/** "an attorney for Roe", "the head of the agency": the head of the first complement. */
function complementAnchor(tables: ArticleTables, from: number, end: number): Anchor | null {
  const preposition = from < end ? wordAt(tables, from) : ''
  if (!['of', 'for', 'to', 'with', 'at'].includes(preposition)) return null
  let head = -1
  for (let at = from + 1; at < end; at++) {
    if (tables.nameAt[at]! >= 0) {
      head = lastTokenOf(tables, at, end)
      if (isPossessive(tables, head) && hasWord(tables, head + 1, end)) return { token: head, relation: 'complement' }
      at = head
      continue
    }
    const token = tables.article.tokens[at]!
    if (token.kind === 'punctuation' && !isEndingToken(token.text)) break
    if (endsNounPhrase(token.text)) break
    head = at
  }
  return head < 0 ? null : { token: head, relation: 'complement' }
}
