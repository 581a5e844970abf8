import type { CursorPlace } from '../sidebar/protocol'
import type { Row } from './rows'

export interface CursorRows {
  /** Keys of all rows that show where the cursor is. */
  readonly current: ReadonlySet<string>
  /** The one to bring into sight: the most exact of the first section that has one. */
  readonly reveal: string | undefined
}

/** The rows of a cursor. Where its entry is hidden in a closed group, the group stands for it. */
export function cursorRows(cursor: CursorPlace | undefined, rows: readonly Row[]): CursorRows {
  const current = new Set<string>()
  if (!cursor) return { current, reveal: undefined }
  const keys = new Set(cursor.entities)
  const quotes = new Set(cursor.quotes)
  const own = rows.flatMap(({ node: { content } }, index) => {
    if (content.is === 'quote') return quotes.has(content.index) ? index : []
    if (content.is === 'entity') return keys.has(content.entity.key) ? index : []
    return []
  })
  const mentions = rows.flatMap(({ node: { content }, parent }, index) => (content.is === 'mention' && content.mention.start === cursor.mention && own.includes(parent) ? index : []))
  for (const index of [...own, ...mentions]) current.add(rows[index]?.node.key ?? '')
  const best = mentions[0] ?? own[0]
  return { current, reveal: best === undefined ? undefined : rows[best]?.node.key }
}
