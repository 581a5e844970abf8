import type { Rejected } from '../document'
import { piecesColumn, placeColumns, type Placed } from './columns'
import { defineTable, text } from './table'

export const rejectedTable = defineTable<Placed<Rejected>>(
  'rejected',
  'One row for each suggestion of the engine that a researcher said is wrong: it is in no other table.',
  [
    text('article', 'The article (see articles).', ({ source }) => source.article),
    text('about', 'Mention or quote.', ({ fact }) => fact.about),
    text('words', 'The words of the suggestion.', ({ source, fact }) => source.words(fact.spans)),
    ...placeColumns<Rejected>(),
    piecesColumn<Rejected>('spans'),
    text('rejected_by', 'The researcher who decided.', ({ fact }) => fact.creator),
    text('rejected_at', 'When, in UTC.', ({ fact }) => fact.created)
  ],
  () => ({ of: (source) => source.document.rejected.map((fact) => ({ source, fact })) })
)
