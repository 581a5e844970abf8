import type { PanelRow } from '../../protocol/quotesPanel'

/** So many rows are asked for at a time; pages begin at its multiples. */
export const pageLength = 100

/** Rows of one version of the list, as far as they have come. */
export interface RowPages {
  readonly version: number
  readonly pages: ReadonlyMap<number, readonly PanelRow[]>
}

export const noPages: RowPages = { version: 0, pages: new Map() }

export function withPage(pages: RowPages, version: number, from: number, rows: readonly PanelRow[]): RowPages {
  if (version !== pages.version) return pages
  return { version, pages: new Map(pages.pages).set(Math.floor(from / pageLength), rows) }
}

export function rowAt({ pages }: RowPages, row: number): PanelRow | undefined {
  return pages.get(Math.floor(row / pageLength))?.[row % pageLength]
}

/** The beginnings of the pages that rows from `first` to `last` lack. */
export function missingPages({ pages }: RowPages, first: number, last: number): readonly number[] {
  const missing: number[] = []
  for (let page = Math.floor(first / pageLength); page <= Math.floor(last / pageLength); page++)
    if (!pages.has(page)) missing.push(page * pageLength)
  return missing
}
