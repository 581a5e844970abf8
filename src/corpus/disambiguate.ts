import { nameForms } from '../analysis'
import type { ArticleSummary, EntitySummary } from './summary'
import type { Steps } from '../util/steps'

/** Somebody or something with a name, as far as the members found so far say: a group that is being built. */
interface NameHolder {
  /** Of what a person gave an identity: all of its members have it, or none. */
  readonly identity: string | null
  /** The first member that a person or a full name tells who it is. */
  readonly named: EntitySummary
  readonly members: EntitySummary[]
  /** The positions of the members among the candidates. */
  readonly orders: number[]
  readonly descriptionWords: Set<string>
  readonly offices: Set<string>
  readonly nations: Set<string>
  /** Full names in the articles of the first `membersRead` members; see `fullNamesOf`. */
  readonly fullNames: Set<string>
  membersRead: number
  gender: 'male' | 'female' | null
  country: string | null
}

// More words than these would not distinguish a holder better, but cost memory and time.
const fullNamesKept = 400
const wordsKept = 200
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

/** Those that have only a short name, by that; none of several with the same. */
function shortIdentities(identified: readonly NameHolder[]): Map<string, NameHolder> {
  const found = new Map<string, NameHolder>()
  const several = new Set<string>()
  for (const holder of identified) {
    if (!holder.named.traits.key.short) continue
    for (const full of new Set(holder.members.map(({ traits }) => traits.key.full))) {
      if (found.has(full)) several.add(full)
      found.set(full, holder)
    }
  }
  for (const full of several) found.delete(full)
  return found
}

/** False when the index already has the holder at the key. */
function addTo(index: Map<string, NameHolder[]>, key: string, holder: NameHolder): boolean {
  const known = index.get(key)
  if (!known) index.set(key, [holder])
  else if (known.includes(holder)) return false
  else if (known.length < mostCompared) known.push(holder)
  return true
}

/** Compatible names have the same last name, of which a bucket may hold several: "Falk" and "Adeyemi-Falk". */
function givenKey(given: string, words: readonly string[]): string {
  return `${given} ${words.at(-1)}`
}

/**
 * The holder that a full name belongs to: one of the same name, or a person of a compatible one (`compatiblePersons`). Of
 * holders with an identity it is the only one, or none of them.
 */
function sameNamed(
  candidate: EntitySummary,
  byFullName: ReadonlyMap<string, readonly NameHolder[]>,
  byGivenName: ReadonlyMap<string, readonly NameHolder[]>,
  hasIdentities: boolean
): NameHolder | null {
  const { key, type } = candidate.traits
  const namesakes = byFullName.get(key.full)
  const same = namesakes && oneOf(alike(namesakes, candidate), hasIdentities)
  if (same || namesakes || type !== 'person') return same ?? null
  return oneOf(compatible(candidate, byGivenName), hasIdentities)
}

function* alike(namesakes: readonly NameHolder[], candidate: EntitySummary): Iterable<NameHolder> {
  for (const holder of namesakes) if (!differ(holder, candidate)) yield holder
}

function* compatible(
  candidate: EntitySummary,
  byGivenName: ReadonlyMap<string, readonly NameHolder[]>
): Iterable<NameHolder> {
  const { words } = candidate.traits.key
  for (const given of nameForms.givenNamesSought(words)) {
    for (const holder of byGivenName.get(givenKey(given, words)) ?? []) {
      if (nameForms.compatiblePersons(words, holder.named.traits.key.words) && !differ(holder, candidate)) yield holder
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
function differ(holder: NameHolder, { traits, summary }: EntitySummary): boolean {
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
  return sharedNames(traits.key.full, summary, holder) === 0
}

/** How many other full names an article has in common with a holder's. */
function sharedNames(name: string, { fullNames }: ArticleSummary, holder: NameHolder): number {
  const known = fullNamesOf(holder)
  let shared = 0
  for (const other of fullNames.slice(0, fullNamesKept)) if (other !== name && known.has(other)) shared++
  return shared
}

/** Read when they are asked for, as they seldom are: each member's article may have very many. */
function fullNamesOf(holder: NameHolder): ReadonlySet<string> {
  const { members, fullNames } = holder
  for (; holder.membersRead < members.length && fullNames.size < fullNamesKept; holder.membersRead++) {
    const { summary, traits } = members[holder.membersRead]!
    for (const other of summary.fullNames.slice(0, fullNamesKept)) if (other !== traits.key.full) fullNames.add(other)
  }
  return fullNames
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

/**
 * The holder of a last name or acronym alone: the only one, or of several the one that shares clearly more names and
 * description words with the article, or has many more members; null when none is clearly ahead.
 */
function holderOfShortName(
  { traits, summary }: EntitySummary,
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
      shared = sharedNames(traits.key.full, summary, holder)
      for (const word of traits.descriptionWords) if (holder.descriptionWords.has(word)) shared++
    }
    const score = 1 + shared + Math.log2(holder.members.length)
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
  const last = holder.named.traits.key.words.at(-1) ?? ''
  return last === short || (last.endsWith(`-${short}`) && !lastNames.has(short))
}

function isAcronymOf(acronym: string, holder: NameHolder): boolean {
  const { key } = holder.named.traits
  return key.acronyms.includes(acronym) || nameForms.acronymsOf(key.words).includes(acronym)
}

/** Adds a candidate to a known holder or to a new one, and gives that. */
function join(candidate: EntitySummary, order: number, known: NameHolder | null, holders: NameHolder[]): NameHolder {
  const { traits } = candidate
  const holder: NameHolder = known ?? {
    identity: traits.identity,
    named: candidate,
    members: [],
    orders: [],
    descriptionWords: new Set(),
    offices: new Set(),
    nations: new Set(),
    fullNames: new Set(),
    membersRead: 0,
    gender: null,
    country: null
  }
  if (!known) holders.push(holder)
  holder.members.push(candidate)
  holder.orders.push(order)
  holder.gender ??= traits.gender
  holder.country ??= traits.country
  if (holder.descriptionWords.size < wordsKept)
    for (const word of traits.descriptionWords) holder.descriptionWords.add(word)
  if (holder.offices.size < wordsKept) for (const office of traits.offices) holder.offices.add(office)
  if (holder.nations.size < wordsKept) for (const nation of traits.nations) holder.nations.add(nation)
  return holder
}
