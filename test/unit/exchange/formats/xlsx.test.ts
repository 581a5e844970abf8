import assert from 'node:assert/strict'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import type { ExportInput } from '../../../../src/exchange/format'
import { writeWorkbook, xlsx } from '../../../../src/exchange/formats/xlsx'
import { documentOf, plainDocument, tortureDocuments } from '../documents'
import { inputOf, written } from '../inputs'

describe('Excel workbook', () => {
  it('is well-formed XML in every part, of hostile texts too', async () => {
    const parts = await partsOf(inputOf(tortureDocuments()))
    assert.equal(Object.keys(parts).length, 18)
    for (const [path, xml] of Object.entries(parts)) assert.equal(problemOf(xml), undefined, path)
  })

  it('names every sheet, the one that explains them last', async () => {
    assert.deepEqual(sheetNames(await partsOf(inputOf([]))), [
      'articles',
      'quotes',
      'entities',
      'mentions',
      'links',
      'codings',
      'memos',
      'codes',
      'rejected',
      'texts',
      'counts',
      'columns'
    ])
  })

  it('is the same, byte for byte, again', async () => {
    const [a] = await written(xlsx, inputOf(tortureDocuments()))
    const [b] = await written(xlsx, inputOf(tortureDocuments()))
    assert.deepEqual(a, b)
  })

  it('goes on in a further sheet where one is full', async () => {
    const parts = await partsOf(inputOf([plainDocument()]), 3)
    const names = sheetNames(parts)
    assert.deepEqual(names.slice(1, 6), ['quotes', 'quotes 2', 'entities', 'entities 2', 'mentions'])
    assert.deepEqual(
      ['quotes', 'quotes 2'].map((name) => rowsOf(parts, names, name).map((row) => row.slice(0, 2).join(' '))),
      [
        ['article quote', 'dam.txt q1', 'dam.txt q2'],
        ['article quote', 'dam.txt q3']
      ]
    )
  })

  it('cuts what is too long for a cell, and counts it; texts go on in the next row', async () => {
    const text = `${'\u{1F600}'.repeat(20_000)} said so.\n`
    const document = documentOf({ text, memos: [{ words: 'said', text: `${'long '.repeat(7000)}` }] })
    const input = inputOf([document])
    const parts = await partsOf(input)
    const names = sheetNames(parts)
    const memo = rowsOf(parts, names, 'memos')[1]?.find((cell) => cell.startsWith('long')) ?? ''
    assert.deepEqual([memo.length, memo.at(-1)], [32_767, '\u2026'])
    const [, first = [], second = []] = rowsOf(parts, names, 'texts')
    assert.deepEqual([first[1], second[1]], ['0', '32766'])
    assert.equal(first[2]! + second[2]!, text)
    assert.deepEqual(input.losses(), { character: 1 })
  })

  it('writes what looks like the escape of a character as what it is', async () => {
    const parts = await partsOf(inputOf([documentOf({ text: 'He typed _x0041_ and _x_.\n' })]))
    const [, row = []] = rowsOf(parts, sheetNames(parts), 'texts')
    assert.equal(row[2], 'He typed _x005F_x0041_ and _x_.\n')
  })
})

async function partsOf(input: ExportInput, rowsOfSheet?: number): Promise<Readonly<Record<string, string>>> {
  const pieces: Uint8Array[] = []
  for await (const piece of writeWorkbook(input, rowsOfSheet)) pieces.push(piece)
  const files = unzipSync(Buffer.concat(pieces))
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

function problemOf(xml: string): string | undefined {
  try {
    new SaxesParser().write(xml).close()
    return undefined
  } catch (error) {
    return String(error)
  }
}

function sheetNames(parts: Readonly<Record<string, string>>): readonly string[] {
  return [...parts['xl/workbook.xml']!.matchAll(/<sheet name="([^"]*)"/g)].map((found) => found[1]!)
}

/** The cells of a sheet that have something in them. */
function rowsOf(parts: Readonly<Record<string, string>>, names: readonly string[], name: string): readonly string[][] {
  const rows: string[][] = []
  const parser = new SaxesParser()
  parser.on('opentag', (tag) => {
    if (tag.name === 'row') rows.push([])
    if (tag.name === 'c') rows.at(-1)!.push('')
  })
  parser.on('text', (text) => {
    const row = rows.at(-1)
    if (row && row.length > 0) row.push(`${row.pop() ?? ''}${text}`)
  })
  parser.write(parts[`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`]!).close()
  return rows
}
