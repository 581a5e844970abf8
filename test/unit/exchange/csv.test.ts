import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { csvLines, type CsvRow } from '../../../src/exchange/csv'

describe('lines of CSV', () => {
  const exact = (rows: readonly CsvRow[]) => csvLines(rows, 'exact', () => undefined)
  const guarded = (rows: readonly CsvRow[]) => csvLines(rows, 'spreadsheet', () => undefined)

  it('end with CRLF and double quotation marks', () => {
    const rows = [
      ['say "so"', -1.5],
      [null, true]
    ]
    assert.equal(exact(rows), '"say ""so""",-1.5\r\n,TRUE\r\n')
    assert.equal(guarded(rows), exact(rows))
  })

  it('are none without rows', () => assert.equal(exact([]), ''))

  it('keep semicolons and commas inside of their cell, and line ends as line feeds', () => {
    assert.deepEqual(cells(guarded([['one\ntwo;three,four', 'five\r\nsix']])), [['one\ntwo;three,four', 'five\nsix']])
  })

  const formulas = [
    '=1+1',
    '+1',
    "-1+cmd|' /C calc'!A0",
    '@SUM(A1)',
    '\tx',
    '\nx',
    '\uFF1D1+1',
    '\uFF0B1',
    '\uFF0D1',
    '\uFF20x',
    '\u22121',
    ' =1+1',
    '\u00A0=1',
    '\u200B=1',
    '\uFEFF=1',
    '=1\n+2',
    '=HYPERLINK("http://x","y")'
  ]
  for (const formula of formulas)
    it(`take the formula out of ${JSON.stringify(formula)}`, () => {
      assert.deepEqual(cells(guarded([[formula]])), [[`'${formula}`]])
      assert.deepEqual(cells(exact([[formula]])), [[formula]])
    })

  it('leave ordinary text as it is', () => {
    const ordinary = ['\u201cNo,\u201d she said', 'a=b', '\u2014 so it goes', 'e-mail', '3 - 2', "'quoted'", '']
    assert.deepEqual(
      cells(guarded(ordinary.map((text) => [text, 1]))).map(([text]) => text),
      ordinary
    )
  })

  it('give back whatever text they were given (property)', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\n', '\t', '=', '\u2028', '\u{1F600}', ' ', '\uFEFF', '\u05D0'),
      minLength: 1
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        assert.deepEqual(cells(exact(rows)), rows)
        const back = cells(guarded(rows))
        assert.deepEqual(
          back.map((row) => row.map(withoutGuard)),
          rows.map((row) => row.map((cell) => withoutGuard(cell.replace(/\u2028/g, ' '))))
        )
        for (const cell of back.flat()) assert.doesNotMatch(cell, /^\s*[=+\-@]/u)
      })
    )
  })

  it('for spreadsheets have no control characters, no overrides of direction and no line separators', () => {
    const acting = '\u0000=1\u001B[31m\u0007\u007F\u009B1m\u202Ea\u2066\u2028b\u0085'
    let count = 0
    const [[cell = ''] = []] = cells(csvLines([[acting]], 'spreadsheet', (lost) => (count += lost)))
    assert.equal(cell, '\uFFFD=1\uFFFD[31m\uFFFD\uFFFD\uFFFD1m\uFFFDa\uFFFD b\uFFFD')
    assert.equal(count, 9)
  })
})

/** Read by another parser, strictly by RFC 4180. */
function cells(text: string): string[][] {
  return parse(text, { recordDelimiter: '\r\n' })
}

/** The guard is an apostrophe before the text: compare without it, on both sides alike. */
function withoutGuard(cell: string): string {
  return cell.replace(/^'/u, '')
}
