import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parse } from 'papaparse'
import { csvLines, excelCsv } from '../../../src/exchange'

describe('CSV', () => {
  it('starts with a byte order mark, which Excel needs', () => {
    assert.equal(excelCsv(['article', 'quote'], [['a.txt', 1]]), '\uFEFF"article","quote"\r\n"a.txt",1\r\n')
  })

  it('ends lines with CRLF and doubles quotation marks', () => {
    const rows = [
      ['say "so"', -1.5],
      [null, true]
    ]
    assert.equal(csvLines(rows), '"say ""so""",-1.5\r\n,true\r\n')
  })

  it('has no lines without rows', () => assert.equal(csvLines([]), ''))

  it('keeps line ends, semicolons and commas inside of their cell', () => {
    assert.deepEqual(cells(csvLines([['one\ntwo;three,four', 'five\r\nsix']])), [
      ['one\ntwo;three,four', 'five\r\nsix']
    ])
  })

  const formulas = [
    '=1+1',
    '+1',
    "-1+cmd|' /C calc'!A0",
    '@SUM(A1)',
    '\tx',
    '\rx',
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
  for (const formula of formulas) {
    it(`takes the formula out of ${JSON.stringify(formula)}`, () => {
      assert.deepEqual(cells(csvLines([[formula]])), [[`'${formula}`]])
    })
  }

  it('leaves ordinary text as it is', () => {
    const ordinary = ['\u201cNo,\u201d she said', 'a=b', '\u2014 so it goes', 'e-mail', '3 - 2', "'quoted'", '']
    assert.deepEqual(
      cells(csvLines(ordinary.map((text) => [text, 1]))).map(([text]) => text),
      ordinary
    )
  })

  it('gives back whatever text it was given, apart from the apostrophe and what acts instead of being shown (property)', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', '\t', '=', '\uD800', '\u2028', '\u{1F600}', ' ', '\uFEFF')
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        const back = cells(csvLines(rows))
        assert.deepEqual(
          back.map((row) => row.map(withoutGuard)),
          rows.map((row) => row.map((cell) => withoutGuard(shown(cell))))
        )
        for (const cell of back.flat()) assert.doesNotMatch(cell, /^\s*[=+\-@]/u)
      })
    )
  })

  it('has no control characters, no overrides of direction and no line separators', () => {
    const acting = '\u0000=1\u001B[31m\u0007\u007F\u009B1m\u202Ea\u2066\u2028b\u0085'
    const [[cell = ''] = []] = cells(csvLines([[acting]]))
    assert.equal(cell, '\uFFFD=1\uFFFD[31m\uFFFD\uFFFD\uFFFD1m\uFFFDa\uFFFD b\uFFFD')
  })
})

/** Read back by the parser, which drops the byte order mark; the last line end does not start another row. */
function cells(csv: string): string[][] {
  const { data, errors } = parse<string[]>(csv, { skipEmptyLines: false, delimiter: ',', newline: '\r\n' })
  assert.deepEqual(errors, [])
  assert.deepEqual(data.pop(), [''])
  return data
}

/** As a cell shows it. */
function shown(cell: string): string {
  return cell.replace(/\p{Cs}/gu, '\uFFFD').replace(/\u2028/g, ' ')
}

/** The guard is an apostrophe before the text: compare without it, on both sides alike. */
function withoutGuard(cell: string): string {
  return cell.replace(/^'/u, '')
}
