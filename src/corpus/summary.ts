import { shownText, type SourceText } from '../article'
import { nameForms, type Analysis, type AnalyzedText, type Entity, type Quote } from '../analysis'
import { entityNumber, idInArticle } from './entityIds'
import { entityKey, type EntityKey, type EntityNames } from './entityKey'
import { finish, mappedInSteps, type Steps } from '../util/steps'
import { quoteFingerprintsInSteps, type QuoteFingerprints } from './quoteFingerprints'

/** What the corpus needs of one article to link it with others. */
export interface ArticleSummary {
  /** `AnalyzedArticle.id`. */
  readonly id: string
  readonly entities: readonly EntitySummary[]
  /** The fingerprints of `Analysis.quotes`, in their order. */
  readonly quotes: QuoteFingerprints
  /**
   * `EntityKey.full` of all named entities: two people of one name are likelier the same when their articles share
   * other names.
   */
  readonly fullNames: readonly string[]
  /** Of an entity, by its number, whose type and name others before it have: which of them it is, from 2. */
  readonly ordinals: ReadonlyMap<number, number>
}

/** An entity of an article. Small in memory, because a folder has hundreds of thousands. */
export interface EntitySummary {
  /** The summary of its article. */
  readonly summary: ArticleSummary
  /** 12 for "e12" of `Analysis.entities`. */
  readonly number: number
  readonly traits: EntityTraits
  /** The quotes that it is the speaker of: indexes of `Analysis.quotes`, ascending. */
  readonly quotes: readonly number[]
}

/**
 * What an article states about an entity, with the key by which the same entity is found in other articles. Articles
 * that state the same share one such object.
 */
export interface EntityTraits extends EntityFacts {
  readonly key: EntityKey
}

/** What an article states about an entity. */
export interface EntityFacts extends EntityNames {
  /** The words of its descriptions, lower case, without articles, prepositions and the like. */
  readonly descriptionWords: readonly string[]
  /** The families (`nameForms.officesOf`) of the offices and professions in the descriptions. */
  readonly offices: readonly string[]
  /** The other capitalised words of the descriptions, lower case: nations, bodies. */
  readonly nations: readonly string[]
  /** Country code of the place that it was resolved to; null for none. */
  readonly country: string | null
  /** From the article's pronouns; null where there are none or they contradict each other. */
  readonly gender: 'male' | 'female' | null
}

/** A summary's content before keys are made: what a record stores. */
export interface ArticleFacts {
  readonly entities: readonly (Pick<EntitySummary, 'number' | 'quotes'> & { readonly facts: EntityFacts })[]
  readonly quotes: QuoteFingerprints
}

/** Makes the summary of an article. Pure; linear in the article's text. */
export function summarize(article: AnalyzedText): ArticleSummary {
  return finish(summarizeInSteps(article))
}

/** The same in steps: an article may have tens of thousands of quotes. */
export function* summarizeInSteps({ id, text, markup, analysis }: AnalyzedText): Steps<ArticleSummary> {
  const { quotes, entities } = yield* articleFactsInSteps({ text, markup }, analysis)
  const parts = yield* mappedInSteps(
    entities,
    ({ number, facts, quotes: spoken }) => ({ number, traits: traitsOf(facts), quotes: spoken }),
    entitiesPerStep
  )
  return summaryOf(id, quotes, parts)
}

const entitiesPerStep = 500
const mentionsPerStep = 4000
const quotesPerStep = 1000

/** Adds the key to what is stated. */
export function traitsOf(facts: EntityFacts): EntityTraits {
  return { ...facts, key: entityKey(facts) }
}

/** Collects what the article states. Pure; linear in the article's text. */
export function articleFacts(source: SourceText, analysis: Analysis): ArticleFacts {
  return finish(articleFactsInSteps(source, analysis))
}

function* articleFactsInSteps(source: SourceText, analysis: Analysis): Steps<ArticleFacts> {
  const genders = yield* pronounGenders(source, analysis)
  const texts = yield* mappedInSteps(analysis.quotes, (quote) => quoteText(source, quote), quotesPerStep)
  const quotes = yield* quoteFingerprintsInSteps(texts)
  const spoken = new Map<string, number[]>()
  analysis.quotes.forEach(({ speaker }, quote) => {
    if (speaker === null) return
    const known = spoken.get(speaker)
    if (known) known.push(quote)
    else spoken.set(speaker, [quote])
  })
  const entities = yield* mappedInSteps(
    analysis.entities,
    (entity) => ({
      number: entityNumber(entity.id),
      facts: factsOf(entity, genders.get(entity.id) ?? null),
      quotes: spoken.get(entity.id) ?? []
    }),
    entitiesPerStep
  )
  return { entities, quotes }
}

