import { flatMapped, mapped } from '../../../util/mapped'
/** Words that a body's name may have or leave out: "Example Inc.", "the Example group". */
const optional = new Set(
  'inc corp corporation co company ltd llc plc group holdings ag sa gmbh party movement organization organisation association agency militia campaign foundation news'.split(
    ' '
  )
)
/** What firms do, behind what they are called. */
const trades = new Set(
  `engineering engineers motors automotive airlines airways aerospace aviation shipping lines railways logistics energy power electric electronics oil gas petroleum
  mining metals steel chemicals pharmaceuticals pharma biotech therapeutics labs laboratories technologies technology systems software networks telecom communications
  wireless mobile media entertainment pictures studios records broadcasting publishing press foods brands beverages brewing breweries stores retail pharmacy
  bank bancorp capital financial finance securities insurance assurance investments partners associates consulting advisors properties realty homes
  hotels resorts casinos construction builders cement industries industrial manufacturing enterprises international worldwide global solutions services trust
  apparel fashion cosmetics toys games interactive robotics semiconductor semiconductors instruments tires tobacco textiles farms agriculture`.split(
    /\s+/
  )
)
/** Words that a place's name may have or leave out: "the Example Strip". */
const designators = new Set('strip region province governorate prefecture oblast peninsula archipelago'.split(' '))
/** Countries and bodies that everybody writes in more than one way. */
const wellKnown = new Map([
  ['us', 'united states'],
  ['usa', 'united states'],
  ['united states of america', 'united states'],
  ['uk', 'united kingdom'],
  ['britain', 'united kingdom'],
  ['great britain', 'united kingdom'],
  ['uae', 'united arab emirates'],
  ['un', 'united nations'],
  ['eu', 'european union'],
  ['gop', 'republican party'],
  ['dprk', 'north korea'],
  ['drc', 'democratic republic of congo']
])
const small = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to', 'de', 'a', 'an', '&', 'by', 'with'])

/** One way to write a well-known name; others stay as they are. */
export function wellKnownKey(words: readonly string[]): string {
  const key = words.join(' ')
  return wellKnown.get(key) ?? key
}

/** A body's key without the words that may be left out; its own when nothing would be left. */
export function bodyKey(words: readonly string[]): string {
  let end = words.length
  while (end > 1 && optional.has(words[end - 1]!)) end--
  return words.slice(0, end).join(' ')
}

/** True for a word that tells a firm's trade or that it is one: "Engineering", "Motors", "Inc". */
export function isTrade(word: string): boolean {
  return trades.has(word) || optional.has(word)
}

/** A place's key without its designator. */
export function placeKey(words: readonly string[]): string {
  return words.length > 1 && designators.has(words.at(-1)!) ? words.slice(0, -1).join(' ') : words.join(' ')
}

/** The acronyms that a long form may have: of its great words, and of all its words. */
export function acronymsOf(words: readonly string[]): readonly string[] {
  if (words.length < 2) return []
  const initials = (list: readonly string[]) =>
    mapped(
      flatMapped(list, (word) => word.split('-')),
      (word) => word.charAt(0)
    ).join('')
  const great = initials(words.filter((word) => !small.has(word)))
  const all = initials(words)
  return great === all ? [great] : [great, all]
}

/** True for "CPJ", "CNS": one word of two to seven capitals. */
export function isAcronym(written: readonly string[]): boolean {
  return written.length === 1 && /^[\p{Lu}\d&]{2,7}s?$/u.test(written[0]!)
}
