import { nameForms } from '../analysis'
import { join, nameHolder, type NameHolder, type NamesBeside } from './nameHolder'
import { givenKey, sameNamed } from './namesakes'
import { holderOfShortName, shortIdentities } from './shortNames'
import type { EntityTraits } from './summary'

/** A name is compared with so many holders of one given and one last name; more are told apart by their whole names only. */
const mostCompared = 64

/**
 * Tells the candidates of one bucket apart. They come in three rounds (`candidateRound`), in each in order of article and entity number.
 * Those of one identity are one, before any name is compared, and those of different ones never are; who has none joins one with an
 * identity only where no other with an identity has the same name. What it holds grows with the names of the bucket, not with their mentions.
 */
export interface BucketHolders {
  /** Whose the candidate is. */
  join(traits: EntityTraits, beside: NamesBeside): NameHolder
}

/** 0: a person said who it is; 1: a full name; 2: a short one, which is looked for among all full ones. */
export function candidateRound({ key, identity }: Pick<EntityTraits, 'key' | 'identity'>): 0 | 1 | 2 {
  if (identity !== null) return 0
  return key.short ? 2 : 1
}

export function bucketHolders(): BucketHolders {
  const holders: NameHolder[] = []
  const byFullName = new Map<string, NameHolder[]>()
  const byGivenName = new Map<string, NameHolder[]>()
  const byIdentity = new Map<string, NameHolder>()
  const identityKeys = new Map<NameHolder, Map<string, EntityTraits>>()
  let identified: readonly NameHolder[] | undefined
  let short: ShortNames | undefined

  function named(holder: NameHolder, { key, type }: EntityTraits, isKnown: boolean): void {
    if (!addTo(byFullName, key.full, holder) || isKnown || type !== 'person') return
    for (const given of nameForms.givenNamesKept(key.words)) addTo(byGivenName, givenKey(given, key.words), holder)
  }

  function newHolder(traits: EntityTraits): NameHolder {
    const holder = nameHolder(traits)
    holders.push(holder)
    return holder
  }

  function ofIdentity(traits: EntityTraits): NameHolder {
    const holder = byIdentity.get(traits.identity!) ?? newHolder(traits)
    byIdentity.set(traits.identity!, holder)
    if (holder.named.key.short && !traits.key.short) holder.named = traits
    const keys = identityKeys.get(holder)
    if (!keys) identityKeys.set(holder, new Map([[traits.key.full, traits]]))
    else if (!keys.has(traits.key.full)) keys.set(traits.key.full, traits)
    return holder
  }

  /** After the first round: the names of those with identities are known. */
  function endIdentities(): readonly NameHolder[] {
    const all = [...holders]
    for (const holder of all)
      for (const traits of identityKeys.get(holder)!.values()) if (!traits.key.short) named(holder, traits, false)
    return all
  }

  function ofFullName(traits: EntityTraits, beside: NamesBeside): NameHolder {
    identified ??= endIdentities()
    const known = sameNamed(traits, beside, byFullName, byGivenName, identified.length > 0)
    const holder = known ?? newHolder(traits)
    named(holder, traits, known !== null)
    return holder
  }

  function ofShortName(traits: EntityTraits, beside: NamesBeside): NameHolder {
    short ??= shortNames((identified ??= endIdentities()))
    const { full } = traits.key
    const known = holderOfShortName(traits, beside, short.fullNamed, short.lastNames) ?? short.byName.get(full)
    if (known) return known
    const holder = newHolder(traits)
    short.byName.set(full, holder)
    return holder
  }

  function shortNames(withIdentity: readonly NameHolder[]): ShortNames {
    const fullNamed = holders.filter((holder) => !holder.named.key.short)
    return {
      fullNamed,
      lastNames: new Set(fullNamed.map((holder) => holder.named.key.words.at(-1))),
      byName: shortIdentities(withIdentity, identityKeys)
    }
  }

  const rounds = [ofIdentity, ofFullName, ofShortName] as const
  return {
    join(traits, beside) {
      const holder = rounds[candidateRound(traits)](traits, beside)
      join(holder, traits, beside)
      return holder
    }
  }
}

/** After the second round: what short names are looked for in. */
interface ShortNames {
  readonly fullNamed: readonly NameHolder[]
  readonly lastNames: ReadonlySet<string | undefined>
  /** Who has a short name alone. */
  readonly byName: Map<string, NameHolder>
}

/** False when the index already has the holder at the key. */
function addTo(index: Map<string, NameHolder[]>, key: string, holder: NameHolder): boolean {
  const known = index.get(key)
  if (!known) index.set(key, [holder])
  else if (known.includes(holder)) return false
  else if (known.length < mostCompared) known.push(holder)
  return true
}
