import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqliteFormat } from '../../src/exchange'
import { views } from '../../src/exchange/formats/sqlite/views'
import { allTables } from '../../src/exchange/tables'
import { sqlitePart } from '../../src/cli/parts'
import { builtParts, type BuiltParts } from '../unit/cli/parts'
import { plainDocument, tortureDocuments } from '../unit/exchange/documents'
import { inputOf, written } from '../unit/exchange/inputs'
import { askedDocuments } from './askedDocuments'
import { tableCells } from './tableCells'

const onInterrupt = () => () => undefined

describe('Debian\u2019s sqlite3 reads the database', () => {
  let parts: BuiltParts
  let folder: string
  let torture: string
  let asked: string
  before(async () => {
    parts = await builtParts()
    folder = await mkdtemp(join(tmpdir(), 'sqlite-'))
    torture = await database('torture', tortureInput())
    asked = await database('asked', inputOf(askedDocuments()))
  })
  after(async () => {
    await parts.remove()
    await rm(folder, { recursive: true, force: true })
  })

  const tortureInput = () => inputOf([...tortureDocuments(), plainDocument()])

  async function database(name: string, input: ReturnType<typeof inputOf>): Promise<string> {
    const ports = { parts: parts.folder, onInterrupt }
    const [file] = await written(
      sqliteFormat(() => Promise.resolve(sqlitePart(ports).newDatabase(ports))),
      input
    )
    const path = join(folder, `${name}.sqlite`)
    await writeFile(path, file?.bytes ?? assert.fail('nothing written'))
    return path
  }

  it('finds it whole, with every cell', async () => {
    assert.deepEqual(rowsOf(torture, 'PRAGMA integrity_check'), [['ok']])
    assert.deepEqual(rowsOf(torture, 'PRAGMA foreign_key_check'), [])
    for (const [name, cells] of await tableCells(tortureInput())) {
      const rows = rowsOf(torture, `SELECT * FROM "${name}"`)
      const numbers = cells.map((row) => row.map((cell) => (typeof cell === 'boolean' ? Number(cell) : cell)))
      // The views are explained behind the tables.
      assert.deepEqual(name === 'columns' ? rows.slice(0, numbers.length) : rows, numbers, name)
    }
  })

  it('finds what refers to nothing: the keys are there', () => {
    const keys = (table: string) =>
      rowsOf(torture, `SELECT "table", "from" FROM pragma_foreign_key_list('${table}') ORDER BY 1, 2`)
    assert.deepEqual(keys('quotes'), [
      ['articles', 'article'],
      ['entities', 'speaker_id']
    ])
    assert.deepEqual(keys('links'), [
      ['entities', 'speaker_id'],
      ['quotes', 'article'],
      ['quotes', 'quote']
    ])
    const broken = join(folder, 'asked.sqlite')
    const orphans = rowsOf(
      broken,
      "BEGIN; DELETE FROM entities WHERE name = 'Mara Lind'; PRAGMA foreign_key_check; ROLLBACK"
    )
    assert.ok(orphans.length > 0)
  })

  it('explains every table and view, and each of their columns', () => {
    for (const name of [...allTables.map(({ name: table }) => table), ...views.map(({ name: view }) => view)]) {
      const columns = rowsOf(asked, `SELECT name FROM pragma_table_info('${name}')`).flat()
      const explained = rowsOf(asked, `SELECT "column", explanation FROM columns WHERE "table" = '${name}'`)
      assert.deepEqual(
        explained.map(([column]) => column),
        [null, ...columns],
        name
      )
      assert.ok(
        explained.every(([, text]) => /[.?]$/.test(String(text))),
        name
      )
    }
  })

  it('searches, also after it was vacuumed', () => {
    const searched = () => [
      rowsOf(asked, "SELECT content FROM quote_search('speaker: lind AND dam')"),
      rowsOf(asked, "SELECT article FROM article_search('geneve')")
    ]
    const found = [[['"The dam will drown us,"'], ['"The dam will drown us,"']], [['b.txt']]]
    assert.deepEqual(searched(), found)
    rowsOf(asked, 'VACUUM')
    assert.deepEqual(searched(), found)
    assert.deepEqual(rowsOf(asked, "INSERT INTO quote_search(quote_search) VALUES('integrity-check')"), [])
  })

  const answers: Readonly<Record<string, readonly string[]>> = {
    'speaker, quotes, articles, first_date, last_date FROM most_quoted': [
      'Mara Lind|1|2|2026-03-03|2026-04-05',
      'Oren Vail|1|1|2026-03-03|2026-03-03',
      'a spokeswoman|1|1|2026-04-05|2026-04-05'
    ],
    'name, gender, womens_words, mens_words FROM genders': [
      'Mara Lind|woman|2|0',
      'Oren Vail|man|0|1',
      'Tom Herman||0|0',
      'a spokeswoman|woman|1|0'
    ],
    '* FROM women_and_men': ['woman|2|2|0.6667|0.6667', 'man|1|1|0.3333|0.3333'],
    '* FROM unnamed_by_outlet': ['Aven|1|3|0|1|0', '|1|2|1|0|0.5'],
    'place, country, speaker, content, article, line FROM quotes_about_places': [
      'Gen\u00E8ve|Switzerland|a spokeswoman|Gen\u00E8ve will decide|b.txt|5'
    ],
    'month, speaker, quotes, articles FROM speakers_over_time': [
      '2026-03|Mara Lind|1|1',
      '2026-03|Oren Vail|1|1',
      '2026-04|a spokeswoman|1|1'
    ],
    'speaker, other, articles FROM quoted_together': ['Mara Lind|Oren Vail|1', 'Mara Lind|a spokeswoman|1'],
    'repeat, times, articles, speaker, content, first_date, last_date, outlets FROM reprints': [
      '1|2|2|Mara Lind|"The dam will drown us,"|2026-03-03|2026-04-05|Aven'
    ],
    'name, type, mentions, articles FROM mentioned_not_quoted': ['Tom Herman|person|1|1'],
    'article, outlet, headline, speaker, quotes FROM single_source_articles': [],
    '* FROM cue_words': ['said|person|3|3']
  }
  for (const [question, lines] of Object.entries(answers))
    it(`answers: ${question}`, () => {
      assert.deepEqual(
        rowsOf(asked, `SELECT ${question}`).map((row) =>
          row.map((cell) => (cell === null ? '' : String(cell as string | number))).join('|')
        ),
        lines
      )
    })

  it('counts in the views as the sidebar does', () => {
    const figure = (name: string) => `(SELECT count FROM counts WHERE figure = '${name}')`
    assert.deepEqual(
      rowsOf(
        asked,
        `SELECT (SELECT count(*) FROM quotes WHERE act = 'speech' AND NOT again) - ${figure('Quotes')},
          (SELECT count(*) FROM most_quoted) - ${figure('Sources')},
          (SELECT count(*) FROM reprints) - ${figure('Repeated quotes')},
          (SELECT sum(unattributed) FROM unnamed_by_outlet) - ${figure('Quotes without a source')}`
      ),
      [[0, 0, 0, 0]]
    )
  })
})

/** What the program answers, row by row. */
function rowsOf(file: string, sql: string): readonly (readonly unknown[])[] {
  const output = execFileSync('sqlite3', ['-json', file, sql], { encoding: 'utf8', maxBuffer: 1 << 26 })
  const rows = output.trim() === '' ? [] : (JSON.parse(output) as Readonly<Record<string, unknown>>[])
  return rows.map((row) => Object.values(row))
}
