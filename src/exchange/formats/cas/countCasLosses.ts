import type { FlatDocument } from '../../flat/flatDocument'
import type { ExportInput } from '../../format'

/** Other programs see the pieces of an annotation as several. */
export function countCasLosses({ spans }: FlatDocument, lost: ExportInput['lost']): void {
  const inPieces = spans.filter(({ pieces }) => pieces.length > 1).length
  if (inPieces > 0) lost('discontinuous', inPieces)
}
