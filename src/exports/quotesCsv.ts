import type { AnalyzedArticle, Entity, Quote } from '../analysis'
import type { Span } from '../article'
import { writeCsv, type CsvCell } from './csv'
import { surfaceOf } from './facts'

/**
 * One row a quote. `quote` is its index in the article; `spans` are the pieces of its content as "start-end", half open, in
 * UTF-16 units into the text as VS Code holds it; `rule` and `speaker rule` say what found the quote and who decided its speaker.
 */
export function writeQuotesCsv(articles: readonly AnalyzedArticle[]): string {
  return writeCsv(header, articles.flatMap(rows))
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
  'speaker rule'
]

function rows(article: AnalyzedArticle): CsvCell[][] {
  const entities = new Map(article.analysis.entities.map((entity) => [entity.id, entity]))
  return article.analysis.quotes.map((quote, index) =>
    row(article, quote, index, quote.speaker === null ? undefined : entities.get(quote.speaker))
  )
}

function row({ name, text }: AnalyzedArticle, quote: Quote, index: number, speaker: Entity | undefined): CsvCell[] {
  return [
    name,
    index,
    surfaceOf(text, quote.content),
    surfaceOf(text, quote.cue),
    surfaceOf(text, quote.source),
    quote.kind,
    quote.act,
    speaker?.name ?? null,
    speaker?.id ?? null,
    speaker?.type ?? null,
    speaker?.named ?? null,
    writeSpans(quote.content),
    quote.rule,
    quote.confidence,
    quote.speakerRule
  ]
}

function writeSpans(spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `${start}-${end}`).join(' ')
}