function factsOf(
  { name, type, named, identity, aliases, descriptions, places }: Entity,
  gender: EntityFacts['gender']
): EntityFacts {
  const isPerson = type === 'person'
  return {
    name,
    type,
    named,
    identity: identity ?? null,
    acronyms: aliases.filter((alias) => nameForms.isAcronym(nameForms.wordsOf(alias))),
    descriptionWords: isPerson ? distinctiveWords(descriptions) : [],
    offices: isPerson ? [...new Set(descriptions.flatMap((description) => nameForms.officesOf(description)))] : [],
    nations: isPerson ? nationsOf(descriptions) : [],
    country: places[0]?.country ?? null,
    gender
  }
}

/** What of a quote is compared. */
export function quoteText(source: SourceText, { content, act }: Quote) {
  return {
    act,
    text: content.map((span) => shownText(source, span)).join(' '),
    start: content[0]?.start ?? 0,
    end: content.at(-1)?.end ?? 0
  }
}

/** Assembles a summary from its parts, and collects the full names. */
export function summaryOf(
  id: string,
  quotes: QuoteFingerprints,
  parts: readonly Pick<EntitySummary, 'number' | 'traits' | 'quotes'>[]
): ArticleSummary {
  const entities = new Array<EntitySummary>(parts.length)
  const fullNames = new Set<string>()
  for (const {
    traits: { named, key }
  } of parts)
    if (named) fullNames.add(key.full)
  const summary: ArticleSummary = { id, entities, quotes, fullNames: [...fullNames], ordinals: ordinalsOf(parts) }
  parts.forEach(({ number, traits, quotes: spoken }, index) => {
    entities[index] = { summary, number, traits, quotes: spoken }
  })
  return summary
}

function ordinalsOf(parts: readonly Pick<EntitySummary, 'number' | 'traits'>[]): ReadonlyMap<number, number> {
  const counts = new Map<string, number>()
  const ordinals = new Map<number, number>()
  for (const { number, traits } of parts) {
    if (traits.key.bucket !== null) continue
    const described = `${traits.type} ${traits.name}`
    const ordinal = (counts.get(described) ?? 0) + 1
    counts.set(described, ordinal)
    if (ordinal > 1) ordinals.set(number, ordinal)
  }
  return ordinals.size === 0 ? none : ordinals
}

const none: ReadonlyMap<number, number> = new Map()

/** The corpus id of an entity: its key, or for one that is never linked across articles an id within its article. */
export function corpusId({ summary, number, traits }: EntitySummary): string {
  const { key, type, name } = traits
  return key.bucket === null
    ? idInArticle(summary.id, type, name, summary.ordinals.get(number) ?? 1)
    : idInBucket(traits)
}

/** An acronym of the article's own puts a full name into another bucket than it has elsewhere: the two are two entities. */
export function idInBucket({
  key,
  type,
  name,
  named,
  identity
}: Pick<EntityTraits, 'key' | 'name' | 'type' | 'named' | 'identity'>): string {
  if (key.acronyms.length === 0) return key.full
  const { bucket } = entityKey({ name, type, named, identity, acronyms: [] })
  return bucket === key.bucket ? key.full : [key.full, key.bucket].join(' as ')
}

/** The gender that an article's own pronouns give a person, when they all agree. */
function* pronounGenders(source: SourceText, analysis: Analysis): Steps<ReadonlyMap<string, 'male' | 'female' | null>> {
  const found = new Map<string, 'male' | 'female' | null>()
  for (const [index, mention] of analysis.mentions.entries()) {
    if (index % mentionsPerStep === mentionsPerStep - 1) yield
    if (mention.form !== 'pronoun') continue
    const word = shownText(source, mention).toLowerCase()
    const gender = /^(?:he|him|his|himself)$/.test(word)
      ? 'male'
      : /^(?:she|her|hers|herself)$/.test(word)
        ? 'female'
        : null
    if (!gender) continue
    const known = found.get(mention.entity)
    found.set(mention.entity, known === undefined || known === gender ? gender : null)
  }
  return found
}

const functionWords = new Set(
  'the a an of for to in on at and or with from by former current then new its his her their who which that senior top'.split(
    ' '
  )
)

function distinctiveWords(descriptions: readonly string[]): readonly string[] {
  const words = new Set<string>()
  for (const description of descriptions) {
    for (const word of description.toLowerCase().split(/[^\p{L}\p{N}-]+/u))
      if (word.length > 2 && !functionWords.has(word)) words.add(word)
  }
  return [...words]
}

/**
 * Capitalised words of descriptions that name no office: "Norwegian", "Norland". Lower case, without a possessive
 * ending.
 */
function nationsOf(descriptions: readonly string[]): readonly string[] {
  const nations = new Set<string>()
  for (const description of descriptions) {
    for (const word of description.split(/[^\p{L}\p{N}'\u2019-]+/u)) {
      const plain = word.replace(/['\u2019]s?$/, '')
      if (
        /^\p{Lu}/u.test(plain) &&
        plain.length > 2 &&
        nameForms.officesOf(plain).length === 0 &&
        !functionWords.has(plain.toLowerCase())
      )
        nations.add(plain.toLowerCase())
    }
  }
  return [...nations]
}
