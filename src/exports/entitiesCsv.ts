import type { Analysis, AnalyzedArticle, Entity } from '../analysis'
import { writeCsv, type CsvRow } from './csv'
import type { ExportFormat } from './exportFormat'
import { annotatorsOfEntity, countQuotes } from './facts'

/**
 * One row an entity and article. Lists inside of a cell are separated by "; ". Coordinates are degrees, north and east positive.
 * `decided by` are the annotators who decided about its mentions; empty for what is only suggested.
 */
export const entitiesCsv: ExportFormat = {
  id: 'csv-entities',
  label: 'CSV of entities',
  description: 'a row for each actor and place, for a spreadsheet',
  suffix: '.entities',
  extension: 'csv',
  write: (articles) => writeCsv(header, articles, rows)
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
  'population',
  'identity',
  'decided by'
]

function rows({ name, analysis }: AnalyzedArticle): readonly CsvRow[] {
  const quoteCounts = countQuotes(analysis)
  return analysis.entities.map((entity) => row(name, analysis, entity, quoteCounts.get(entity.id) ?? 0))
}

function row(article: string, analysis: Analysis, entity: Entity, quotes: number): CsvRow {
  const mentions = entity.mentions.flatMap((index) => analysis.mentions[index] ?? [])
  const acting = mentions.filter((mention) => mention.acting).length
  const first = mentions[0]
  const place = entity.places[0]
  return [
    article,
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
    place?.population ?? null,
    entity.identity ?? null,
    annotatorsOfEntity(analysis, entity).join('; ')
  ]
}
