import { unparse } from 'papaparse'
import { withoutControls } from '../util/printable'

export type CsvCell = string | number | boolean | null

export type CsvRow = readonly CsvCell[]

/**
 * A file for Excel: the header, then the rows. Two decisions are for it: a UTF-8 byte order mark comes first, since Excel on Windows
 * reads a file without one in the local code page, and an apostrophe before every text that it would take for a formula.
 */
export function excelCsv(header: readonly string[], rows: readonly CsvRow[]): string {
  return byteOrderMark + csvLines([header, ...rows])
}

/**
 * Each row as a line with its line end, by RFC 4180 (CRLF, quotation marks doubled). Texts are always quoted, so that a semicolon or a
 * line end inside of one never starts a new cell; numbers are not, so that a negative latitude stays a number.
 */
export function csvLines(rows: readonly CsvRow[]): string {
  if (rows.length === 0) return ''
  const cells = rows.map((row) => row.map(safeCell))
  const config = { newline: lineEnd, quotes: isText, escapeFormulae: formulaStart }
  return unparse(cells, config) + lineEnd
}

/** A line separator that is none of CSV becomes a blank, a control character U+FFFD. */
function safeCell(cell: CsvCell): CsvCell {
  return typeof cell === 'string' ? withoutControls(cell.replace(/[\u2028\u2029]/g, ' ')) : cell
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

const byteOrderMark = '\uFEFF'
const lineEnd = '\r\n'

/**
 * What makes a spreadsheet calculate: `=`, `+`, `-` or `@`, also full-width and behind white space or invisible characters
 * that an import may trim, or a tab or line end that could push the rest into a cell of its own. Papaparse's own pattern
 * stops at the first line end, so that a formula over two lines would pass.
 */
const formulaStart = /^(?:[\t\r\n]|[\s\p{Cf}\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE62-\uFE63\uFE66\uFE6B\u2212])/u
