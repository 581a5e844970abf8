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

/** "A 16-year-old student" may then be "the teenager". */
export function ageRoles(phrase: NounPhrase): readonly Role[] {
  const age = Number(ageOf(phrase))
  return age >= 13 && age <= 19 ? [{ family: 'teenager', standing: 'holds', words: new Set() }] : []
}

/** Of "a 54-year-old man" "54"; null where no age is told. */
export function ageOf({ modifiers }: NounPhrase): string | null {
  for (const word of modifiers) {
    const age = /^(\d{1,3})-year-old$/.exec(word)?.[1]
    if (age) return age
  }
  return null
}
