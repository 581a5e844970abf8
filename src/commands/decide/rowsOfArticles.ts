import { Uri } from 'vscode'
import type { AnalyzedText } from '../../analysis'
import type { Decided } from '../../annotations'
import { decideArgument, type DecideArgument } from './decideArgument'
import type { DecideTools } from './place'

/** An article with rows that a command is about: as it is shown now. */
export interface ArticleRows {
  readonly uri: Uri
  readonly article: AnalyzedText & { readonly decided?: Decided | undefined }
  readonly rows: readonly DecideArgument[]
}

/** More are not taken at once. */
const mostRows = 10_000

/** The rows of a command's argument, `{ rows: [{ uri, start, end, key, webviewSection }, …] }`, which may be anything. */
export function rowsArgument(argument: unknown): readonly DecideArgument[] {
  const rows = typeof argument === 'object' && argument !== null && 'rows' in argument ? argument.rows : undefined
  return Array.isArray(rows) ? rows.slice(0, mostRows).flatMap((row: unknown) => decideArgument(row) ?? []) : []
}

/** The articles of the rows, open or of the folder, with their layers read; rows of articles that are gone are left out. */
export async function articlesOfRows(
  { annotations, documents, folder }: Pick<DecideTools, 'annotations' | 'documents' | 'folder'>,
  rows: readonly DecideArgument[]
): Promise<readonly ArticleRows[]> {
  const byUri = new Map<string, DecideArgument[]>()
  for (const row of rows) byUri.set(row.uri, [...(byUri.get(row.uri) ?? []), row])
  const snapshot = folder.snapshot()
  const found: ArticleRows[] = []
  for (const [id, own] of byUri) {
    const uri = Uri.parse(id, true)
    if (!annotations.canAnnotate(uri)) continue
    await annotations.load(uri)
    const article = documents.peek(uri) ?? snapshot?.article(id)
    if (article) found.push({ uri, article, rows: own.filter(({ end }) => end <= article.text.length) })
  }
  return found
}
