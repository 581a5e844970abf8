import type { EntityType } from '../../analysis'
import type { GrammaticalNumber } from './nouns'

/** What an unknown noun that is said to speak may be. */
export interface Guess {
  readonly type: EntityType
  readonly number: GrammaticalNumber
}

/** Guesses from a noun's form who speaks in "the announcer said"; what looks like nobody in particular counts as a body. */
export function guessNoun(word: string): Guess {
  const lower = word.toLowerCase()
  // "Someone" may be anybody, and so nobody whom "she" could mean.
  if (anybody.has(lower)) return { type: 'person', number: 'many' }
  if (isDescribedPerson(lower)) return { type: 'person', number: 'one' }
  if (several.has(lower) || /^\d/.test(word) || /[^sui]s$/.test(word)) return { type: 'group', number: 'many' }
  const isAgent = /^\p{Ll}/u.test(word) && /(?:[^aeiou]er|tor|ssor|ist|ian|eer)$/.test(word) && !tools.has(word)
  return { type: isAgent ? 'person' : 'organization', number: 'one' }
}

/** "The 57-year-old", "the Leeds-born": a word that describes a person without a noun. */
export function isDescribedPerson(word: string): boolean {
  return /-(?:old|born|bred|raised)$/.test(word)
}

const anybody = new Set('someone somebody everyone everybody anyone anybody nobody one you'.split(' '))
const several = new Set(
  'many some most few several all others those thousands hundreds dozens millions percent majority minority fraction half third quarter two three four five six seven eight nine ten'.split(
    ' '
  )
)
/** In -er and -or, but nobody. */
const tools = new Set(
  `computer banner charter newsletter disclaimer chapter paper order register folder number counter header tracker calculator monitor barometer meter poster
  reminder sticker timer center filter printer matter power weather factor sector tower water winter summer border`.split(
    /\s+/
  )
)
