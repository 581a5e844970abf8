import type { PanelRow } from '../protocol/quotesPanel'

/**
 * A row as it is copied: its words, then where they are from ("Ann Reed", "Old bridge stays open", Northwire, 2024-03-03, line 3). Quotation
 * marks of the article are kept; where it has none, words are not given any: an indirect quote is not a direct one.
 */
export function citation(
  { keyword, source, article, outlet, date, line }: PanelRow,
  lineName: (line: number) => string
): string {
  const from = [source, `\u201C${article}\u201D`, outlet, date, lineName(line)].filter(Boolean).join(', ')
  return `${keyword} (${from})`
}
