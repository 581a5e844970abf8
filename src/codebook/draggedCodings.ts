import type { DataTransfer } from 'vscode'
import type { PlacedCoding } from '../annotations'

export const codingsMime = 'application/vnd.code.tree.articleannotator.codings'

/** What the view of codings has put into a drag: the value never leaves this extension. */
export class DraggedCodings {
  constructor(readonly codings: readonly PlacedCoding[]) {}
}

export function draggedCodings(data: DataTransfer): readonly PlacedCoding[] | undefined {
  const dragged: unknown = data.get(codingsMime)?.value
  return dragged instanceof DraggedCodings ? dragged.codings : undefined
}
