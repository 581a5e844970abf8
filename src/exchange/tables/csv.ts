import { unparse } from 'papaparse'
import { withoutControls } from '../../util/printable'
import { cleanText, type LostCharacters } from './cleanText'
import type { Cell, Row } from './table'

/**
 * `exact`: for R, pandas and other programs; every value is written as it is. `spreadsheet`: for people who open the file in
 * Excel, which takes a file without a byte order mark for one in the local code page, and texts that begin like a formula for formulas: an apostrophe
 * stands before those.
 */
export type CsvDialect = 'exact' | 'spreadsheet'

/** What comes before the first line. */
export function csvStart(dialect: CsvDialect): string {
  return dialect === 'spreadsheet' ? '\uFEFF' : ''
}

/**
 * Each row as a line by RFC 4180: commas, CRLF, quotation marks doubled. Texts are always quoted, so that a semicolon or a line end
 * inside of one never starts a new cell; numbers are not, so that a negative latitude stays a number. What is null is empty.
 */
export function csvLines(rows: readonly Row[], dialect: CsvDialect, lost: LostCharacters): string {
  if (rows.length === 0) return ''
  const clean = dialect === 'exact' ? exactCell : spreadsheetCell
  const cells = rows.map((row) => row.map((cell) => clean(cell, lost)))
  return unparse(cells, { newline: lineEnd, quotes: isText, ...(dialect === 'spreadsheet' && guard) }) + lineEnd
}

function exactCell(cell: Cell, lost: LostCharacters): Cell {
  return typeof cell === 'string' ? cleanText(cell, lost) : cell
}

/** Line separators that are none of CSV become blanks, and what turns the direction of the text around it U+FFFD. */
function spreadsheetCell(cell: Cell, lost: LostCharacters): Cell {
  if (typeof cell !== 'string') return cell
  const clean = cleanText(cell, lost)
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

function isText(value: unknown): boolean {
  return typeof value === 'string'
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
