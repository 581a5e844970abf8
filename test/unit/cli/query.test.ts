import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decisionOn } from '../workspace/memoryDecisions'
import { anna, withAnnotated } from './annotated'
import { withFolder } from './folder'
import { builtParts, type BuiltParts } from './parts'
import { cli, type CliResult } from './ports'

const a = 'ANNA sees rain. BORIS sees sun.\n'
const b = 'ANNA sees snow.\n'
const articles = { 'a.txt': a, 'deep/b.txt': b }

describe('query, the verb', () => {
  let parts: BuiltParts
  before(async () => {
    parts = await builtParts()
  })
  after(() => parts.remove())

  function query(select: string, ...rest: readonly string[]): Promise<CliResult> {
    return cli(['query', select, ...rest], { parts: parts.folder })
  }

  it('answers a SELECT over tables and views, as a table, as CSV and as JSON', async () => {
    await withFolder(articles, async (folder) => {
      const select = 'SELECT speaker, quotes, articles, first_date FROM most_quoted;'
      assert.deepEqual(await query(select, folder), {
        code: 0,
        output: [
          'speaker  quotes  articles  first_date',
          'ANNA          2         2',
          'BORIS         1         1',
          ''
        ].join('\n'),
        errors: ''
      })
      assert.equal(
        (await query(select, '--format', 'csv', folder)).output,
        '"speaker","quotes","articles","first_date"\r\n"ANNA",2,2,\r\n"BORIS",1,1,\r\n'
      )
      assert.deepEqual(JSON.parse((await query(select, '--format', 'json', folder)).output), [
        { speaker: 'ANNA', quotes: 2, articles: 2, first_date: null },
        { speaker: 'BORIS', quotes: 1, articles: 1, first_date: null }
      ])
    })
  })

  it('applies what researchers decided, unless it is left out', async () => {
    const layers = { 'a.txt': { Rosa: [decisionOn(a, 'ANNA', { kind: 'identity', who: anna }, 'Rosa')] } }
    await withAnnotated({ articles, layers }, async (folder) => {
      const select = "SELECT group_concat(speaker) AS names FROM quotes WHERE article = 'a.txt'"
      assert.equal((await query(select, folder)).output, 'names\nAnna Berg,BORIS\n')
      assert.equal((await query(select, '--suggestions-only', folder)).output, 'names\nANNA,BORIS\n')
    })
  })

  it('finds words in quotes and articles', async () => {
    await withFolder(
      { 'a.txt': 'ANNA sees r\u00E4in in M\u00DCNCHEN.', 'b.txt': 'BORIS sees sun.' },
      async (folder) => {
        const found = await query("SELECT content, speaker FROM quote_search('rain') ORDER BY rank", folder)
        assert.equal(found.output, 'content               speaker\nsees r\u00E4in in M\u00DCNCHEN  ANNA\n')
        assert.equal((await query("SELECT article FROM article_search('munchen')", folder)).output, 'article\na.txt\n')
      }
    )
  })

  it('asks a database that was exported, without the articles, and writes nothing beside it', async () => {
    await withFolder(articles, async (folder) => {
      const file = join(folder, 'out', 'articles.sqlite')
      await mkdir(join(folder, 'out'))
      const { code, errors } = await cli(['export', '--format', 'sqlite', '--output', file, folder], {
        parts: parts.folder
      })
      assert.deepEqual([code, errors], [0, ''])
      const before = await readFile(file)
      const engine = new Error('nothing is to be analyzed')
      const asked = await cli(['query', 'SELECT count(*) AS n FROM quotes', file], { parts: parts.folder, engine })
      assert.deepEqual(asked, { code: 0, output: 'n\n3\n', errors: '' })
      assert.deepEqual(await readdir(join(folder, 'out')), ['articles.sqlite'])
      assert.ok(before.equals(await readFile(file)))
    })
  })

  it('gives the same bytes for the same articles', async () => {
    await withFolder(articles, async (folder) => {
      const bytes = async () => (await cli(['export', '--format', 'sqlite', folder], { parts: parts.folder })).output
      const first = await bytes()
      assert.ok(first.startsWith('SQLite format 3\0'))
      assert.equal(await bytes(), first)
    })
  })

  for (const hostile of [
    "VACUUM INTO 'stolen.sqlite'",
    "ATTACH 'stolen.sqlite' AS s",
    'DELETE FROM quotes',
    'DROP TABLE quotes',
    'PRAGMA user_version = 7',
    "SELECT 1; VACUUM INTO 'stolen.sqlite'",
    "SELECT 1); VACUUM INTO 'stolen.sqlite'; SELECT (1",
    "SELECT load_extension('stolen')",
    "SELECT writefile('stolen', 'x')",
    "SELECT readfile('/etc/passwd')",
    'WITH x AS (SELECT 1) DELETE FROM quotes',
    'EXPLAIN SELECT 1',
    'SELECT ?'
  ])
    it(`writes nothing and reads nothing else: ${hostile}`, async () => {
      await withFolder(articles, async (folder) => {
        await withFolder({}, async (here) => {
          const file = join(folder, 'a.sqlite')
          await cli(['export', '--format', 'sqlite', '--output', file, folder], { parts: parts.folder })
          const bytes = await readFile(file)
          const before = process.cwd()
          process.chdir(here)
          try {
            const { output, errors } = await query(hostile, file)
            assert.doesNotMatch(output, /root:/)
            assert.match(`${output}${errors}`, /^(query: .*|1\n1)\n$/)
          } finally {
            process.chdir(before)
          }
          assert.deepEqual(await readdir(here), [])
          assert.ok(bytes.equals(await readFile(file)))
          assert.deepEqual((await readdir(folder)).sort(), ['a.sqlite', 'a.txt', 'deep'])
        })
      })
    })

  it('stops what takes too long', async () => {
    await withFolder(articles, async (folder) => {
      const endless = 'WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n'
      const { code, output, errors } = await query(endless, '--seconds', '1', folder)
      assert.deepEqual([code, output], [1, ''])
      assert.equal(errors, 'query: took more than 1 second, and was stopped (see --seconds)\n')
    })
  })

  it('answers no more rows than are wanted, and says so', async () => {
    await withFolder(articles, async (folder) => {
      assert.deepEqual(await query('SELECT quote FROM quotes ORDER BY 1 DESC', '--rows', '2', folder), {
        code: 0,
        output: 'quote\nq2\nq1\n',
        errors: 'query: note: only the first 2 rows (see --rows)\n'
      })
      const endless = 'WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n) SELECT i FROM n'
      assert.match((await query(endless, '--rows', '1', folder)).output, /^i\n1\n$/)
    })
  })

  it('says what is wrong with a question, and with the command line', async () => {
    await withFolder({ ...articles, 'no.sqlite': 'SQLite format 3\0 and nothing else' }, async (folder) => {
      assert.deepEqual(await query('SELECT nobody FROM quotes', folder), {
        code: 1,
        output: '',
        errors: 'query: no such column: nobody\n'
      })
      assert.match((await query('SELECT 1', join(folder, 'no.sqlite'))).errors, /^query: .*not a database/)
      const wrong = await query('SELECT 1', '--rows', 'many', folder)
      assert.deepEqual([wrong.code, wrong.output], [2, ''])
      const empty = join(folder, 'empty')
      await mkdir(empty)
      await writeFile(join(empty, 'x.bin'), '')
      assert.equal((await query('SELECT 1', empty)).errors, 'no articles (.txt, .md) found\n')
      assert.deepEqual((await query('SELECT quote FROM quotes WHERE 0', folder)).output, 'no rows\n')
    })
  })
})
