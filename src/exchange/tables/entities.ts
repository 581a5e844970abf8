import type { RegisteredEntity } from '../../annotations'
import { isActor, isCounted, quoteTally, type QuoteTally } from '../counts'
import type { DocumentEntity, QuoteAnnotation } from '../document'
import { noTexts, withText, type FewTexts } from '../fewTexts'
import { defineTable, fraction, listed, number, text, truth } from './table'
import type { TableDocument } from './tableDocument'

/** Somebody or something, gathered over the articles. There may be a hundred thousand: small in memory, with nothing that most do not need. */
interface EntityFacts extends Pick<DocumentEntity, 'id' | 'name' | 'type' | 'named'> {
  readonly identity: string | undefined
  readonly registered: RegisteredEntity | undefined
  /** The name of an article. */
  readonly first: string
  aliases: FewTexts
  descriptions: FewTexts
  place: DocumentEntity['place']
  articles: number
  mentions: number
  acting: number
  /** Of the quotes that are no attitudes; undefined where there are none. */
  tally: QuoteTally | undefined
  attitudes: number
}

export const entitiesTable = defineTable<EntityFacts>(
  'entities',
  'One row for each person, organization, group and place of the whole export, in order of the first mention.',
  [
    text('entity', 'The id: the same in all tables and articles.', ({ id }) => id),
    text('name', 'The name, or the description of somebody unnamed.', ({ name }) => name),
    text('type', 'Person, organization, group or place.', ({ type }) => type),
    truth('named', 'Whether there is a name; otherwise name is a description.', ({ named }) => named),
    truth(
      'actor',
      'Whether it acts: persons, organizations and groups do, a place where at least one of its mentions does.',
      ({ type, acting }) => isActor(type, acting > 0)
    ),
    text('identity', 'The address (IRI) by which a researcher said who it is.', ({ identity }) => identity ?? null),
    text('same_as', 'Its addresses elsewhere, as the project lists them, separated by semicolons.', ({ registered }) =>
      listed(registered?.same ?? [])
    ),
    text('aliases', 'Its other names in the articles, separated by semicolons.', ({ aliases }) => listed([...aliases])),
    text('descriptions', 'How the articles describe it, separated by semicolons.', ({ descriptions }) =>
      listed([...descriptions])
    ),
    text('country', 'Of a place: the name of its country.', ({ place }) => place?.countryName ?? null),
    fraction('latitude', 'Of a place: degrees, north is positive.', ({ place }) => place?.latitude ?? null),
    fraction('longitude', 'Of a place: degrees, east is positive.', ({ place }) => place?.longitude ?? null),
    number('population', 'Of a place: its inhabitants.', ({ place }) => place?.population ?? null),
    number('articles', 'In how many articles it is mentioned.', ({ articles }) => articles),
    text('first_article', 'The first of these articles.', ({ first }) => first),
    number('mentions', 'How often it is mentioned.', ({ mentions }) => mentions),
    number('acting_mentions', 'Of a place: in how many of its mentions it acts.', ({ type, acting }) =>
      type === 'place' ? acting : null
    ),
    number(
      'quotes',
      'Its quotes without attitudes, the same quote again counted once.',
      ({ tally }) => tally?.count() ?? 0
    ),
    number('attitudes', 'What it is reported to believe, want or fear.', ({ attitudes }) => attitudes)
  ],
  ({ registry }) => {
    const registered = new Map(registry.map((entity) => [entity.iri, entity]))
    const found = new Map<string, EntityFacts>()
    const factsOf = (entity: DocumentEntity, article: string) => {
      const known = found.get(entity.id) ?? newFacts(entity, article, registered.get(entity.identity ?? ''))
      found.set(entity.id, known)
      return known
    }
    return {
      of(source) {
        for (const entity of source.document.entities) gather(factsOf(entity, source.article), entity)
        count(source, found)
        return []
      },
      end: () => [...found.values()]
    }
  }
)

/** Written out: of a literal with spreads V8 makes a hidden class for each object, which is larger than the object. */
function newFacts(
  { id, name, type, named, identity }: DocumentEntity,
  first: string,
  registered: RegisteredEntity | undefined
): EntityFacts {
  return {
    id,
    name,
    type,
    named,
    identity,
    registered,
    first,
    aliases: noTexts,
    descriptions: noTexts,
    place: null,
    articles: 0,
    mentions: 0,
    acting: 0,
    tally: undefined,
    attitudes: 0
  }
}

function gather(facts: EntityFacts, { aliases, descriptions, place }: DocumentEntity): void {
  facts.articles++
  for (const alias of aliases) if (alias !== facts.name) facts.aliases = withText(facts.aliases, alias)
  for (const description of descriptions) facts.descriptions = withText(facts.descriptions, description)
  facts.place ??= place
}

function count({ document }: TableDocument, found: ReadonlyMap<string, EntityFacts>): void {
  for (const annotation of document.annotations) {
    if (annotation.layer === 'quote') countQuote(annotation, found)
    if (annotation.layer !== 'mention') continue
    const facts = found.get(annotation.entity)
    if (!facts) continue
    facts.mentions++
    if (annotation.acting) facts.acting++
  }
}

function countQuote(quote: QuoteAnnotation, found: ReadonlyMap<string, EntityFacts>): void {
  const facts = found.get(quote.speaker ?? '')
  if (!facts) return
  if (quote.act === 'attitude') facts.attitudes++
  if (isCounted(quote, { attitudes: false })) (facts.tally ??= quoteTally()).add(quote)
}
