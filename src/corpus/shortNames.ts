import { nameForms } from '../analysis'
import { sharedNames, type NameHolder, type NamesBeside } from './nameHolder'
import type { EntityTraits } from './summary'

/**
 * The holder of a last name or acronym alone: the only one, or of several the one that shares clearly more names and
 * description words with the article, or has many more members; null when none is clearly ahead.
 */
export function holderOfShortName(
  traits: EntityTraits,
  beside: NamesBeside,
  fullNamed: readonly NameHolder[],
  lastNames: ReadonlySet<string | undefined>
): NameHolder | null {
  let best: NameHolder | null = null
  let bestScore = 0
  let second = 0
  for (const holder of fullNamed.length > mostNamesakes ? [] : fullNamed) {
    if (traits.type !== 'person' && !isAcronymOf(traits.key.words[0] ?? '', holder)) continue
    if (traits.type === 'person' && !isLastNameOf(traits.key.words[0] ?? '', holder, lastNames)) continue
    if (traits.gender && holder.gender && traits.gender !== holder.gender) continue
    let shared = 0
    if (fullNamed.length > 1) {
      shared = sharedNames(beside, holder)
      for (const word of traits.descriptionWords) if (holder.descriptionWords.has(word)) shared++
    }
    const score = 1 + shared + Math.log2(holder.size)
    if (score > bestScore) {
      second = bestScore
      bestScore = score
      best = holder
    } else second = Math.max(second, score)
  }
  return best && bestScore >= second + 1 ? best : null
}

/** A short name is not resolved where more holders than this have it. */
const mostNamesakes = 12

/**
 * The bucket holds hyphenated names beside their halves: "Falk" may be short for "Adeyemi-Falk", "Berg-Falk" may not.
 */
function isLastNameOf(short: string, holder: NameHolder, lastNames: ReadonlySet<string | undefined>): boolean {
  const last = holder.named.key.words.at(-1) ?? ''
  return last === short || (last.endsWith(`-${short}`) && !lastNames.has(short))
}

function isAcronymOf(acronym: string, holder: NameHolder): boolean {
  const { key } = holder.named
  return key.acronyms.includes(acronym) || nameForms.acronymsOf(key.words).includes(acronym)
}

/** Those that have only a short name, by that; none of several with the same. `fullKeys`: all that each is called. */
export function shortIdentities(
  identified: readonly NameHolder[],
  fullKeys: ReadonlyMap<NameHolder, ReadonlyMap<string, EntityTraits>>
): Map<string, NameHolder> {
  const found = new Map<string, NameHolder>()
  const several = new Set<string>()
  for (const holder of identified) {
    if (!holder.named.key.short) continue
    for (const full of fullKeys.get(holder)!.keys()) {
      if (found.has(full)) several.add(full)
      found.set(full, holder)
    }
  }
  for (const full of several) found.delete(full)
  return found
}
