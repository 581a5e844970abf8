import type { AnalyzedArticle, Entity, Quote } from '../analysis'
import type { SourceText, Span } from '../article'
import { writeCsv, type CsvRow } from './csv'
import type { ExportFormat } from './exportFormat'
import { annotatorsOf, surfaceOf } from './facts'

/**
 * One row a quote. `quote` is its index in the article; `spans` are the pieces of its content as "start-end", half open, in
 * UTF-16 units into the text as VS Code holds it; `rule` and `speaker rule` say what found the quote and what decided its speaker;
 * `decided by` is the annotator who decided about it, empty for what is only suggested.
 */
export const quotesCsv: ExportFormat = {
  id: 'csv-quotes',
  label: 'CSV of quotes',
  description: 'a row for each quote, for a spreadsheet',
  suffix: '.quotes',
  extension: 'csv',
  write: (articles) => writeCsv(header, articles, rows)
}

const header = [
  'article',
  'quote',
  'content',
  'cue',
  'source',
  'kind',
  'act',
  'speaker',
  'speaker entity',
  'speaker type',
  'speaker named',
  'spans',
  'rule',
  'confidence',
  'speaker rule',
  'decided by'
]

function rows({ name, text, markup, analysis }: AnalyzedArticle): readonly CsvRow[] {
  const entities = new Map(analysis.entities.map((entity) => [entity.id, entity]))
  return analysis.quotes.map((quote, index) => {
    const speaker = quote.speaker === null ? undefined : entities.get(quote.speaker)
    return [name, index, ...quoteCells({ text, markup }, quote, speaker)]
  })
}

function quoteCells(source: SourceText, quote: Quote, speaker: Entity | undefined): CsvRow {
  return [
    surfaceOf(source, quote.content),
    surfaceOf(source, quote.cue),
    surfaceOf(source, quote.source),
    quote.kind,
    quote.act,
    speaker?.name ?? null,
    speaker?.id ?? null,
    speaker?.type ?? null,
    speaker?.named ?? null,
    writeSpans(quote.content),
    quote.rule,
    quote.confidence,
    quote.speakerRule,
    annotatorsOf([quote]).join('; ')
  ]
}

function writeSpans(spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `${start}-${end}`).join(' ')
}
