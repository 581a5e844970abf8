import type { Uri } from 'vscode'
import type { PlacedCoding } from '../annotations'

/** An article with what is coded in it, or one coding. */
export type CodingRow = ArticleRow | PlacedCoding

export interface ArticleRow {
  readonly uri: Uri
  readonly codings: readonly PlacedCoding[]
}

/** The codings of rows: of an article all. Each once. */
export function codingsIn(rows: readonly CodingRow[]): readonly PlacedCoding[] {
  return [...new Set(rows.flatMap((row) => ('codings' in row ? row.codings : [row])))]
}
