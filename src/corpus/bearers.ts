import { nameForms } from '../analysis'
import type { EntitySummary } from './summary'

interface Bearer {
  readonly members: EntitySummary[]
  /** The positions of the members among the candidates. */
  readonly orders: number[]
  readonly said: Set<string>
  readonly offices: Set<string>
  readonly nations: Set<string>
  readonly company: Set<string>
  gender: 'male' | 'female' | null
  country: string | null
}

// What is known of a bearer is enough with these; more would only cost memory.
const companyKept = 400
const wordsKept = 200

/**
 * Tells a bucket's candidates apart: groups of those that are the same. The candidates come in order of article and entity;
 * the groups are in order of their first member, so that the same bucket gives the same groups.
 */
export function tellApart(candidates: readonly EntitySummary[]): readonly (readonly EntitySummary[])[] {
  if (candidates.length < 2) return candidates.length === 0 ? [] : [candidates]
  const bearers: Bearer[] = []
  const byName = new Map<string, Bearer[]>()
  const byGivenName = new Map<string, Bearer[]>()
  candidates.forEach((candidate, order) => {
    if (candidate.traits.key.short) return
    const known = sameNamed(candidate, byName, byGivenName)
    const bearer = join(candidate, order, known, bearers)
    if (!addTo(byName, candidate.traits.key.full, bearer) || known || candidate.traits.type !== 'person') return
    for (const key of nameForms.givenNameKeys(candidate.traits.key.words)) addTo(byGivenName, key, bearer)
  })
  const fuller = [...bearers]
  const lastNames = new Set(fuller.map(({ members }) => members[0]!.traits.key.words.at(-1)))
  const alone = new Map<string, Bearer>()
  candidates.forEach((candidate, order) => {
    const { short, full } = candidate.traits.key
    if (!short) return
    const bearer = bearerOfShort(candidate, fuller, lastNames) ?? alone.get(full) ?? null
    const joined = join(candidate, order, bearer, bearers)
    if (!bearer) alone.set(full, joined)
  })
  if (fuller.length === 0 || !candidates.some(({ traits }) => traits.key.short))
    return bearers.map(({ members }) => members)
  // Short names joined after the full ones: back into the order of the candidates.
  for (const { orders } of bearers) orders.sort((a, b) => a - b)
  return bearers
    .sort((a, b) => a.orders[0]! - b.orders[0]!)
    .map(({ orders }) => orders.map((order) => candidates[order]!))
}

function addTo(index: Map<string, Bearer[]>, key: string, bearer: Bearer): boolean {
  const known = index.get(key)
  if (!known) index.set(key, [bearer])
  else if (!known.includes(bearer)) known.push(bearer)
  else return false
  return true
}

function sameNamed(
  candidate: EntitySummary,
  byName: ReadonlyMap<string, readonly Bearer[]>,
  byGivenName: ReadonlyMap<string, readonly Bearer[]>
): Bearer | null {
  const { key, type } = candidate.traits
  const namesakes = byName.get(key.full)
  const same = namesakes?.find((bearer) => !differ(bearer, candidate))
  if (same || namesakes || type !== 'person') return same ?? null
  for (const given of nameForms.givenNameKeys(key.words)) {
    for (const bearer of byGivenName.get(given) ?? []) {
      if (nameForms.compatiblePersons(key.words, bearer.members[0]!.traits.key.words) && !differ(bearer, candidate))
        return bearer
    }
  }
  return null
}

/**
 * The texts contradict each other about two bearers of one name: another gender or country, or of people both another
 * office and another nation, without company in common. Only another description is no contradiction.
 */
function differ(bearer: Bearer, { traits, summary }: EntitySummary): boolean {
  if (traits.gender && bearer.gender && traits.gender !== bearer.gender) return true
  if (traits.country && bearer.country && traits.country !== bearer.country) return true
  if (traits.type !== 'person' || !contradict(traits.offices, bearer.offices, nameForms.officesAgree)) return false
  // A mayor and a singer are two without a word about their nations, unless the texts say that they come from one.
  const nations = contradict(traits.nations, bearer.nations, nationsAgree)
  if (
    !nations &&
    !(
      contradict(traits.offices, bearer.offices, nameForms.officesOfOneField) &&
      !traits.said.some((word) => bearer.said.has(word))
    )
  )
    return false
  return !summary.company.some((other) => other !== traits.key.full && bearer.company.has(other))
}

/** Both texts tell something, and nothing of it goes together. */
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

/** A last name or acronym alone: the one bearer there is, or the one of several whose company the article keeps. */
function bearerOfShort(
  { traits, summary }: EntitySummary,
  fuller: readonly Bearer[],
  lastNames: ReadonlySet<string | undefined>
): Bearer | null {
  let best: Bearer | null = null
  let bestScore = 0
  let second = 0
  for (const bearer of fuller.length > mostBearers ? [] : fuller) {
    if (traits.type !== 'person' && !isAcronymOf(traits.key.words[0] ?? '', bearer)) continue
    if (traits.type === 'person' && !isLastNameOf(traits.key.words[0] ?? '', bearer, lastNames)) continue
    if (traits.gender && bearer.gender && traits.gender !== bearer.gender) continue
    let shared = 0
    if (fuller.length > 1) {
      for (const other of summary.company) if (other !== traits.key.full && bearer.company.has(other)) shared++
      for (const word of traits.said) if (bearer.said.has(word)) shared++
    }
    const score = 1 + shared + Math.log2(bearer.members.length)
    if (score > bestScore) {
      second = bestScore
      bestScore = score
      best = bearer
    } else second = Math.max(second, score)
  }
  return best && bestScore >= second + 1 ? best : null
}

/** Where more people bear a last name, it alone tells nothing. */
const mostBearers = 12

/** The bucket holds hyphenated names beside their halves: "Falk" may be short for "Adeyemi-Falk", "Berg-Falk" may not. */
function isLastNameOf(short: string, bearer: Bearer, lastNames: ReadonlySet<string | undefined>): boolean {
  const last = bearer.members[0]!.traits.key.words.at(-1) ?? ''
  return last === short || (last.endsWith(`-${short}`) && !lastNames.has(short))
}

function isAcronymOf(acronym: string, bearer: Bearer): boolean {
  const { key } = bearer.members[0]!.traits
  return key.acronyms.includes(acronym) || nameForms.acronymsOf(key.words).includes(acronym)
}

function join(candidate: EntitySummary, order: number, known: Bearer | null, bearers: Bearer[]): Bearer {
  const { traits, summary } = candidate
  const bearer: Bearer = known ?? {
    members: [],
    orders: [],
    said: new Set(),
    offices: new Set(),
    nations: new Set(),
    company: new Set(),
    gender: null,
    country: null
  }
  if (!known) bearers.push(bearer)
  bearer.members.push(candidate)
  bearer.orders.push(order)
  bearer.gender ??= traits.gender
  bearer.country ??= traits.country
  if (bearer.said.size < wordsKept) for (const word of traits.said) bearer.said.add(word)
  if (bearer.offices.size < wordsKept) for (const office of traits.offices) bearer.offices.add(office)
  if (bearer.nations.size < wordsKept) for (const nation of traits.nations) bearer.nations.add(nation)
  if (bearer.company.size < companyKept)
    for (const other of summary.company) if (other !== traits.key.full) bearer.company.add(other)
  return bearer
}
