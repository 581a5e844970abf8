import type { AnalyzedArticle, Entity } from '../analysis'
import { writeCsv, type CsvCell } from './csv'
import { countQuotes } from './facts'

/** One row an entity and article. Lists inside of a cell are separated by "; ". Coordinates are degrees, north and east positive. */
export function writeEntitiesCsv(articles: readonly AnalyzedArticle[]): string {
  return writeCsv(header, articles.flatMap(rows))
}

const header = [
  'article',
  'entity',
  'name',
  'type',
  'named',
  'actor',
  'other names',
  'descriptions',
  'mentions',
  'acting mentions',
  'quotes',
  'first start',
  'first end',
  'country',
  'latitude',
  'longitude',
  'population'
]

function rows(article: AnalyzedArticle): CsvCell[][] {
  const quoteCounts = countQuotes(article.analysis)
  return article.analysis.entities.map((entity) => row(article, entity, quoteCounts.get(entity.id) ?? 0))
}

function row({ name, analysis }: AnalyzedArticle, entity: Entity, quotes: number): CsvCell[] {
  const mentions = entity.mentions.flatMap((index) => analysis.mentions[index] ?? [])
  const acting = mentions.filter((mention) => mention.acting).length
  const first = mentions[0]
  const place = entity.places[0]
  return [
    name,
    entity.id,
    entity.name,
    entity.type,
    entity.named,
    entity.type !== 'place' || acting > 0,
    entity.aliases.join('; '),
    entity.descriptions.join('; '),
    mentions.length,
    acting,
    quotes,
    first?.start ?? null,
    first?.end ?? null,
    place?.countryName ?? null,
    place?.latitude ?? null,
    place?.longitude ?? null,
    place?.population ?? null
  ]
}
