import type { Article, Span } from '../../article'
import type { EntityType, NamedMention } from '../analysis'
import { actingThreshold } from './acting/classifier'
import { describeName, type WordSpan } from './descriptions'
import { isGroup } from './groups'
import type { EntityModels } from './models'
import { kindCount } from './tagger/agreement'
import { taggedTypes } from './tagger/labels'
import { lexiconFlags } from './tagger/lexicon'
import type { Tagged } from './tagger/tagger'

interface TaggedName extends WordSpan {
  readonly confidence: number
}

/**
 * Every name of a person, organization, group or place, ordered and without overlaps. The span is the proper name
 * alone, without title and possessive. Linear in the length of the text.
 */
export function recognizeNames(article: Article, models: EntityModels): readonly NamedMention[] {
  const tagged = models.tag(article)
  const { words } = tagged.reading
  const surface = (at: number) => at < 0 || at >= words.count ? '' : article.text.slice(words.start[at], words.end[at])
  const names = withHyphenatedNames(joinedLastNames(taggedNames(tagged, surface), surface).flatMap((name) => splitPair(name, tagged, surface)), tagged, surface)
  const typeAt = new Map<number, EntityType>()
  for (const name of names) for (let at = name.first; at < name.last; at++) typeAt.set(at, name.type)
  return withStatedNames(article, names.map((name) => ({
    start: words.start[name.first]!, end: words.end[name.last - 1]!, type: name.type,
    acting: name.type === 'place' && (isPairedWithBody(name, surface, typeAt) || isActing(tagged, models, name)),
    description: describeName(article.text, words, name, (at) => typeAt.get(at) ?? null), rule: 'name-tagger', confidence: name.confidence
  })))
}

/** What the article's form says outranks the tagger: the byline names persons, the dateline an agency. */
function withStatedNames(article: Article, names: readonly NamedMention[]): readonly NamedMention[] {
  const stated = (type: EntityType, rule: string) => ({ start, end }: Span): NamedMention => ({ start, end, type, acting: false, description: null, rule, confidence: 1 })
  // Front matter names authors too, but is no prose: nothing is mentioned there.
  const isProse = (span: Span) => article.paragraphs.some((paragraph) => paragraph.start <= span.start && span.end <= paragraph.end)
  const agency = article.dateline?.agency ?? null
  const certain = [...(article.byline?.names ?? []).map(stated('person', 'byline')), ...(agency ? [agency] : []).map(stated('organization', 'dateline'))].filter(isProse)
  if (certain.length === 0) return names
  const others = names.filter((name) => !certain.some((span) => span.start < name.end && name.start < span.end))
  return [...others, ...certain].sort((a, b) => a.start - b.start)
}

/** Beside an organization a place is a party too: "the Sudan-RSF talks". */
function isPairedWithBody(name: TaggedName, surface: (at: number) => string, typeAt: ReadonlyMap<number, EntityType>): boolean {
  const after = hyphens.test(surface(name.last)) ? typeAt.get(name.last + 1) : undefined
  const before = hyphens.test(surface(name.first - 1)) ? typeAt.get(name.first - 2) : undefined
  return after === 'organization' || before === 'organization'
}

const hyphens = /^[-\u2010-\u2013]$/
const aPlace = lexiconFlags.country | lexiconFlags.region | lexiconFlags.largeCity | lexiconFlags.city

/** Two places with a hyphen between them are two names ("the Sudan-Chad border"). */
function splitPair(name: TaggedName, { reading, types }: Tagged, surface: (at: number) => string): TaggedName[] {
  const isPlace = (at: number) => (types.flags[reading.type[at]!]! & aPlace) !== 0
  if (name.type === 'person' || name.last - name.first !== 3 || surface(name.first + 1) !== '-' || !isPlace(name.first) || !isPlace(name.first + 2)) return [name]
  return [{ ...name, last: name.first + 1, type: 'place' }, { ...name, first: name.first + 2, type: 'place' }]
}

/** The halves of a last name ("Adeyemi-Falk") are one name where a full name of the article has them so; else they may be two people. */
function joinedLastNames(names: readonly TaggedName[], surface: (at: number) => string): TaggedName[] {
  const known = new Set<string>()
  for (const { type, first, last } of names) for (let at = first + 2; at < last; at++) if (type === 'person' && hyphens.test(surface(at - 1))) known.add(`${surface(at - 2)} ${surface(at)}`)
  const joined: TaggedName[] = []
  for (const name of names) {
    const half = joined.at(-1)
    const isHalf = half?.type === 'person' && name.type === 'person' && name.first === half.last + 1 && hyphens.test(surface(half.last))
    if (isHalf && known.has(`${surface(half.last - 1)} ${surface(name.first)}`)) joined[joined.length - 1] = { ...half, last: name.last, confidence: Math.min(half.confidence, name.confidence) }
    else joined.push(name)
  }
  return joined
}

/**
 * The parts of a hyphenated word that the tagger has not named, but that are a country or a name by themselves elsewhere
 * in the article: "the Sudan-RSF talks", "the RSF-held town".
 */
function withHyphenatedNames(names: readonly TaggedName[], { reading, types }: Tagged, surface: (at: number) => string): readonly TaggedName[] {
  const covered = new Uint8Array(reading.words.count)
  const alone = new Map<string, TaggedName>()
  for (const name of names) {
    covered.fill(1, name.first, name.last)
    const word = surface(name.first)
    if (name.last - name.first === 1 && (alone.get(word)?.confidence ?? 0) < name.confidence) alone.set(word, name)
  }
  const added: TaggedName[] = []
  for (let at = 0; at < reading.words.count; at++) {
    if (covered[at] === 1 || !hyphens.test(surface(at - 1)) && !hyphens.test(surface(at + 1))) continue
    const known = alone.get(surface(at))
    const isCountry = (types.flags[reading.type[at]!]! & lexiconFlags.country) !== 0 && /^\p{Lu}/u.test(surface(at))
    if (known && known.type !== 'group') added.push({ first: at, last: at + 1, type: known.type, confidence: known.confidence })
    else if (isCountry) added.push({ first: at, last: at + 1, type: 'place', confidence: countryConfidence })
  }
  return added.length === 0 ? names : [...names, ...added].sort((a, b) => a.first - b.first)
}

/** A country's name as part of a hyphenated word is nearly always the country. */
const countryConfidence = 0.8

/** An adjective before a noun ("US officials") neither acts nor is a place; it counts as not acting. */
function isActing({ reading, types }: Tagged, models: EntityModels, name: TaggedName): boolean {
  return models.acting(reading, types, name.first, name.last) > actingThreshold
}

/** The labelled stretches as names. What is named but of no type stays only when it is a people, a party or a movement. */
function taggedNames({ reading, labels, posterior, types }: Tagged, surface: (at: number) => string): TaggedName[] {
  const names: TaggedName[] = []
  let first = 0
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at]!
    if (label === 0) continue
    const part = (label - 1) & 3
    if (part === 0 || part === 3) first = at
    if (part < 2) continue
    const kind = (label - 1) >> 2
    const tagged = taggedTypes[kind]!
    if (tagged === 'other' && !isGroup(reading, types, first, at + 1, surface)) continue
    let confidence = 1
    for (let word = first; word <= at; word++) confidence = Math.min(confidence, posterior[word * kindCount + kind + 1]!)
    names.push({ first, last: at + 1, type: tagged === 'other' ? 'group' : tagged, confidence: Math.round(confidence * 1000) / 1000 })
  }
  return names
}
