import assert from 'node:assert/strict'
import { parse } from 'csv-parse/sync'
import type { ExchangeFormat, ExportInput } from '../../../../src/exchange/format'
import { csv, csvExcel } from '../../../../src/exchange/formats/csv'
import { csvEntities, csvQuotes } from '../../../../src/exchange/formats/csvTable'
import { allTables } from '../../../../src/exchange/tables'
import { documentOf, plainDocument, tortureDocuments } from '../documents'
import { inputOf, testCodes, writtenText } from '../inputs'

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
      ['dam.txt q1 1 FALSE', 'dam.txt q2  FALSE', 'dam.txt q3  FALSE', 'later.txt q1 1 TRUE', 'later.txt q2  FALSE']
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
      { about: 'mention' as const, spans: [{ start: 0, end: 3 }], creator: 'Ana', created: '2026-11-20T10:00:00.000Z' },
      {
        about: 'code' as const,
        code: testCodes[0]!.id,
        spans: [],
        creator: 'Ben',
        created: '2026-11-20T10:00:00.000Z'
      }
    ]
    assert.deepEqual(
      (await table('rejected', inputOf([{ ...document, rejected }]))).map(
        ({ about, code_id: id, code, words, rejected_by: by }) => [about, id, code, words, by].join('|')
      ),
      ['mention|||Dam|Ana', `code|${testCodes[0]!.id}|${testCodes[0]!.name}||Ben`]
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
