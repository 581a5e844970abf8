import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import type { AnnotationDocument } from '../../src/exchange/document'
import { csv, csvExcel } from '../../src/exchange/formats/csv'
import { xlsx } from '../../src/exchange/formats/xlsx'
import { allTables } from '../../src/exchange/tables'
import { documentOf, plainDocument, tortureDocuments } from '../unit/exchange/documents'
import { inputOf, written } from '../unit/exchange/inputs'
import { seenByCalc } from './office'

/** What looks like the escape of a character, and white space at the ends. */
const odd = documentOf({
  text: '  He typed _x0041_ and _x000D_, 007, 1e5, 3/4 and TRUE.\n\n',
  codings: ['_x0041_', '_x000D_', '007', '1e5', '3/4', ' and '].map((words) => ({ words, code: 'urn:code:fear' }))
})

const input = (...more: readonly AnnotationDocument[]) => inputOf([...tortureDocuments(), plainDocument(), ...more])

describe('LibreOffice Calc', () => {
  it('sees every cell of the workbook as it is', async () => {
    const [book] = await written(xlsx, input(odd))
    const seen = await seenByCalc([{ path: 'book.xlsx', bytes: book!.bytes }])
    const ours = new Map((await written(csv, input(odd))).map(({ path, bytes }) => [path, text(bytes)]))
    assert.equal(seen.size, allTables.length)
    for (const { name } of allTables)
      assert.deepEqual(cells(seen.get(`book-${name}.csv`)), cells(ours.get(`${name}.csv`)), name)
  })

  it('calculates nothing in the tables for Excel, and sees their texts', async () => {
    const files = await written(csvExcel, input())
    const formula = { path: 'formula.csv', bytes: new TextEncoder().encode('"=1+1"\r\n') }
    const seen = await seenByCalc([...files, formula])
    assert.deepEqual(cells(seen.get('formula-formula.csv')), [['2']])
    assert.equal(seen.size, allTables.length + 1)
    for (const { name } of allTables) {
      const file = files.find(({ path }) => path === `${name}.csv`)
      assert.deepEqual(cells(seen.get(`${name}-${name}.csv`)), cells(text(file!.bytes)), name)
    }
  })
})

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function cells(written = ''): string[][] {
  return parse(written, { bom: true, recordDelimiter: ['\r\n', '\n'] })
}
