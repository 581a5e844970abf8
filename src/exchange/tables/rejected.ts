import { codePath } from '../../annotations'
import type { Rejected } from '../document'
import { piecesColumn, placeColumns, type Placed } from './columns'
import { defineTable, text } from './table'

interface RejectedFacts extends Placed<Rejected> {
  /** Of the code. */
  readonly name: string | null
}

export const rejectedTable = defineTable<RejectedFacts>(
  'rejected',
  'One row for each suggestion of the engine that a researcher said is wrong, and for each code of another that does not apply: it is in no other table.',
  [
    text('article', 'The article (see articles).', ({ source }) => source.article),
    text('about', 'Mention, quote or code.', ({ fact }) => fact.about),
    text('code_id', 'The code (see codes).', ({ fact }) => fact.code ?? null),
    text('code', 'The name of the code.', ({ name }) => name),
    text('words', 'The words of the suggestion, or those that the code does not apply to.', ({ source, fact }) =>
      source.words(fact.spans)
    ),
    ...placeColumns<Rejected>(),
    piecesColumn<Rejected>('spans'),
    text('rejected_by', 'The researcher who decided.', ({ fact }) => fact.creator),
    text('rejected_at', 'When, in UTC.', ({ fact }) => fact.created)
  ],
  ({ codeTree }) => ({
    of: (source) =>
      source.document.rejected.map((fact) => {
        const path = fact.code === undefined ? [] : codePath(codeTree, fact.code)
        return { source, fact, name: path.at(-1) ?? null }
      })
  })
)
