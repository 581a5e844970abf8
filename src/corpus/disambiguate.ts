import { nameForms } from '../analysis'
import type { Steps } from '../util/steps'
import { join, type NameHolder } from './nameHolder'
import { givenKey, sameNamed } from './namesakes'
import { holderOfShortName, shortIdentities } from './shortNames'
import type { EntitySummary } from './summary'

/** A name is compared with so many holders of one given and one last name; more are told apart by their whole names only. */
const mostCompared = 64
/** Candidates between two pauses. */
const candidatesAtOnce = 100

/**
 * Divides a bucket's candidates into groups that are the same, in small steps. The candidates are in order of article and
 * entity number, the groups in order of their first member, so that the same bucket always gives the same groups. Those of one
 * identity are one group, before any name is compared, and those of different ones never are; who has none joins one with an
 * identity only where no other with an identity has the same name.
 */
export function* disambiguate(candidates: readonly EntitySummary[]): Steps<readonly (readonly EntitySummary[])[]> {
  if (candidates.length < 2) return candidates.length === 0 ? [] : [candidates]
  const holders: NameHolder[] = []
  const byFullName = new Map<string, NameHolder[]>()
  const byGivenName = new Map<string, NameHolder[]>()
  const nameHolder = (holder: NameHolder, { key, type }: EntitySummary['traits'], isKnown: boolean) => {
    if (!addTo(byFullName, key.full, holder) || isKnown || type !== 'person') return
    for (const given of nameForms.givenNamesKept(key.words)) addTo(byGivenName, givenKey(given, key.words), holder)
  }
  const identified = yield* identityHolders(candidates)
  for (const holder of identified) {
    holders.push(holder)
    for (const { traits } of holder.members) if (!traits.key.short) nameHolder(holder, traits, false)
  }
  for (const [order, candidate] of candidates.entries()) {
    if (order % candidatesAtOnce === candidatesAtOnce - 1) yield
    const { key, identity } = candidate.traits
    if (key.short || identity !== null) continue
    const known = sameNamed(candidate, byFullName, byGivenName, identified.length > 0)
    nameHolder(join(candidate, order, known, holders), candidate.traits, known !== null)
  }
  const fullNamed = holders.filter(({ named }) => !named.traits.key.short)
  const lastNames = new Set(fullNamed.map(({ named }) => named.traits.key.words.at(-1)))
  const shortOnly = shortIdentities(identified)
  for (const [order, candidate] of candidates.entries()) {
    if (order % candidatesAtOnce === candidatesAtOnce - 1) yield
    const { short, full } = candidate.traits.key
    if (!short || candidate.traits.identity !== null) continue
    const holder = holderOfShortName(candidate, fullNamed, lastNames) ?? shortOnly.get(full) ?? null
    const joined = join(candidate, order, holder, holders)
    if (!holder) shortOnly.set(full, joined)
  }
  if (identified.length === 0 && (fullNamed.length === 0 || !candidates.some(({ traits }) => traits.key.short)))
    return holders.map(({ members }) => members)
  // Identities were joined before all others, short names after all full ones: members and groups are sorted back into the candidates' order.
  for (const { orders } of holders) orders.sort((a, b) => a - b)
  return holders
    .sort((a, b) => a.orders[0]! - b.orders[0]!)
    .map(({ orders }) => orders.map((order) => candidates[order]!))
}

/** A holder for each identity among the candidates, in order of its first member. */
function* identityHolders(candidates: readonly EntitySummary[]): Steps<readonly NameHolder[]> {
  const holders: NameHolder[] = []
  const found = new Map<string, NameHolder>()
  for (const [order, candidate] of candidates.entries()) {
    const { identity } = candidate.traits
    if (identity === null) continue
    if (order % candidatesAtOnce === candidatesAtOnce - 1) yield
    found.set(identity, join(candidate, order, found.get(identity) ?? null, holders))
  }
  return holders.map((holder) => ({
    ...holder,
    named: holder.members.find(({ traits }) => !traits.key.short) ?? holder.named
  }))
}

/** False when the index already has the holder at the key. */
function addTo(index: Map<string, NameHolder[]>, key: string, holder: NameHolder): boolean {
  const known = index.get(key)
  if (!known) index.set(key, [holder])
  else if (known.includes(holder)) return false
  else if (known.length < mostCompared) known.push(holder)
  return true
}
