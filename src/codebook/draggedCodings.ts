import { DataTransferItem, type DataTransfer } from 'vscode'
import type { PlacedCoding } from '../annotations'
import { codingsById } from './codingsById'
import type { CodebookTools } from './tools'

export const codingsMime = 'application/vnd.code.tree.articleannotator.codings'

/** Names of codings: between views a drag carries text alone. */
export function dragOfCodings(codings: readonly PlacedCoding[]): DataTransferItem {
  return new DataTransferItem(JSON.stringify(codings.map(({ article, coding }) => [article, coding.id])))
}

/** The codings that a drag names, as they are now. Undefined when it names none. */
export async function draggedCodings(
  data: DataTransfer,
  { annotations }: Pick<CodebookTools, 'annotations'>
): Promise<readonly PlacedCoding[] | undefined> {
  const names = await draggedList(data, codingsMime)
  const ids = names?.flatMap((name: unknown) => (Array.isArray(name) && typeof name[1] === 'string' ? [name[1]] : []))
  return ids && codingsById(annotations, new Set(ids))
}

/** What was put into the drag as a JSON list. */
export async function draggedList(data: DataTransfer, mime: string): Promise<readonly unknown[] | undefined> {
  try {
    const value: unknown = JSON.parse((await data.get(mime)?.asString()) ?? 'null')
    return Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
