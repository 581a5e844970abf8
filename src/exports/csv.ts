import { unparse } from 'papaparse'

export type CsvCell = string | number | boolean | null

/**
 * Comma-separated values by RFC 4180 (CRLF, quotation marks doubled), with two decisions for the program that opens them
 * most, Excel: a UTF-8 byte order mark first, since Excel on Windows reads a file without one in the local code page, and
 * an apostrophe before every text that it would take for a formula. Texts are always quoted, so that a semicolon or a
 * line end inside of one never starts a new cell; numbers are not, so that a negative latitude stays a number.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [header, ...rows].map((row) => [...row])
  return (
    byteOrderMark +
    unparse(lines, { newline: lineEnd, quotes: (value) => typeof value === 'string', escapeFormulae: formulaStart }) +
    lineEnd
  )
}

const byteOrderMark = '\uFEFF'
const lineEnd = '\r\n'

/**
 * What makes a spreadsheet calculate: `=`, `+`, `-` or `@`, also full-width and behind white space or invisible characters
 * that an import may trim, or a tab or line end that could push the rest into a cell of its own. Papaparse's own pattern
 * stops at the first line end, so that a formula over two lines would pass.
 */
const formulaStart = /^(?:[\t\r\n]|[\s\p{Cf}\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE62-\uFE63\uFE66\uFE6B\u2212])/u
