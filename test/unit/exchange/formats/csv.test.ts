import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import type { ExchangeFormat, ExportInput } from '../../../../src/exchange/format'
import { csv, csvExcel } from '../../../../src/exchange/formats/csv'
import { csvEntities, csvQuotes } from '../../../../src/exchange/formats/csvTable'
import { allTables } from '../../../../src/exchange/tables'
import { csvLines } from '../../../../src/exchange/tables/csv'
import { documentOf, plainDocument, tortureDocuments } from '../documents'
import { inputOf, writtenText } from '../inputs'

describe('CSV tables', () => {
  it('say of each quote who says it, where and how', async () => {
    assert.deepEqual(
      (await table('quotes')).map(
        ({ quote, speaker, kind, content, source, cue, line, status, decided_by: by, confidence }) =>
          `${quote} line ${line}: ${speaker || '?'} [${source}] [${cue}] ${kind} ${content} (${status}${by && ` by ${by}`}, ${confidence})`
      ),
      [
        'q1 line 3: Mara Lind [Mara Lind, a farmer] [said] direct "The dam will drown us," (suggested, 0.81)',
        'q2 line 3: Oren Vail [Prime Minister Oren Vail] [said on Monday] indirect the plan, \u2026 was sound (suggested, 0.81)',
        'q3 line 5: Oren Vail [] [] direct "We will build it," (changed by Ben, 0.81)'
      ]
    )
  })

  it('have the whole sentence around a quote', async () => {
    assert.deepEqual(
      (await table('quotes')).map(({ sentence }) => sentence),
      [
        '"The dam will drown us," said Mara Lind, a farmer.',
        'Prime Minister Oren Vail said on Monday the plan, which took years, was sound.',
        '"We will build it," he said.'
      ]
    )
  })

  it('say of an article what it says about itself', async () => {
    const [article = {}] = await table('articles')
    const { headline, agency, dateline_place: place, date, iso_date: day, words, quotes, sources } = article
    assert.deepEqual(
      [headline, agency, place, date, day, words, quotes, sources],
      ['Dam plan divides valley', 'Aven', 'LIRA', 'March 3, 2026', '2026-03-03', '41', '3', '2']
    )
  })

  it('have one id of an entity over all articles, and count the same quote again once', async () => {
    const again = documentOf({
      name: 'later.txt',
      text: '"The dam will drown us," Lind said again. Lind hopes for rain.\n',
      entities: [{ id: 'mara', name: 'Mara Lind', aliases: ['Lind'] }],
      mentions: [{ words: 'Lind', entity: 'mara' }],
      quotes: [
        { words: '"The dam will drown us,"', speaker: 'mara', repeat: 1 },
        { words: 'rain', speaker: 'mara', act: 'attitude' }
      ]
    })
    const [first = plainDocument()] = [plainDocument()]
    const repeated = {
      ...first,
      annotations: first.annotations.map((each) =>
        each.id === 'q1' && each.layer === 'quote' ? { ...each, repeat: 1 } : each
      )
    }
    const documents = [repeated, again]
    assert.deepEqual(
      (await table('entities', inputOf(documents))).map(
        ({ entity, name, aliases, articles, mentions, quotes, attitudes }) =>
          `${entity} ${name} (${aliases}): ${articles} articles, ${mentions} mentions, ${quotes} quotes, ${attitudes} attitudes`
      ),
      [
        'mara Mara Lind (Lind): 2 articles, 3 mentions, 1 quotes, 1 attitudes',
        'oren Oren Vail (): 1 articles, 2 mentions, 2 quotes, 0 attitudes',
        'lira Lira (): 1 articles, 1 mentions, 0 quotes, 0 attitudes'
      ]
    )
    assert.deepEqual(
      (await table('quotes', inputOf(documents))).map(({ article, quote, repeat, again: isAgain }) =>
        [article, quote, repeat, isAgain].join(' ')
      ),
      ['dam.txt q1 1 false', 'dam.txt q2  false', 'dam.txt q3  false', 'later.txt q1 1 true', 'later.txt q2  false']
    )
    assert.deepEqual(
      (await table('links', inputOf(documents))).map(({ speaker, article, quote, nth }) =>
        [speaker, article, quote, nth].join(' ')
      ),
      [
        'Mara Lind dam.txt q1 1',
        'Oren Vail dam.txt q2 1',
        'Oren Vail dam.txt q3 2',
        'Mara Lind later.txt q1 2',
        'Mara Lind later.txt q2 3'
      ]
    )
  })

  it('hold codings with the path of their code, and memos with what they are about', async () => {
    const [torture = plainDocument()] = tortureDocuments()
    const input = inputOf([plainDocument(), torture], {
      registry: [{ iri: 'https://www.wikidata.org/entity/Q42', name: 'O. Vail', type: 'person', ...made }],
      memos: [
        { id: 'urn:1', about: '', text: 'All of it', ...made },
        { id: 'urn:2', about: 'urn:code:fear', text: 'What is fear?', ...made },
        { id: 'urn:3', about: 'https://www.wikidata.org/entity/Q42', text: 'Resigned', ...made }
      ]
    })
    assert.deepEqual(
      (await table('codings', input)).map(({ words, code_path: path, memo, coded_by: by }) =>
        [JSON.stringify(words), path, memo, by].join(' | ')
      ),
      [
        '"drown us" | Fear | strong word | Ana',
        '"\u{1F600} \u{1F469}\u200D\u{1F469}\u200D\u{1F467}" | Fear > Emoji \u{1F600} |  | Ana',
        '"Tab\\there" | Fear |  | Ana',
        '"no\u00A0break" | Fear |  | Ana',
        '"line\u2028separator" | Fear > Emoji \u{1F600} |  | Ana'
      ]
    )
    assert.deepEqual(
      (await table('memos', input)).map(({ about, article, about_name: name, words, text }) =>
        [about, article, name, words, JSON.stringify(text)].join(' | ')
      ),
      [
        'words | dam.txt |  | wept | "Is this a quote?\\nNo."',
        'article | dam.txt |  |  | "About the whole article"',
        'project |  |  |  | "All of it"',
        'code |  | Fear |  | "What is fear?"',
        'entity |  | O. Vail |  | "Resigned"'
      ]
    )
  })

  it('hold what was rejected', async () => {
    const document = plainDocument()
    const rejected = [
      { about: 'mention' as const, spans: [{ start: 0, end: 3 }], creator: 'Ana', created: '2026-11-20T10:00:00.000Z' }
    ]
    assert.deepEqual(
      (await table('rejected', inputOf([{ ...document, rejected }]))).map(({ about, words, rejected_by: by }) =>
        [about, words, by].join(' ')
      ),
      ['mention Dam Ana']
    )
  })

  it('explain every table and every column', async () => {
    const explained = await table('columns')
    for (const name of tableNames) {
      const [head = []] = cells(await writtenText(csv, inputOf([]), `${name}.csv`))
      assert.deepEqual(
        explained.filter((row) => row['table'] === name).map((row) => row['column']),
        ['', ...head]
      )
    }
    assert.ok(explained.every(({ explanation }) => explanation!.endsWith('.')))
  })

  for (const offsets of ['utf16', 'codepoints'] as const)
    it(`have each quote, coding and mention where its words are, in ${offsets}`, async () => {
      const input = inputOf([...tortureDocuments(), plainDocument()], { offsets })
      const texts = new Map((await table('texts', input)).map(({ article = '', text = '' }) => [article, text]))
      const slice = (article: string, spans: string) => {
        const characters = offsets === 'utf16' ? (texts.get(article) ?? '').split('') : [...(texts.get(article) ?? '')]
        return spans
          .split(' ')
          .map((span) => characters.slice(...span.split('-').map(Number)).join(''))
          .join(' \u2026 ')
      }
      let count = 0
      for (const { article = '', content, content_spans: spans = '', cue, cue_spans: cueSpans } of await table(
        'quotes',
        input
      )) {
        assert.equal(slice(article, spans), content)
        if (cueSpans) assert.equal(slice(article, cueSpans), cue)
        count++
      }
      for (const { article = '', words, spans = '' } of await table('codings', input)) {
        assert.equal(slice(article, spans), words)
        count++
      }
      for (const { article = '', words, start, end } of await table('mentions', input)) {
        assert.equal(slice(article, `${start}-${end}`), words)
        count++
      }
      assert.equal(count, 28)
    })

  it('are the same, byte for byte, again', async () => {
    const input = () => inputOf(tortureDocuments())
    for (const name of tableNames)
      assert.equal(await writtenText(csv, input(), `${name}.csv`), await writtenText(csv, input(), `${name}.csv`))
  })

  it('give an article of the same name another one', async () => {
    const [a = plainDocument(), b = plainDocument()] = [plainDocument(), { ...plainDocument(), id: 'other' }]
    assert.deepEqual(
      (await table('articles', inputOf([a, b]))).map(({ article }) => article),
      ['dam.txt', 'dam.txt (2)']
    )
  })

  it('have a header alone where there is nothing to list', async () => {
    const input = inputOf([documentOf({ text: '' })])
    assert.deepEqual((await table('quotes', input)).length, 0)
    assert.match(await writtenText(csv, input, 'quotes.csv'), /^"article","quote",/)
  })

  it('keep every value exact, formulas too', async () => {
    assert.deepEqual(
      (await table('codings', inputOf(tortureDocuments()))).flatMap(({ code, memo }) =>
        code?.startsWith('=') ? [code, memo] : []
      ),
      ['=cmd ]]> "x" </b>', '=1+1\t"x"\n</script>]]>', '=cmd ]]> "x" </b>', '']
    )
  })

  it('count characters that no table holds', async () => {
    const document = documentOf({ text: 'A\0B\u001B[31m said nothing.\n' })
    const input = inputOf([document])
    assert.equal((await table('texts', input))[0]?.['text'], 'A\uFFFDB\uFFFD[31m said nothing.\n')
    assert.deepEqual(input.losses(), { character: 2 })
  })
})

