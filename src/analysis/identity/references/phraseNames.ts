import { nounSense } from '../lexicon/nouns'
import { determiner, endsNounPhrase } from '../lexicon/words'
import { isEndingToken, wordAt, type ArticleTables } from '../articleTables'
import type { Core } from './phraseCore'
import { isPostNominal } from '../names/nameKey'
import { headSense, lastTokenOf } from './phraseWords'

/** "Roe and Doe", also "Roe, Doe and Poe" and "Roe, a senator, and Doe": names with their titles and appositions. */
export function joinedNames(tables: ArticleTables, core: Core, end: number): readonly number[] {
  if (core.headName < 0) return []
  const members = [core.headName]
  let joined = false
  let isNewPart = false
  for (let at = core.end; at < end; at++) {
    const text = tables.article.tokens[at]!.text
    const name = tables.nameAt[at]!
    if (name >= 0) {
      // Of "House Speaker Jane Roe" the last name is the one who speaks.
      if (members.at(-1) !== name)
        members.splice(isNewPart ? members.length : members.length - 1, isNewPart ? 0 : 1, name)
      isNewPart = false
    } else if (text === 'and' || text === '&') joined = isNewPart = true
    else if (text === ',' && !joined) {
      at = appositionEnd(tables, at, end)
      isNewPart = true
    } else if (joined && members.length > 1) break
    else if (!isTitleLike(text) && !isEndingToken(text) && nounSense(text)?.kind !== 'person') return []
  }
  return joined && members.length > 1 ? members : []
}

/** "Roe and her supporters", "Tamarind and its defenders": more than the one who is named. */
export function joinsOthers(tables: ArticleTables, from: number, end: number): boolean {
  if (wordAt(tables, from) !== 'and' || from + 1 >= end) return false
  const last = lastWord(tables, end)
  for (let at = from; at < end; at++)
    if (tables.article.tokens[at]!.text === ',' || tables.nameAt[at]! >= 0) return false
  return (
    headSense(tables, last)?.number === 'many' ||
    (owners.has(wordAt(tables, from + 1)) && /[^sui]s$/.test(wordAt(tables, last)))
  )
}

const owners = new Set(['his', 'her', 'its', 'their'])

/** The last word among tokens up to `end`. */
export function lastWord(tables: ArticleTables, end: number): number {
  let last = end - 1
  while (last > 0 && tables.article.tokens[last]!.kind !== 'word') last--
  return last
}

/** The comma that closes an apposition opened by the one at `comma`; `comma` itself when a name follows at once. */
function appositionEnd(tables: ArticleTables, comma: number, end: number): number {
  if ((tables.nameAt[comma + 1]! >= 0 && comma + 1 < end) || wordAt(tables, comma + 1) === 'and') return comma
  for (let at = comma + 1; at < end; at++) if (wordAt(tables, at) === ',') return at
  return comma
}

function isTitleLike(text: string): boolean {
  return /^\p{Lu}/u.test(text) || text === 'the' || text === '.'
}

/** ", Jane Roe," or ", state senator Jane Roe," right after a common noun or its complement. */
export function appositiveName(tables: ArticleTables, from: number, end: number): number {
  for (let comma = from; comma < end; comma++) {
    if (wordAt(tables, comma) !== ',') continue
    for (let at = comma + 1; at < Math.min(end, comma + 9); at++) {
      const name = tables.nameAt[at]!
      const text = wordAt(tables, at)
      if (
        name < 0 &&
        (determiner(text) ||
          endsNounPhrase(text) ||
          (tables.article.tokens[at]!.kind === 'punctuation' && text !== '.'))
      )
        return -1
      if (name < 0 || (tables.names[name]!.type !== 'person' && at !== comma + 1)) continue
      let after = lastTokenOf(tables, at, end) + 1
      while (after < end && isPostNominal(wordAt(tables, after))) after++
      return after >= end || tables.article.tokens[after]!.kind === 'punctuation' ? name : -1
    }
    return -1
  }
  return -1
}
