import type { Analysis, Entity } from '../analysis'
import type { CorpusArticle } from './corpus'
import { entityKey, type EntityKey } from './entityKey'
import { fingerprint, type Fingerprint } from './fingerprint'

/** What the corpus needs to know of one article; made once per content, kept while the others change. */
export interface ArticleSummary {
  readonly article: string
  readonly entities: readonly EntitySummary[]
  /** One for each of `Analysis.quotes`. */
  readonly quotes: readonly QuoteSummary[]
  /** The buckets of the article's named actors and places: whom it speaks of together. */
  readonly company: ReadonlySet<string>
}

export interface EntitySummary {
  readonly id: string
  readonly name: string
  readonly type: Entity['type']
  readonly named: boolean
  readonly key: EntityKey
  /** Great words of its descriptions, lower case. */
  readonly said: ReadonlySet<string>
  /** Country codes of the place it was resolved to. */
  readonly country: string | null
  readonly gender: 'male' | 'female' | null
}

export interface QuoteSummary extends Fingerprint {
  readonly speaker: string | null
}

/** Boils an article down to keys and fingerprints. Pure; linear in the article's text. */
export function summarize({ article, text, analysis }: CorpusArticle): ArticleSummary {
  const genders = pronounGenders(text, analysis)
  const entities = analysis.entities.map((entity): EntitySummary => ({
    id: entity.id,
    name: entity.name,
    type: entity.type,
    named: entity.named,
    key: entityKey(entity, article),
    said: descriptionWords(entity.descriptions),
    country: entity.places[0]?.country ?? null,
    gender: genders.get(entity.id) ?? null
  }))
  const company = new Set(entities.flatMap(({ key, named }) => (named ? [key.full] : [])))
  const quotes = analysis.quotes.map((quote): QuoteSummary => ({
    ...fingerprint(quote.content.map(({ start, end }) => text.slice(start, end)).join(' ')),
    speaker: quote.speaker
  }))
  return { article, entities, quotes, company }
}

/** The gender that an article's own pronouns give a person, when they all agree. */
function pronounGenders(text: string, analysis: Analysis): ReadonlyMap<string, 'male' | 'female'> {
  const found = new Map<string, 'male' | 'female' | null>()
  for (const mention of analysis.mentions) {
    if (mention.form !== 'pronoun') continue
    const word = text.slice(mention.start, mention.end).toLowerCase()
    const gender = /^(?:he|him|his|himself)$/.test(word) ? 'male' : /^(?:she|her|hers|herself)$/.test(word) ? 'female' : null
    if (!gender) continue
    const known = found.get(mention.entity)
    found.set(mention.entity, known === undefined || known === gender ? gender : null)
  }
  return new Map([...found].filter((entry): entry is [string, 'male' | 'female'] => entry[1] !== null))
}

const empty = new Set('the a an of for to in on at and or with from by former current then new its his her their who which that senior top'.split(' '))

function descriptionWords(descriptions: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const description of descriptions) {
    for (const word of description.toLowerCase().split(/[^\p{L}\p{N}-]+/u)) if (word.length > 2 && !empty.has(word)) words.add(word)
  }
  return words
}
