import type { ListPage, ListRow } from '../../protocol/sidebar'

/** Half open, UTF-16 units of an article's text. */
export interface RowPlace {
  readonly uri: string
  readonly start: number
  readonly end: number
}

/** Where the first row of a page is in the texts; undefined for rows that are no words, and for none. */
export function firstPlace(page: ListPage | undefined): RowPlace | undefined {
  const [first] = page?.rows ?? []
  return first && placeOf(first)
}

function placeOf(row: ListRow): RowPlace | undefined {
  switch (row.kind) {
    case 'quote':
      return { uri: row.uri, start: row.quote.start, end: row.quote.end }
    case 'mention':
      return { uri: row.uri, start: row.mention.start, end: row.mention.end }
    case 'coding':
      return { uri: row.uri, start: row.coding.start, end: row.coding.end }
    case 'entity':
      return row.target
    case 'article':
    case 'source':
    case 'suggestion':
    case 'review':
      return undefined
  }
}
