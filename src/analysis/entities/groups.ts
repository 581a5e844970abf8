import { lexiconFlags } from './tagger/lexicon'
import type { TaggerInput } from './tagger/taggerInput'
import type { WordTypes } from './tagger/wordTypes'

/**
 * Whether a name that is neither person, organization nor place is a group of people: a people named as such
 * ("Egyptians", "the French said") or the members of a movement or party ("Democrats", "Sunnis"). The adjective before
 * a noun ("Egyptian officials") is none, and neither are events, works and languages.
 */
export function isGroup(
  input: TaggerInput,
  types: WordTypes,
  first: number,
  last: number,
  surface: (at: number) => string
): boolean {
  const word = surface(last - 1)
  const flags = types.flags[input.type[last - 1]!]!
  if (last - first > 2 || /\d/.test(word)) return false
  if (members.test(word)) return true
  if ((flags & lexiconFlags.demonym) === 0) return false
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return true
  return (
    surface(first - 1).toLowerCase() === 'the' &&
    /^(?:said|say|have|are|were|will|want|had|do|did|would|could|must|and|,|\.)$/.test(surface(last))
  )
}

const members =
  /^(?:Republicans|Democrats|Muslims|Moslems|Christians|Jews|Sunnis|Shi(?:ites|as|'ites)|Kurds|Arabs|Hindus|Sikhs|Buddhists|Catholics|Protestants|Taliban|Houthis?|Tories|Conservatives|Liberals|Greens|Islamists|Zionists|Communists|Socialists|Europeans|Africans|Asians|Latinos|Hispanics|Yazidis|Druze|Alawites|Hutus?|Tutsis?|Rohingya|Uighurs|Uyghurs|Tibetans|Chechens|Bedouins?|Tuaregs?|Pashtuns?|Basques|Catalans|Scots|Tamils|[A-Z][a-z]+(?:ists|ites|crats))$/
