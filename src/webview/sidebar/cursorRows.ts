import type { CursorPlace } from '../../protocol/sidebar'
import type { Row } from './rows'
import type { TreeNode } from './treeNodes'

export interface CursorRows {
  /** Keys of all rows that show where the cursor is. */
  readonly current: ReadonlySet<string>
  /** The one to bring into sight: an open mention, else the first. */
  readonly reveal: string | undefined
}

/** The rows of a cursor. Where its entry is hidden in a closed group, the group stands for it. */
export function cursorRows(cursor: CursorPlace | undefined, rows: readonly Row[]): CursorRows {
  if (!cursor) return { current: new Set(), reveal: undefined }
  const entities = new Set(cursor.entities)
  const quotes = new Set(cursor.quotes)
  const sources = new Set(cursor.sources.map((key) => `sources ${key}`))
  const isEntry = ({ content, target }: TreeNode) =>
    (content.kind === 'entity' && entities.has(content.entity.key)) ||
    (content.kind === 'quote' && target?.uri === cursor.uri && quotes.has(target.start))
  const isClosedSource = ({ node: { content, key }, expanded }: Row) =>
    content.kind === 'source' && expanded === false && sources.has(key)
  const found = rows.filter(
    (row) =>
      isEntry(row.node) ||
      isClosedSource(row) ||
      (row.expanded === false && isGroup(row.node) && holds(row.node, isEntry))
  )
  const mention = rows.find(
    ({ node: { content, target }, parent }) =>
      content.kind === 'mention' &&
      target?.uri === cursor.uri &&
      content.mention.start === cursor.mention &&
      entities.has(entityKey(rows, parent))
  )
  const keys = [...found, ...(mention ? [mention] : [])].map(({ node }) => node.key)
  return { current: new Set(keys), reveal: mention?.node.key ?? keys[0] }
}

/** Closed groups are marked in place of what they hold; names and sources are marked themselves. */
function isGroup({ content }: TreeNode): boolean {
  return content.kind === 'group'
}

function holds({ children }: TreeNode, isEntry: (node: TreeNode) => boolean): boolean {
  return children?.().some((child) => isEntry(child) || (isGroup(child) && holds(child, isEntry))) ?? false
}

function entityKey(rows: readonly Row[], index: number): string {
  const row = rows[index]
  if (!row) return ''
  return row.node.content.kind === 'entity' ? row.node.content.entity.key : entityKey(rows, row.parent)
}
