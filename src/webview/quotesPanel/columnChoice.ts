import type { PanelStrings } from '../../protocol/quotesPanel'
import { columns, type Column, type Show } from '../../protocol/quotesPanel/rows'

/** How wide columns are: pixels, or parts of what is left. Widths grow with the text's size; a narrow panel leaves less beside the words. */
const widths: Readonly<Record<Column, string>> = {
  place: '3.6em',
  left: 'minmax(var(--beside), 3fr)',
  keyword: 'minmax(10em, 5fr)',
  right: 'minmax(var(--beside), 3fr)',
  source: 'minmax(9em, 1.8fr)',
  article: 'minmax(8em, 2.2fr)',
  date: '7.6em',
  outlet: 'minmax(5em, 0.8fr)',
  kind: '5.4em',
  codes: 'minmax(4.5em, 1fr)',
  status: '3.8em'
}

const firstHidden: readonly Column[] = ['place', 'outlet']

/** The columns that a list can have. */
export function columnsOf(show: Show): readonly Column[] {
  return columns
    .filter((column) => show === 'quotes' || column !== 'kind')
    .filter(
      (column) =>
        show === 'quotes' || show === 'mentions' || (column !== 'source' && (show === 'codings' || column !== 'status'))
    )
}

/** Those that are shown, of what was stored. */
export function shownColumns(show: Show, hidden: readonly Column[]): readonly Column[] {
  return columnsOf(show).filter((column) => column === 'keyword' || !hidden.includes(column))
}

export function storedColumns(stored: unknown): readonly Column[] {
  return Array.isArray(stored) ? columns.filter((column) => stored.includes(column)) : firstHidden
}

export function columnLabel(column: Column, show: Show, { columns: labels, columnName }: PanelStrings): string {
  return column === 'source' && show === 'mentions' ? columnName : labels[column]
}

export function gridTemplate(shown: readonly Column[]): string {
  return shown.map((column) => widths[column]).join(' ')
}