describe('CSV for spreadsheets', () => {
  it('starts with a byte order mark, which Excel needs', async () => {
    assert.match(await writtenText(csvQuotes, inputOf([])), /^\uFEFF"article","quote",/)
    assert.match(await writtenText(csvExcel, inputOf([]), 'mentions.csv'), /^\uFEFF"article","mention",/)
  })

  it('lets no text begin like a formula', async () => {
    const input = inputOf(tortureDocuments())
    for (const name of tableNames)
      for (const cell of cells(await writtenText(csvExcel, input, `${name}.csv`)).flat())
        if (!/^-?[\d.]+$/.test(cell)) assert.doesNotMatch(cell, /^\s*[=+\-@]/u)
  })

  it('of one table counts what it leaves out', async () => {
    const input = inputOf([plainDocument()])
    assert.equal(cells(await writtenText(csvEntities, input)).length, 4)
    assert.deepEqual(input.losses(), { quote: 3, code: 1, memo: 2 })
  })
})

describe('lines of CSV', () => {
  const exact = (rows: Parameters<typeof csvLines>[0]) => csvLines(rows, 'exact', () => undefined)
  const guarded = (rows: Parameters<typeof csvLines>[0]) => csvLines(rows, 'spreadsheet', () => undefined)

  it('end with CRLF and double quotation marks', () => {
    const rows = [
      ['say "so"', -1.5],
      [null, true]
    ]
    assert.equal(exact(rows), '"say ""so""",-1.5\r\n,true\r\n')
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

const made = { creator: 'Ana', created: '2026-11-20T10:00:00.000Z' }

async function table(name: string, input: ExportInput = inputOf([plainDocument()]), format: ExchangeFormat = csv) {
  const [head = [], ...rows] = cells(await writtenText(format, input, `${name}.csv`))
  return rows.map((row): Record<string, string> =>
    Object.fromEntries(head.map((column, at) => [column, row[at] ?? '']))
  )
}

const tableNames = allTables.map(({ name }) => name)

/** Read by another parser, strictly by RFC 4180. */
function cells(text: string): string[][] {
  return parse(text, { bom: true, recordDelimiter: '\r\n' })
}

/** The guard is an apostrophe before the text: compare without it, on both sides alike. */
function withoutGuard(cell: string): string {
  return cell.replace(/^'/u, '')
}
