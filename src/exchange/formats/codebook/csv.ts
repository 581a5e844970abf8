import { parse } from 'papaparse'
import { cleanCodeName, codePath, codesInOrder, codeTree, comparableName } from '../../../annotations'
import { withoutControls } from '../../../util/printable'
import { csvLines } from '../../csv'
import type { ExchangeFormat, ExportInput } from '../../format'
import type { GivenFile, ReadCode, ReadProblem, ReadResult } from '../../importing/readDocument'
import { decodeUtf8 } from '../../reading/decodeUtf8'
import { namesakesBecomeOne, readColor } from './readCodes'

/** The codebook as a table that people make themselves: name, parent (its name, or the names down to it), color, description. */
export const codebookCsv: ExchangeFormat = {
  id: 'codebook-csv',
  label: 'Codebook (CSV)',
  description: 'The codebook alone as a table of names, parents, colors and descriptions',
  suffix: '.codebook',
  extension: 'csv',
  cannotHold: ['project-memo', 'character'],
  writer: { kind: 'file', write: writeTable },
  read: readTables
}

/** Between the names down to a code. */
const separator = ' > '

// eslint-disable-next-line @typescript-eslint/require-await -- formats write in pieces; a codebook needs no waiting
async function* writeTable({ codes, memos, lost }: ExportInput): AsyncGenerator<string> {
  const tree = codeTree(codes)
  const rows = codesInOrder(tree).map(({ code, parent }) => [
    code.name,
    parent ? codePath(tree, parent.code.id).join(separator) : '',
    code.color,
    code.description ?? ''
  ])
  const characters = rows.flat().reduce((sum, cell) => sum + countChanged(cell), 0)
  if (characters > 0) lost('character', characters)
  yield csvLines([['name', 'parent', 'color', 'description'], ...rows])
  const about = memos.filter((memo) => tree.nodes.has(memo.about)).length
  if (about > 0) lost('project-memo', about)
}

function countChanged(cell: string): number {
  const written = [...withoutControls(cell)]
  return [...cell].filter((character, index) => character !== written[index]).length
}

// eslint-disable-next-line @typescript-eslint/require-await -- readers are asked and waited for
async function readTables(files: readonly GivenFile[]): Promise<ReadResult> {
  const codes: ReadCode[] = []
  const problems: ReadProblem[] = []
  for (const { path, bytes } of files) {
    const text = decodeUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes)
    const rows = parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' }).data
    const columns = columnsOf(rows[0] ?? [])
    if (columns.name === -1) problems.push({ file: path, message: 'Its first line has no column "name"' })
    else {
      const found = readRows(rows.slice(1), columns)
      codes.push(...found.codes)
      const namesakes = found.codes.length - new Set(found.codes.map(placeOf)).size
      if (namesakes > 0) problems.push({ file: path, message: namesakesBecomeOne, count: namesakes })
      if (found.nameless > 0) problems.push({ file: path, message: 'Codes have no name', count: found.nameless })
    }
  }
  return { documents: [], codes, problems }
}

function placeOf({ name, parent }: ReadCode): string {
  return JSON.stringify([parent, comparableName(cleanCodeName(name))])
}

interface Columns {
  readonly name: number
  readonly parent: number
  readonly color: number
  readonly description: number
}

function columnsOf(header: readonly string[]): Columns {
  const column = (...names: readonly string[]) => header.findIndex((cell) => names.includes(cell.trim().toLowerCase()))
  return {
    name: column('name', 'code'),
    parent: column('parent'),
    color: column('color', 'colour'),
    description: column('description', 'definition', 'memo')
  }
}

interface Row {
  readonly code: ReadCode
  readonly parent: string
}

/** A parent that has no row of its own is made. */
function readRows(rows: readonly (readonly string[])[], columns: Columns) {
  const cell = (row: readonly string[], column: number) => plainCell(row[column] ?? '').trim()
  const found: Row[] = []
  const byPath = new Map<string, ReadCode>()
  const byName = new Map<string, ReadCode>()
  const add = (row: Row) => {
    found.push(row)
    if (!byPath.has(row.code.id)) byPath.set(row.code.id, row.code)
    if (!byName.has(row.code.name)) byName.set(row.code.name, row.code)
  }
  let nameless = 0
  for (const row of rows) {
    const name = cell(row, columns.name)
    const parent = cell(row, columns.parent)
    const color = readColor(cell(row, columns.color))
    const description = cell(row, columns.description)
    if (name === '') nameless++
    else
      add({
        code: {
          id: parent === '' ? name : `${parent}${separator}${name}`,
          name,
          ...(color !== undefined && { color }),
          ...(description !== '' && { description })
        },
        parent
      })
  }
  for (const { parent } of [...found])
    if (parent !== '' && !byPath.has(parent) && !byName.has(parent))
      add({ code: { id: parent, name: parent }, parent: '' })
  const codes = found.map(({ code, parent }) =>
    parent === '' ? code : { ...code, parent: (byPath.get(parent) ?? byName.get(parent)!).id }
  )
  return { codes, nameless }
}

/** Without the apostrophe that keeps a spreadsheet from calculating (`csv.ts`). */
function plainCell(text: string): string {
  return /^'[\s\p{Cf}\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE62\uFE63\uFE66\uFE6B\u2212]/u.test(text)
    ? text.slice(1)
    : text
}
