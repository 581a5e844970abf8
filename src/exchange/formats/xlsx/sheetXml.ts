import { trimCut } from '../../../util/oneLine'
import type { Cell, Row, Table } from '../../tables'
import { cleanText, type LostCharacters } from '../../cleanText'

/** What stands before a sheet's rows: the first row stays in sight, columns are as wide as what is mostly in them. */
export function sheetStart({ columns }: Table): string {
  const widths = columns.map(({ name, type }) => (wideColumns.has(name) ? 80 : type === 'text' ? 24 : 11))
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    '<cols>',
    ...widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`),
    '</cols><sheetData>'
  ].join('')
}

/** What stands behind `rows` rows, the head among them: they can be filtered. */
export function sheetEnd({ columns }: Table, rows: number): string {
  return `</sheetData><autoFilter ref="A1:${columnName(columns.length - 1)}${rows}"/></worksheet>`
}

const wideColumns: ReadonlySet<string> = new Set(['content', 'sentence', 'text', 'explanation', 'definition'])

/** A row, `number` counted from 1. A text that is too long for a cell ends in an ellipsis, and counts as one lost character. */
export function rowXml(row: Row, number: number, longest: number, lost: LostCharacters, isHead = false): string {
  const cells = row.map((cell, index) =>
    cellXml(cell, `r="${columnName(index)}${number}"${isHead ? ' s="1"' : ''}`, longest, lost)
  )
  return `<row r="${number}">${cells.join('')}</row>`
}

function cellXml(cell: Cell, attributes: string, longest: number, lost: LostCharacters): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c ${attributes}><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c ${attributes} t="b"><v>${cell ? 1 : 0}</v></c>`
  const text = escaped(short(cleanText(cell, lost), longest, lost))
  return `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

function short(text: string, longest: number, lost: LostCharacters): string {
  if (text.length <= longest) return text
  lost(1)
  return `${trimCut(text.slice(0, longest - 1))}\u2026`
}

/** For XML; what would be read as the escape of a character ("_x0041_") is escaped itself. */
export function escaped(text: string): string {
  return text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** "A" for 0, "AA" for 26. */
function columnName(index: number): string {
  const last = String.fromCharCode(0x41 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}
