import { flatMapped } from '../../util/mapped'
import { wordAt, type ArticleTables } from './articleTables'
import type { Role } from './discourse'
import { nounSense } from './lexicon/nouns'
import { determiner, endsNounPhrase } from './lexicon/words'
import type { NounPhrase } from './references/nounPhrase'

/** "A member of the delegation" may then be "the delegate". */
export function memberRoles({ sense, end }: NounPhrase, tables: ArticleTables): readonly Role[] {
  if (sense?.family !== 'member' || sense.number !== 'one' || wordAt(tables, end) !== 'of') return []
  for (let at = end + 1; at < end + 7 && tables.sentenceAt[at] === tables.sentenceAt[end]; at++) {
    const body = nounSense(wordAt(tables, at))
    const family = body && members.get(body.family)
    if (family) return [{ family, standing: 'holds', words: new Set() }]
    if (body?.kind === 'organization' || (!determiner(wordAt(tables, at)) && endsNounPhrase(wordAt(tables, at))))
      return []
  }
  return []
}

const members = new Map([
  ['delegation', 'delegate'],
  ['parliament', 'lawmaker'],
  ['council', 'councilman'],
  ['police', 'police-officer'],
  ['military', 'soldier'],
  ['militia', 'militant'],
  ['cabinet', 'minister']
])

/** What stands beside the noun: of "chief trade negotiator" the two words before it. */
export function roleWords({ modifiers }: NounPhrase): ReadonlySet<string> {
  return new Set(flatMapped(modifiers, (word) => [word, ...word.split(' ')]))
}
