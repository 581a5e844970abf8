import { nameForms } from '../analysis'
import { sharedNames, type NameHolder, type NamesBeside } from './nameHolder'
import type { EntityTraits } from './summary'

/**
 * The holder that a full name belongs to: one of the same name, or a person of a compatible one (`compatiblePersons`). Of
 * holders with an identity it is the only one, or none of them.
 */
export function sameNamed(
  traits: EntityTraits,
  beside: NamesBeside,
  byFullName: ReadonlyMap<string, readonly NameHolder[]>,
  byGivenName: ReadonlyMap<string, readonly NameHolder[]>,
  hasIdentities: boolean
): NameHolder | null {
  const { key, type } = traits
  const namesakes = byFullName.get(key.full)
  const same = namesakes && oneOf(alike(namesakes, traits, beside), hasIdentities)
  if (same || namesakes || type !== 'person') return same ?? null
  return oneOf(compatible(traits, beside, byGivenName), hasIdentities)
}

function* alike(namesakes: readonly NameHolder[], traits: EntityTraits, beside: NamesBeside): Iterable<NameHolder> {
  for (const holder of namesakes) if (!differ(holder, traits, beside)) yield holder
}

function* compatible(
  traits: EntityTraits,
  beside: NamesBeside,
  byGivenName: ReadonlyMap<string, readonly NameHolder[]>
): Iterable<NameHolder> {
  const { words } = traits.key
  for (const given of nameForms.givenNamesSought(words)) {
    for (const holder of byGivenName.get(givenKey(given, words)) ?? []) {
      if (nameForms.compatiblePersons(words, holder.named.key.words) && !differ(holder, traits, beside)) yield holder
    }
  }
}

/** The first of some holders. Where some have identities, the one that has; where several have, the first that has none. */
function oneOf(holders: Iterable<NameHolder>, hasIdentities: boolean): NameHolder | null {
  let first: NameHolder | null = null
  const identified = new Set<NameHolder>()
  for (const holder of holders) {
    if (holder.identity !== null) identified.add(holder)
    else first ??= holder
    if (!hasIdentities) break
  }
  return identified.size === 1 ? [...identified][0]! : first
}

/**
 * Whether a candidate of the holder's name is somebody else: they differ in gender or country, or, of people, in both
 * office and nation while their articles have no other name in common. Different descriptions alone are no
 * contradiction.
 */
function differ(holder: NameHolder, traits: EntityTraits, beside: NamesBeside): boolean {
  if (traits.gender && holder.gender && traits.gender !== holder.gender) return true
  if (traits.country && holder.country && traits.country !== holder.country) return true
  if (traits.type !== 'person' || !contradict(traits.offices, holder.offices, nameForms.officesAgree)) return false
  // A mayor and a singer differ even if no nation is stated, unless their descriptions share a word.
  const nations = contradict(traits.nations, holder.nations, nationsAgree)
  if (
    !nations &&
    !(
      contradict(traits.offices, holder.offices, nameForms.officesOfOneField) &&
      !traits.descriptionWords.some((word) => holder.descriptionWords.has(word))
    )
  )
    return false
  return sharedNames(beside, holder) === 0
}

/** Compatible names have the same last name, of which a bucket may hold several: "Falk" and "Adeyemi-Falk". */
export function givenKey(given: string, words: readonly string[]): string {
  return `${given} ${words.at(-1)}`
}

/** Whether both texts state something, and nothing of it agrees. */
function contradict(
  stated: readonly string[],
  known: ReadonlySet<string>,
  agree: (a: string, b: string) => boolean
): boolean {
  return (
    stated.length > 0 &&
    known.size > 0 &&
    !stated.some((word) => known.has(word) || [...known].some((other) => agree(word, other)))
  )
}

/** "Norway" and "Norwegian": a country and its adjective have the same first `nationStem` letters. */
function nationsAgree(a: string, b: string): boolean {
  return a.slice(0, nationStem) === b.slice(0, nationStem)
}

const nationStem = 4
