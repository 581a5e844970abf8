import type { Span } from '../../../article'
import type { FlatSpan } from '../../flat/flatDocument'
import { offsetTable, type OffsetTable } from '../../offsets'

export interface CodePointsInside {
  readonly isInside: (span: Span) => boolean
  readonly table: OffsetTable
}

/** Which spans, in code points, are in a text and have an extent. */
export function codePointsInside(text: string): CodePointsInside {
  const table = offsetTable(text)
  const length = table.codePoint(text.length)
  const isInside = ({ start, end }: Span) =>
    Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= length
  return { isInside, table }
}

/** Spans in code points as spans in UTF-16 units. */
export function inUtf16(spans: readonly FlatSpan[], { table }: CodePointsInside): readonly FlatSpan[] {
  return spans.map((span) => ({ ...span, pieces: span.pieces.map((piece) => table.in(piece, 'codepoints')) }))
}
