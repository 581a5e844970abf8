import { flatMapped } from '../../util/mapped'
import type { WordSpan } from './descriptions'
import { lexiconFlags } from './tagger/lexicon'
import type { Tagged } from './tagger/tagger'

/** A name in words of the tagger's input. */
export interface TaggedName extends WordSpan {
  readonly confidence: number
}

/** Hyphens and the short dashes that are written for them. */
export function isHyphenUnit(unit: number): boolean {
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2013)
}

const aCity = lexiconFlags.largeCity | lexiconFlags.city
const aCountry = lexiconFlags.country | lexiconFlags.region
const aPlace = lexiconFlags.country | lexiconFlags.region | lexiconFlags.largeCity | lexiconFlags.city

/** Two places with a hyphen between them are two names ("the Sudan-Chad border"). */
export function splitPair(name: TaggedName, { input, types }: Tagged, surface: (at: number) => string): TaggedName[] {
  const flagsOf = (at: number) => types.flags[input.type[at]!]!
  const isPlace = (at: number) => (flagsOf(at) & aPlace) !== 0
  const place = (first: number, last: number): TaggedName => ({
    first,
    last,
    type: 'place',
    confidence: name.confidence
  })
  // "Zurich Switzerland": the comma was forgotten.
  if (
    name.type === 'place' &&
    name.last - name.first === 2 &&
    (flagsOf(name.first) & aCity) !== 0 &&
    (flagsOf(name.first) & aCountry) === 0 &&
    (flagsOf(name.first + 1) & aCountry) !== 0 &&
    !/^(?:New|North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|Saint|St|San|Santa)$/i.test(
      surface(name.first)
    )
  )
    return [place(name.first, name.first + 1), place(name.first + 1, name.last)]
  if (
    name.type === 'person' ||
    name.last - name.first !== 3 ||
    surface(name.first + 1) !== '-' ||
    !isPlace(name.first) ||
    !isPlace(name.first + 2)
  )
    return [name]
  return [place(name.first, name.first + 1), place(name.first + 2, name.last)]
}

/** The halves of a last name ("Adeyemi-Falk") are one name behind a first name, and where a full name of the article has them so; else they may be two people. */
export function joinedLastNames(
  names: readonly TaggedName[],
  surface: (at: number) => string,
  isHyphen: (at: number) => boolean
): readonly TaggedName[] {
  const isHalf = (half: TaggedName | undefined, name: TaggedName): half is TaggedName =>
    half?.type === 'person' && name.type === 'person' && name.first === half.last + 1 && isHyphen(half.last)
  if (!names.some((name, index) => isHalf(names[index - 1], name))) return names
  const full = joinedWhere(
    names,
    (half, name) =>
      isHalf(half, name) && half.last - half.first > 1 && !isHyphen(half.last - 2) && name.last - name.first === 1
  )
  const known = new Set<string>()
  for (const { type, first, last } of full)
    for (let at = first + 2; at < last; at++)
      if (type === 'person' && isHyphen(at - 1)) known.add(`${surface(at - 2)} ${surface(at)}`)
  return joinedWhere(
    full,
    (half, name) => isHalf(half, name) && known.has(`${surface(half.last - 1)} ${surface(name.first)}`)
  )
}

/** With each name that belongs to the one before it joined to that. */
function joinedWhere(
  names: readonly TaggedName[],
  isOne: (half: TaggedName | undefined, name: TaggedName) => boolean
): readonly TaggedName[] {
  const joined: TaggedName[] = []
  for (const name of names) {
    const half = joined.at(-1)
    if (half && isOne(half, name))
      joined[joined.length - 1] = {
        first: half.first,
        last: name.last,
        type: half.type,
        confidence: Math.min(half.confidence, name.confidence)
      }
    else joined.push(name)
  }
  return joined
}

/**
 * The parts of a hyphenated word that the tagger has not named, but that are a country or a name by themselves elsewhere
 * in the article: "the Sudan-RSF talks", "the RSF-held town".
 */
export function withHyphenatedNames(
  names: readonly TaggedName[],
  { input, types }: Tagged,
  surface: (at: number) => string,
  isHyphen: (at: number) => boolean
): readonly TaggedName[] {
  const covered = new Uint8Array(input.words.count)
  for (const { first, last } of names) covered.fill(1, first, last)
  const parts: number[] = []
  for (let at = 0; at < input.words.count; at++)
    if (covered[at] === 0 && (isHyphen(at - 1) || isHyphen(at + 1))) parts.push(at)
  const added = parts.length === 0 ? [] : namedParts(parts, names, { input, types }, surface)
  return added.length === 0 ? names : [...names, ...added].sort((a, b) => a.first - b.first)
}

function namedParts(
  parts: readonly number[],
  names: readonly TaggedName[],
  { input, types }: Pick<Tagged, 'input' | 'types'>,
  surface: (at: number) => string
): readonly TaggedName[] {
  const alone = surestAlone(names, surface)
  return flatMapped(parts, (at): readonly TaggedName[] => {
    const known = alone.get(surface(at))
    if (known && known.type !== 'group')
      return [{ first: at, last: at + 1, type: known.type, confidence: known.confidence }]
    const isCountry = (types.flags[input.type[at]!]! & lexiconFlags.country) !== 0 && /^\p{Lu}/u.test(surface(at))
    return isCountry ? [{ first: at, last: at + 1, type: 'place', confidence: countryConfidence }] : []
  })
}

/** The names of one word, by that word, each as it is most surely found. */
function surestAlone(names: readonly TaggedName[], surface: (at: number) => string): ReadonlyMap<string, TaggedName> {
  const alone = new Map<string, TaggedName>()
  for (const name of names) {
    if (name.last - name.first !== 1) continue
    const word = surface(name.first)
    if ((alone.get(word)?.confidence ?? 0) < name.confidence) alone.set(word, name)
  }
  return alone
}

/** A country's name as part of a hyphenated word is nearly always the country. */
const countryConfidence = 0.8
