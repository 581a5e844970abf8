import { unparse } from 'papaparse'
import { withoutControls } from '../util/printable'
import { cleanText, type LostCharacters } from './cleanText'

export type CsvCell = string | number | boolean | null

export type CsvRow = readonly CsvCell[]

/**
 * `exact`: for R, pandas and other programs; every value is written as it is. `spreadsheet`: for people who open the file in
 * Excel, which takes a file without a byte order mark for one in the local code page, and texts that begin like a formula for formulas: an apostrophe
 * stands before those.
 */
export type CsvDialect = 'exact' | 'spreadsheet'

/** A whole file for Excel. */
export function excelCsv(header: readonly string[], rows: readonly CsvRow[]): string {
  return csvStart('spreadsheet') + csvLines([header, ...rows])
}

/** What comes before the first line. */
export function csvStart(dialect: CsvDialect): string {
  return dialect === 'spreadsheet' ? '\uFEFF' : ''
}

/**
 * Each row as a line by RFC 4180: commas, CRLF, quotation marks doubled. Texts are always quoted, so that a semicolon or a line end
 * inside of one never starts a new cell; numbers and truths are not, so that a negative latitude stays a number. What is null is empty.
 */
export function csvLines(
  rows: readonly CsvRow[],
  dialect: CsvDialect = 'spreadsheet',
  lost: LostCharacters = () => undefined
): string {
  if (rows.length === 0) return ''
  const clean = dialect === 'exact' ? exactCell : spreadsheetCell
  const cells = rows.map((row) => row.map((cell) => clean(cell, lost)))
  return unparse(cells, { newline: lineEnd, quotes: isText, ...(dialect === 'spreadsheet' && guard) }) + lineEnd
}

function exactCell(cell: CsvCell, lost: LostCharacters): CsvCell {
  if (typeof cell === 'boolean') return truths[Number(cell)]!
  return typeof cell === 'string' ? cleanText(cell, lost) : cell
}

/** Line separators that are none of CSV become blanks, and what turns the direction of the text around it U+FFFD. */
function spreadsheetCell(cell: CsvCell, lost: LostCharacters): CsvCell {
  const clean = exactCell(cell, lost)
  if (typeof clean !== 'string') return clean
  const safe = withoutControls(clean.replace(/[\u2028\u2029]/g, ' '))
  if (safe !== clean) lost(countChanged(clean, safe))
  return safe
}

/** Both have the same length. */
function countChanged(before: string, after: string): number {
  let count = 0
  for (let at = 0; at < before.length; at++) if (before.charCodeAt(at) !== after.charCodeAt(at)) count++
  return count
}

/** In capitals, as R needs them. */
const truths = ['FALSE', 'TRUE'] as const

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== truths[0] && value !== truths[1]
}

const lineEnd = '\r\n'

/**
 * What makes a spreadsheet calculate: `=`, `+`, `-` or `@`, also full-width and behind white space or invisible characters
 * that an import may trim, or a tab or line end that could push the rest into a cell of its own. Papaparse's own pattern
 * stops at the first line end, so that a formula over two lines would pass.
 */
const guard = {
  escapeFormulae: /^(?:[\t\r\n]|[\s\p{Cf}\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE62-\uFE63\uFE66\uFE6B\u2212])/u
}
