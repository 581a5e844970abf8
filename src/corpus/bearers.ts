import { nameForms } from '../analysis'
import type { ArticleSummary, EntitySummary } from './summary'

/** An article's entity among those that could be the same. */
export interface Candidate {
  readonly summary: ArticleSummary
  readonly entity: EntitySummary
}

interface Bearer {
  readonly members: Candidate[]
  readonly said: Set<string>
  readonly company: Set<string>
  gender: 'male' | 'female' | null
  country: string | null
}

const companyKept = 600

/**
 * Tells a bucket's candidates apart: groups of those that are the same. The candidates come in order of article and entity;
 * the groups are in order of their first member, so that the same bucket gives the same groups.
 */
export function tellApart(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const bearers: Bearer[] = []
  const byName = new Map<string, Bearer[]>()
  const short: Candidate[] = []
  for (const candidate of candidates) {
    if (candidate.entity.key.short) short.push(candidate)
    else join(candidate, sameNamed(candidate, byName, bearers), bearers, byName)
  }
  const fuller = [...bearers]
  const alone = new Map<string, Bearer>()
  for (const candidate of short) {
    const { full } = candidate.entity.key
    const bearer = bearerOfShort(candidate, fuller) ?? alone.get(full) ?? null
    const joined = join(candidate, bearer, bearers, byName)
    if (!bearer) alone.set(full, joined)
  }
  return bearers.map(({ members }) => members).sort((a, b) => candidates.indexOf(a[0]!) - candidates.indexOf(b[0]!))
}

function sameNamed(candidate: Candidate, byName: Map<string, Bearer[]>, bearers: readonly Bearer[]): Bearer | null {
  const { key, type } = candidate.entity
  const namesakes = byName.get(key.full) ?? (type === 'person' ? bearers.filter((bearer) => nameForms.compatiblePersons(key.words, bearer.members[0]!.entity.key.words)) : [])
  return namesakes.find((bearer) => !differ(bearer, candidate)) ?? null
}

/** The texts differ about two bearers of one name: another gender or country, or nothing said in common and no common company. */
function differ(bearer: Bearer, { entity, summary }: Candidate): boolean {
  if (entity.gender && bearer.gender && entity.gender !== bearer.gender) return true
  if (entity.type === 'place') return entity.country !== null && bearer.country !== null && entity.country !== bearer.country
  if (entity.type !== 'person' || entity.said.size === 0 || bearer.said.size === 0) return false
  for (const word of entity.said) if (bearer.said.has(word)) return false
  for (const other of summary.company) if (other !== entity.key.full && bearer.company.has(other)) return false
  return true
}

/** A last name or acronym alone: the one bearer there is, or the one of several whose company the article keeps. */
function bearerOfShort({ entity, summary }: Candidate, fuller: readonly Bearer[]): Bearer | null {
  let best: Bearer | null = null
  let bestScore = 0
  let second = 0
  for (const bearer of fuller) {
    const first = bearer.members[0]!.entity
    if (entity.type !== 'person' && !isAcronymOf(entity.key.words[0] ?? '', bearer)) continue
    if (entity.gender && bearer.gender && entity.gender !== bearer.gender) continue
    let shared = 0
    for (const other of summary.company) if (other !== first.key.full && bearer.company.has(other)) shared++
    for (const word of entity.said) if (bearer.said.has(word)) shared++
    const score = 1 + shared + Math.log2(bearer.members.length)
    if (score > bestScore) {
      second = bestScore
      bestScore = score
      best = bearer
    } else second = Math.max(second, score)
  }
  return best && bestScore >= second + 1 ? best : null
}

function isAcronymOf(acronym: string, bearer: Bearer): boolean {
  return bearer.members[0]!.entity.key.acronyms.includes(acronym) || nameForms.acronymsOf(bearer.members[0]!.entity.key.words).includes(acronym)
}

function join(candidate: Candidate, known: Bearer | null, bearers: Bearer[], byName: Map<string, Bearer[]>): Bearer {
  const bearer: Bearer = known ?? { members: [], said: new Set(), company: new Set(), gender: null, country: null }
  if (!known) bearers.push(bearer)
  bearer.members.push(candidate)
  const { entity, summary } = candidate
  bearer.gender ??= entity.gender
  bearer.country ??= entity.country
  for (const word of entity.said) bearer.said.add(word)
  if (bearer.company.size < companyKept) for (const other of summary.company) if (other !== entity.key.full) bearer.company.add(other)
  const namesakes = byName.get(entity.key.full)
  if (!namesakes) byName.set(entity.key.full, [bearer])
  else if (!namesakes.includes(bearer)) namesakes.push(bearer)
  return bearer
}
