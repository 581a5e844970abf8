import { defineTable, number, text, type TableContext } from './table'
import type { TableDocument } from './tableDocument'

interface TextPart {
  readonly source: TableDocument
  readonly start: number
  readonly words: string
}

export const textsTable = defineTable<TextPart>(
  'texts',
  'The texts that all starts and ends count in, one row each: lines end in a line feed, without a byte order mark. Where a cell cannot hold a whole text it goes on in the rows below.',
  [
    text('article', 'The article (see articles).', ({ source }) => source.article),
    number('start', 'Where this row begins in the text: 0 but for a long one that goes on.', ({ source, start }) =>
      source.offset(start)
    ),
    text('text', 'The text, with the marks of Markdown where it has some.', ({ words }) => words)
  ],
  ({ longestCell }) => ({ of: (source) => parts(source, longestCell) })
)

/** No part ends within a pair of surrogates. An empty text is one empty part. */
function parts(source: TableDocument, longestCell: TableContext['longestCell']): readonly TextPart[] {
  const { text: whole } = source.document
  const found: TextPart[] = []
  let start = 0
  do {
    const most = start + longestCell
    const end = most < whole.length && isLowSurrogate(whole.charCodeAt(most)) ? most - 1 : most
    found.push({ source, start, words: whole.slice(start, end) })
    start = end
  } while (start < whole.length)
  return found
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
