import type { Article } from '../../article'
import type { EntityType, NamedMention } from '../analysis'
import { describeName } from './descriptions'
import type { EntityModels } from './models'
import { bodyWords, commonStarts, innerWords, isRoleOrHonorific } from './nameWords'
import { isActing } from './actingRules'
import { readWords, type Words } from './words'

interface Candidate { first: number, last: number, type: EntityType | null }

/**
 * Every name of a person, organization, group or place, ordered and without overlaps. The span is the proper name
 * alone, without title and possessive. Linear in the length of the text.
 */
export function recognizeNames(article: Article, models: EntityModels): readonly NamedMention[] {
  const { text } = article
  const words = readWords(article)
  const surface = (at: number) => at < 0 || at >= words.count ? '' : text.slice(words.start[at], words.end[at])
  const candidates = capitalizedSequences(words, surface)
  const known = new Map<string, EntityType>()
  // First the names that say what they are, then the short forms that repeat a part of them.
  for (const candidate of candidates) {
    candidate.type = ownType(candidate, words, surface, models)
    if (!candidate.type) continue
    const name = joined(candidate, surface)
    if (!known.has(name)) known.set(name, candidate.type)
    if (candidate.type === 'person' && candidate.last - candidate.first > 1) known.set(surface(candidate.last - 1), 'person')
  }
  const typeOf = new Map<number, EntityType>()
  const found = candidates.flatMap((candidate) => {
    const name = joined(candidate, surface)
    const starts = candidate.first === 0 || words.sentence[candidate.first] !== words.sentence[candidate.first - 1]
    const type = candidate.type ?? known.get(name) ?? (starts ? null : 'organization' as const)
    if (!type) return []
    for (let at = candidate.first; at < candidate.last; at++) typeOf.set(at, type)
    return [{ ...candidate, type }]
  })
  const typeAt = (at: number) => typeOf.get(at) ?? null
  return found.map((name) => ({
    start: words.start[name.first]!, end: words.end[name.last - 1]!, type: name.type, acting: name.type === 'place' && isActing(surface, name.first, name.last),
    description: describeName(text, words, name, typeAt), rule: 'capitalized-name', confidence: 0.6
  }))
}

function joined(candidate: Candidate, surface: (at: number) => string): string {
  let name = surface(candidate.first)
  for (let at = candidate.first + 1; at < candidate.last; at++) name += ` ${surface(at)}`
  return name
}

function isUpper(word: string): boolean {
  const first = word.charAt(0)
  return first !== first.toLowerCase()
}

function capitalizedSequences(words: Words, surface: (at: number) => string): Candidate[] {
  const found: Candidate[] = []
  for (let at = 0; at < words.count;) {
    const word = surface(at)
    const starts = at === 0 || words.sentence[at] !== words.sentence[at - 1]
    if (!isUpper(word) || isRoleOrHonorific(word) || (starts && commonStarts.has(word.toLowerCase()))) { at++; continue }
    let last = at + 1
    while (last < words.count && words.sentence[last] === words.sentence[at]) {
      const next = surface(last)
      if (isUpper(next) && !(isRoleOrHonorific(next) && !bodyWords.has(next))) { last++; continue }
      if (innerWords.has(next) && last + 1 < words.count && isUpper(surface(last + 1)) && !isRoleOrHonorific(surface(last + 1))) { last += 2; continue }
      break
    }
    found.push({ first: at, last, type: null })
    at = last
  }
  return found
}

function ownType(candidate: Candidate, words: Words, surface: (at: number) => string, models: EntityModels): EntityType | null {
  const name = joined(candidate, surface)
  if (models.gazetteer.demonym(name)) return 'group'
  const before = surface(candidate.first - 1)
  if (isRoleOrHonorific(before) || (before === '.' && isRoleOrHonorific(surface(candidate.first - 2)))) return 'person'
  for (let at = candidate.first; at < candidate.last; at++) if (bodyWords.has(surface(at))) return 'organization'
  const record = models.gazetteer.lookUp(name)[0]
  if (record && (candidate.last - candidate.first > 1 || record.kind !== 'city' || (record.population ?? 0) > 100_000)) return 'place'
  if (candidate.last - candidate.first > 1) return 'person'
  return /^[A-Z]{2,6}$/.test(name) ? 'organization' : null
}
