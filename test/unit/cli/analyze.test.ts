import assert from 'node:assert/strict'
import { rmSync, truncateSync } from 'node:fs'
import { chmod, symlink } from 'node:fs/promises'
import { getuid } from 'node:process'
import type { ContractLine } from '../../../src/exchange'
import { articlesByLanguage } from '../article/languages/articlesByLanguage'
import { withFolder } from './folder'
import { capitalsEngine, cli } from './ports'

describe('analyze', () => {
  it('shows a table for people', async () => {
    await withFolder({ 'a.txt': 'ANNA sees rain. BORIS sees sun.\n' }, async (folder) => {
      const { code, output, errors } = await cli(['analyze', `${folder}/a.txt`])
      assert.deepEqual([code, errors], [0, ''])
      assert.equal(
        output.replace(folder, ''),
        [
          '/a.txt',
          '',
          'ACTOR  TYPE    MENTIONS  QUOTES',
          'ANNA   person         1       1',
          'BORIS  person         1       1',
          '',
          'SPEAKER  KIND      QUOTE',
          'ANNA     indirect  sees rain',
          'BORIS    indirect  sees sun',
          ''
        ].join('\n')
      )
    })
  })

  it('says that nothing was found in an article', async () => {
    await withFolder({ 'a.txt': '' }, async (folder) => {
      assert.match((await cli(['analyze', folder])).output, /a\.txt\n\nnothing found\n$/)
    })
  })

  it('writes JSON Lines in the order of the paths', async () => {
    await withFolder({ 'a.txt': 'ANNA sees rain.', 'b.txt': 'none' }, async (folder) => {
      const { code, output } = await cli(['analyze', '--format', 'jsonl', `${folder}/b.txt`, `${folder}/a.txt`])
      assert.equal(code, 0)
      assert.deepEqual(
        lines(output).map(({ id }) => id),
        [`${folder}/b.txt`, `${folder}/a.txt`]
      )
      assert.deepEqual(lines(output)[1], {
        id: `${folder}/a.txt`,
        mentions: [{ start: 0, end: 4, type: 'person', form: 'name', acting: false, entity: 'e1' }],
        entities: [{ id: 'e1', name: 'ANNA', type: 'person', named: true }],
        quotes: [{ content: [[5, 14]], cue: null, source: [[0, 4]], kind: 'indirect', act: 'speech', speaker: 'e1' }],
        links: [{ speaker: 'e1', quotes: [0] }],
        isArticle: true,
        language: null
      })
    })
  })

  it('leaves what is no article out of a folder with a line, and analyzes what is named', async () => {
    const log = '2024-05-01 10:00:01 INFO ANNA sees rain\n2024-05-01 10:00:05 WARN slow\n2024-05-01 10:00:09 INFO end\n'
    await withFolder({ 'a.txt': 'ANNA sees rain.', 'log.txt': log }, async (folder) => {
      const { code, output, errors } = await cli(['analyze', '--format', 'jsonl', folder])
      assert.deepEqual([code, lines(output).map(({ id }) => id)], [0, [`${folder}/a.txt`]])
      assert.match(
        errors.replace(folder, ''),
        /^\/log\.txt: note: is no article: it looks like a log \(3 of 3 lines begin with a time stamp.*\): it was left out \(--all takes it in\)\n$/
      )
      for (const paths of [
        ['--all', folder],
        [`${folder}/a.txt`, `${folder}/log.txt`]
      ]) {
        const all = await cli(['analyze', '--format', 'jsonl', ...paths])
        assert.deepEqual([all.code, all.errors], [0, ''])
        assert.deepEqual(
          lines(all.output).map(({ isArticle }) => isArticle),
          [true, false]
        )
      }
      const table = await cli(['analyze', `${folder}/log.txt`])
      assert.match(table.output, /log\.txt: .*\nNo article: it looks like a log \(3 of 3 lines begin with a time stamp/)
    })
  })

  it('says the language, and analyzes each line of JSON whatever it is', async () => {
    const input = [
      articlesByLanguage['de'],
      articlesByLanguage['zh'],
      'requests==2.31.0\nnumpy>=1.26\nflask~=3.0\nscipy==1.1'
    ]
      .map((text, id) => JSON.stringify({ id: String(id), text }))
      .join('\n')
    const { code, output, errors } = await cli(['analyze', '--input', 'jsonl', '-'], { input })
    assert.deepEqual([code, errors], [0, ''])
    assert.deepEqual(
      lines(output).map(({ isArticle, language }) => [isArticle, language]),
      [
        [true, 'de'],
        [true, 'zh'],
        [false, null]
      ]
    )
  })

  it('writes one JSON array', async () => {
    await withFolder({ 'a.txt': '', 'b.md': '' }, async (folder) => {
      const { output } = await cli(['analyze', '--format', 'json', folder])
      assert.deepEqual(
        (JSON.parse(output) as ContractLine[]).map(({ id }) => id),
        [`${folder}/a.txt`, `${folder}/b.md`]
      )
    })
    assert.deepEqual(JSON.parse((await cli(['analyze', '--format', 'json', '--input', 'jsonl', '-'])).output), [])
  })

  it('walks folders by name, without hidden entries, node_modules and other files', async () => {
    const files = {
      'b/2.txt': '',
      'b/1.MD': '',
      'a.txt': '',
      'c.html': '',
      '.hidden/x.txt': '',
      '.x.txt': '',
      'node_modules/x.md': '',
      'b/deep/er/z.md': ''
    }
    await withFolder(files, async (folder) => {
      const { output } = await cli(['analyze', '--format', 'jsonl', `${folder}/`])
      assert.deepEqual(
        lines(output).map(({ id }) => id.replace(folder, '')),
        ['/a.txt', '/b/1.MD', '/b/2.txt', '/b/deep/er/z.md']
      )
    })
  })

  it('does not go round in circles, and follows a link that leads elsewhere once', async () => {
    await withFolder({ 'x.txt': '' }, async (elsewhere) => {
      await withFolder({ 'sub/a.txt': '' }, async (folder) => {
        await symlink(folder, `${folder}/sub/up`)
        await symlink(`${folder}/sub`, `${folder}/again`)
        await symlink(`${folder}/sub/a.txt`, `${folder}/a.txt`)
        await symlink(elsewhere, `${folder}/other`)
        await symlink(elsewhere, `${folder}/other2`)
        await symlink(folder, `${elsewhere}/back`)
        const { code, output } = await cli(['analyze', '--format', 'jsonl', folder])
        assert.equal(code, 0)
        assert.deepEqual(
          lines(output).map(({ id }) => id.replace(folder, '')),
          ['/other/x.txt', '/sub/a.txt']
        )
      })
    })
  })

  it('reports a missing file, a dangling link, a binary and a failing article by name, and does the others', async () => {
    const files = {
      '1.txt': 'ANNA sees rain.',
      '2.txt': Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1, 0]),
      '3.txt': 'crash',
      '4.txt': 'BORIS sees sun.'
    }
    await withFolder(files, async (folder) => {
      await symlink(`${folder}/nothing`, `${folder}/5.txt`)
      const { code, output, errors } = await cli(['analyze', '--format', 'jsonl', folder, `${folder}/6.txt`])
      assert.equal(code, 1)
      assert.deepEqual(
        lines(output).map(({ id }) => id.replace(folder, '')),
        ['/1.txt', '/4.txt']
      )
      assert.deepEqual(errors.replaceAll(folder, '').split('\n'), [
        '/5.txt: no such file or folder',
        '/6.txt: no such file or folder',
        '/2.txt: is a binary file, not text',
        '/3.txt: the engine stumbled',
        ''
      ])
    })
  })

  it('reports a file that disappears while another is analyzed, and takes one that shrinks as it is', async () => {
    await withFolder({ 'a.txt': '', 'b.txt': 'second', 'c.txt': 'ANNA sees rain.' }, async (folder) => {
      const engine = {
        ...capitalsEngine,
        analyze: (...args: Parameters<typeof capitalsEngine.analyze>) => {
          rmSync(`${folder}/b.txt`, { force: true })
          truncateSync(`${folder}/c.txt`)
          return capitalsEngine.analyze(...args)
        }
      }
      const { code, output, errors } = await cli(['analyze', '--format', 'jsonl', folder], { engine })
      assert.deepEqual([code, errors.replace(folder, '')], [1, '/b.txt: no such file or folder\n'])
      assert.deepEqual(
        lines(output).map(({ id, mentions }) => [id.replace(folder, ''), mentions.length]),
        [
          ['/a.txt', 0],
          ['/c.txt', 0]
        ]
      )
    })
  })

  it('says so when nothing was read in a file', async () => {
    const files = {
      'code.md': '    Mara Lind said so.\n\n    She left.\n',
      'html.md': '<div>Mara Lind said so.</div>\n',
      'blank.md': ' \n'
    }
    await withFolder(files, async (folder) => {
      const { code, errors } = await cli(['analyze', '--format', 'jsonl', folder])
      assert.deepEqual(
        [code, errors.replaceAll(`${folder}/`, '').trimEnd().split('\n')],
        [
          0,
          [
            'code.md: note: nothing was read: all its lines are indented, and Markdown takes indented lines for code',
            'html.md: note: nothing was read: all that is in it is HTML, code or addresses'
          ]
        ]
      )
    })
  })

  it('reports a folder that may not be listed', async function () {
    await withFolder({ 'closed/a.txt': '', 'open/b.txt': '' }, async (folder) => {
      await chmod(`${folder}/closed`, 0)
      const { code, output, errors } = await cli(['analyze', '--format', 'jsonl', folder])
      await chmod(`${folder}/closed`, 0o700)
      const ids = lines(output).map(({ id }) => id.replace(folder, ''))
      // The superuser may list everything: then there is nothing to report.
      if (getuid?.() === 0) assert.deepEqual([code, ids], [0, ['/closed/a.txt', '/open/b.txt']])
      else
        assert.deepEqual([code, ids, errors.replace(folder, '')], [1, ['/open/b.txt'], '/closed: permission denied\n'])
    })
  })

  it('reads files as VS Code does: no byte order mark, one kind of line end', async () => {
    await withFolder({ 'a.txt': '\uFEFFone\r\ntwo\r\nANNA sees rain.\n' }, async (folder) => {
      const [line] = lines((await cli(['analyze', '--format', 'jsonl', folder])).output)
      assert.deepEqual(
        line?.mentions.map(({ start, end }) => [start, end]),
        [[10, 14]]
      )
    })
  })

  it('cannot be made to control the terminal', async () => {
    await withFolder({ 'a.txt': '\u001B[2J\u202EANNA \u001B[31msees\u0007 \u009B1mrain\uD800.' }, async (folder) => {
      const { output } = await cli(['analyze', folder])
      assert.doesNotMatch(output.replaceAll('\n', ''), /[\p{Cc}\p{Cs}\u202E]/u)
      assert.match(output, /\uFFFD\[31msees/)
    })
  })

  it('shows its progress at a terminal only', async () => {
    await withFolder({ 'a.txt': '', 'b.txt': 'crash' }, async (folder) => {
      const { errors } = await cli(['analyze', folder], { terminal: true })
      assert.match(errors, /1 of 2 .*a\.txt/)
      assert.match(errors, /\r\u001B\[K[^\r]*b\.txt: the engine stumbled\n$/)
      assert.doesNotMatch((await cli(['analyze', `${folder}/a.txt`])).errors, /1 of/)
    })
  })

  it('says so when a folder holds no articles', async () => {
    await withFolder({ 'a.html': '' }, async (folder) => {
      assert.deepEqual(await cli(['analyze', folder]), {
        code: 0,
        output: '',
        errors: 'no articles (.txt, .md) found\n'
      })
    })
  })

  it('stops when nobody reads any longer', async () => {
    await withFolder(
      Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}.txt`, ''])),
      async (folder) => {
        let analyzed = 0
        const engine = {
          ...capitalsEngine,
          analyze: (...args: Parameters<typeof capitalsEngine.analyze>) => {
            analyzed++
            return capitalsEngine.analyze(...args)
          }
        }
        const { code } = await cli(['analyze', '--format', 'jsonl', folder], { readerLeavesAfter: 3, engine })
        assert.equal(code, 0)
        assert.ok(analyzed < 5, `${analyzed} articles were analyzed for nobody`)
      }
    )
  })
})

describe('usage', () => {
  for (const argv of [
    ['analyze'],
    ['nonsense'],
    ['analyze', '--format', 'xml', 'a'],
    ['analyze', '--nonsense', 'a'],
    ['links', '--format', 'jsonl', 'a'],
    ['analyze', '-'],
    []
  ]) {
    it(`exits with 2 for '${argv.join(' ')}'`, async () => {
      const { code, output, errors } = await cli(argv)
      assert.deepEqual([code, output], [2, ''])
      assert.match(errors, /error: |Usage: /)
    })
  }

  for (const argv of [['--help'], ['analyze', '--help'], ['links', '--help'], ['--version']]) {
    it(`exits with 0 for '${argv.join(' ')}'`, async () => {
      const { code, output, errors } = await cli(argv)
      assert.deepEqual([code, errors], [0, ''])
      assert.match(output, /Usage: article-annotator|^\d+\.\d+\.\d+\n$/)
    })
  }

  it('says what is wrong when the models are missing', async () => {
    const result = await cli(['analyze', 'a.txt'], { engine: new Error('names.bin is missing') })
    assert.deepEqual(result, { code: 1, output: '', errors: 'article-annotator: names.bin is missing\n' })
  })
})

type Line = ContractLine & { readonly isArticle: boolean; readonly language: string | null }

function lines(output: string): Line[] {
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
}
