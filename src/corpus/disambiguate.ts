import { nameForms } from '../analysis'
import type { EntitySummary } from './summary'

interface NameHolder {
  readonly members: EntitySummary[]
  /** The positions of the members among the candidates. */
  readonly orders: number[]
  readonly descriptionWords: Set<string>
  readonly offices: Set<string>
  readonly nations: Set<string>
  readonly company: Set<string>
  gender: 'male' | 'female' | null
  country: string | null
}

// What is known of a holder is enough with these; more would only cost memory.
const companyKept = 400
const wordsKept = 200

/**
 * Tells a bucket's candidates apart: groups of those that are the same. The candidates come in order of article and entity;
 * the groups are in order of their first member, so that the same bucket gives the same groups.
 */
export function disambiguate(candidates: readonly EntitySummary[]): readonly (readonly EntitySummary[])[] {
  if (candidates.length < 2) return candidates.length === 0 ? [] : [candidates]
  const holders: NameHolder[] = []
  const byFullName = new Map<string, NameHolder[]>()
  const byGivenName = new Map<string, NameHolder[]>()
  candidates.forEach((candidate, order) => {
    if (candidate.traits.key.short) return
    const known = sameNamed(candidate, byFullName, byGivenName)
    const holder = join(candidate, order, known, holders)
    if (!addTo(byFullName, candidate.traits.key.full, holder) || known || candidate.traits.type !== 'person') return
    for (const key of nameForms.givenNameKeys(candidate.traits.key.words)) addTo(byGivenName, key, holder)
  })
  const fullNamed = [...holders]
  const lastNames = new Set(fullNamed.map(({ members }) => members[0]!.traits.key.words.at(-1)))
  const shortOnly = new Map<string, NameHolder>()
  candidates.forEach((candidate, order) => {
    const { short, full } = candidate.traits.key
    if (!short) return
    const holder = holderOfShortName(candidate, fullNamed, lastNames) ?? shortOnly.get(full) ?? null
    const joined = join(candidate, order, holder, holders)
    if (!holder) shortOnly.set(full, joined)
  })
  if (fullNamed.length === 0 || !candidates.some(({ traits }) => traits.key.short))
    return holders.map(({ members }) => members)
  // Short names joined after the full ones: back into the order of the candidates.
  for (const { orders } of holders) orders.sort((a, b) => a - b)
  return holders
    .sort((a, b) => a.orders[0]! - b.orders[0]!)
    .map(({ orders }) => orders.map((order) => candidates[order]!))
}

function addTo(index: Map<string, NameHolder[]>, key: string, holder: NameHolder): boolean {
  const known = index.get(key)
  if (!known) index.set(key, [holder])
  else if (!known.includes(holder)) known.push(holder)
  else return false
  return true
}

function sameNamed(
  candidate: EntitySummary,
  byFullName: ReadonlyMap<string, readonly NameHolder[]>,
  byGivenName: ReadonlyMap<string, readonly NameHolder[]>
): NameHolder | null {
  const { key, type } = candidate.traits
  const namesakes = byFullName.get(key.full)
  const same = namesakes?.find((holder) => !differ(holder, candidate))
  if (same || namesakes || type !== 'person') return same ?? null
  for (const given of nameForms.givenNameKeys(key.words)) {
    for (const holder of byGivenName.get(given) ?? []) {
      if (nameForms.compatiblePersons(key.words, holder.members[0]!.traits.key.words) && !differ(holder, candidate))
        return holder
    }
  }
  return null
}

/**
 * The texts contradict each other about two holders of one name: another gender or country, or of people both another
 * office and another nation, without company in common. Only another description is no contradiction.
 */
function differ(holder: NameHolder, { traits, summary }: EntitySummary): boolean {
  if (traits.gender && holder.gender && traits.gender !== holder.gender) return true
  if (traits.country && holder.country && traits.country !== holder.country) return true
  if (traits.type !== 'person' || !contradict(traits.offices, holder.offices, nameForms.officesAgree)) return false
  // A mayor and a singer are two without a word about their nations, unless the texts say that they come from one.
  const nations = contradict(traits.nations, holder.nations, nationsAgree)
  if (
    !nations &&
    !(
      contradict(traits.offices, holder.offices, nameForms.officesOfOneField) &&
      !traits.descriptionWords.some((word) => holder.descriptionWords.has(word))
    )
  )
    return false
  return !summary.company.some((other) => other !== traits.key.full && holder.company.has(other))
}

/** Both texts state something, and nothing of it agrees. */
function contradict(
  told: readonly string[],
  known: ReadonlySet<string>,
  agree: (a: string, b: string) => boolean
): boolean {
  return (
    told.length > 0 &&
    known.size > 0 &&
    !told.some((word) => known.has(word) || [...known].some((other) => agree(word, other)))
  )
}

/** "Norway" and "Norwegian": the country and its adjective begin alike. */
function nationsAgree(a: string, b: string): boolean {
  return a.slice(0, nationStem) === b.slice(0, nationStem)
}

const nationStem = 4

/** A last name or acronym alone: the one holder there is, or the one of several whose company the article keeps. */
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
      for (const other of summary.company) if (other !== traits.key.full && holder.company.has(other)) shared++
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

/** Where more people bear a last name, it alone tells nothing. */
const mostNamesakes = 12

/** The bucket holds hyphenated names beside their halves: "Falk" may be short for "Adeyemi-Falk", "Berg-Falk" may not. */
function isLastNameOf(short: string, holder: NameHolder, lastNames: ReadonlySet<string | undefined>): boolean {
  const last = holder.members[0]!.traits.key.words.at(-1) ?? ''
  return last === short || (last.endsWith(`-${short}`) && !lastNames.has(short))
}

function isAcronymOf(acronym: string, holder: NameHolder): boolean {
  const { key } = holder.members[0]!.traits
  return key.acronyms.includes(acronym) || nameForms.acronymsOf(key.words).includes(acronym)
}

function join(candidate: EntitySummary, order: number, known: NameHolder | null, holders: NameHolder[]): NameHolder {
  const { traits, summary } = candidate
  const holder: NameHolder = known ?? {
    members: [],
    orders: [],
    descriptionWords: new Set(),
    offices: new Set(),
    nations: new Set(),
    company: new Set(),
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
  if (holder.company.size < companyKept)
    for (const other of summary.company) if (other !== traits.key.full) holder.company.add(other)
  return holder
}
