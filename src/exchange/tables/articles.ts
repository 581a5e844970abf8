import { figureCounter, type Figures } from '../counts'
import { defineTable, listed, number, text } from './table'
import type { TableDocument } from './tableDocument'

interface ArticleFacts extends TableDocument {
  /** Of this article alone, without attitudes. */
  readonly figures: Figures
}

export const articlesTable = defineTable<ArticleFacts>(
  'articles',
  'One row for each article, with what it says about itself and how much is in it. Counts are those of the article alone, and of quotes without attitudes.',
  [
    text('article', 'The path of the article in its folder: the key of all tables.', ({ article }) => article),
    text('headline', 'The headline.', ({ document }) => document.head.headline),
    text('byline', 'The authors, separated by semicolons.', ({ document }) => listed(document.head.authors)),
    text('agency', 'The news agency that the text credits.', ({ document }) => document.head.agency),
    text('dateline_place', 'The places of the dateline, separated by semicolons.', ({ document }) =>
      listed(document.head.places)
    ),
    text('date', 'The date as the text writes it.', ({ document }) => document.head.date),
    text(
      'iso_date',
      'The date as year, month and day (2026-03-03), or what is known of it. Empty where the text does not give the year.',
      ({ document }) => document.head.isoDate
    ),
    text('format', 'Plain or markdown.', ({ document }) => document.format),
    number('words', 'Words and numbers of the whole text.', ({ figures }) => figures.words),
    number('sentences', 'Sentences of the whole text.', ({ document }) => document.sentences.length),
    number('actors', 'Persons, organizations, groups, and places that act.', ({ figures }) => figures.actors),
    number('places', 'Places that are named without acting.', ({ figures }) => figures.places),
    number('mentions', 'Mentions of all of these.', (facts) => countOf(facts, 'mention')),
    number('quotes', 'Quotes, the same one again counted once.', ({ figures }) => figures.quotes),
    number('quoted_words', 'Words of these quotes.', ({ figures }) => figures.quotedWords),
    number('sources', 'Who has at least one of these quotes.', ({ figures }) => figures.sources),
    number('unattributed', 'Quotes whose source was not found.', ({ figures }) => figures.unattributed),
    number('attitudes', 'What somebody is reported to believe, want or fear.', ({ figures }) => figures.attitudes),
    number('codings', 'Codes that were given to words.', (facts) => countOf(facts, 'code')),
    number('memos', 'Notes on words or on the article.', (facts) => countOf(facts, 'memo'))
  ],
  () => ({
    of(facts) {
      const counter = figureCounter({ attitudes: false })
      counter.add(facts.document)
      return [{ ...facts, figures: counter.figures() }]
    }
  })
)

function countOf({ document }: TableDocument, wanted: 'mention' | 'code' | 'memo'): number {
  return document.annotations.filter(({ layer }) => layer === wanted).length
}
