import { codePath } from '../../annotations'
import type { CodingAnnotation } from '../document'
import { piecesColumn, placeColumns, type Placed } from './columns'
import { defineTable, text } from './table'
import { decidedAt } from './tableDocument'

interface CodingFacts extends Placed<CodingAnnotation> {
  /** The names of the code and of those above it, the topmost first. */
  readonly path: readonly string[]
}

export const codingsTable = defineTable<CodingFacts>(
  'codings',
  'One row for each code that was given to words, in order of article and text.',
  [
    text('article', 'The article (see articles).', ({ source }) => source.article),
    text('coding', 'The id of the coding in its article.', ({ fact }) => fact.id),
    text('code_id', 'The code (see codes).', ({ fact }) => fact.code),
    text('code', 'The name of the code.', ({ path }) => path.at(-1) ?? null),
    text('code_path', 'The names of the codes above it and its own.', ({ path }) =>
      path.length > 0 ? path.join(' > ') : null
    ),
    text('words', 'The words that were coded.', ({ source, fact }) => source.words(fact.spans)),
    text('sentence', 'The whole sentences around them.', ({ source, fact }) => source.sentence(fact.spans)),
    ...placeColumns<CodingAnnotation>(),
    piecesColumn<CodingAnnotation>('spans'),
    text('memo', 'The note on this coding.', ({ fact }) => fact.memo),
    text('coded_by', 'The researcher who coded.', ({ fact }) => fact.creator),
    text('coded_at', 'When, in UTC.', ({ fact }) => decidedAt(fact))
  ],
  ({ codeTree }) => ({
    of: (source) =>
      source.document.annotations.flatMap((fact) =>
        fact.layer === 'code' ? [{ source, fact, path: codePath(codeTree, fact.code) }] : []
      )
  })
)
