import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Decision } from '../../../src/annotations'
import { cliFormats } from '../../../src/cli/cliFormats'
import { exchangeFormats } from '../../../src/exchange'
import { decisionOn } from '../workspace/memoryDecisions'
import { anna, code, withAnnotated } from './annotated'
import { withFolder } from './folder'
import { cli } from './ports'

const a = 'ANNA sees rain. BORIS sees sun.\n'
const b = 'ANNA sees snow.\n'
const decided = {
  articles: { 'a.txt': a, 'deep/b.txt': b },
  layers: {
    'a.txt': {
      Rosa: [decisionOn(a, 'ANNA', { kind: 'identity', who: anna }, 'Rosa')],
      Tom: [decisionOn(a, 'rain', { kind: 'code', code: code.id }, 'Tom')]
    }
  },
  project: { codes: [code] }
}
const several = exchangeFormats.find(({ writer }) => writer.kind === 'files')

/** Later than the coding. */
const refusal: Decision = {
  ...decisionOn(a, 'rain', { kind: 'noCode', code: code.id }, 'Zoe'),
  created: '2030-01-01T00:00:00.000Z'
}

interface Exported {
  readonly title: string
  readonly articles: readonly {
    readonly id: string
    readonly text: string
    readonly entities: readonly { readonly id: string; readonly name: string }[]
    readonly quotes: readonly { readonly speaker: string; readonly content: readonly (readonly [number, number])[] }[]
    readonly codings: readonly { readonly name: string }[]
    readonly rejected: readonly { readonly about: string; readonly name: string }[]
  }[]
  readonly codes: readonly { readonly name: string }[]
}

describe('export, the verb', () => {
  it('writes everything that was found and decided, with one id for the same person in all articles', async () => {
    await withAnnotated(decided, async (folder) => {
      const { code: exit, output, errors } = await cli(['export', '--format', 'json', folder])
      assert.deepEqual([exit, errors], [0, ''])
      const { articles, codes } = JSON.parse(output) as Exported
      assert.deepEqual(articles.map(lines), [
        ['a.txt', 'Anna Berg: sees rain', 'BORIS: sees sun', 'coded Weather'],
        ['deep/b.txt', 'ANNA: sees snow']
      ])
      assert.deepEqual(
        codes.map(({ name }) => name),
        ['Weather']
      )
      assert.ok(!output.includes(folder), 'where the folder lies is nobody\u2019s business')
    })
  })

  it('writes the suggestions alone, the decisions alone, or those of one annotator', async () => {
    await withAnnotated(decided, async (folder) => {
      const exported = async (...options: string[]) =>
        lines(
          (JSON.parse((await cli(['export', '--format', 'json', ...options, folder])).output) as Exported).articles[0]!
        )
      assert.deepEqual(await exported('--suggestions-only'), ['a.txt', 'ANNA: sees rain', 'BORIS: sees sun'])
      assert.deepEqual(await exported('--decisions-only'), ['a.txt', 'coded Weather'])
      assert.deepEqual(await exported('--annotator', 'Rosa'), ['a.txt', 'Anna Berg: sees rain', 'BORIS: sees sun'])
    })
  })

  it('writes that a code does not apply where a format can hold it, and tells it where none can', async () => {
    const layers = { 'a.txt': { ...decided.layers['a.txt'], Zoe: [refusal] } }
    await withAnnotated({ ...decided, layers }, async (folder) => {
      const json = await cli(['export', '--format', 'json', folder])
      const [first] = (JSON.parse(json.output) as Exported).articles
      assert.deepEqual(lines(first!), ['a.txt', 'Anna Berg: sees rain', 'BORIS: sees sun', 'not coded Weather'])
      const tei = await cli(['export', '--format', 'tei', '--output', `${folder}/out`, folder])
      assert.match(tei.errors, /not as it is: rejections \(1\)/)
      const web = join(folder, 'a.jsonld')
      await cli(['export', '--format', 'w3c', '--output', web, folder])
      await rm(join(folder, '.annotations'), { recursive: true })
      await cli(['import', '--format', 'w3c', web, '--into', folder, '--annotator', 'Zoe'])
      const { output } = await cli(['decisions', folder])
      assert.match(output, /noCode: Weather +rain +placed/)
    })
  })

  it('writes a file whole and leaves nothing beside it', async () => {
    await withFolder({ 'a.txt': a, 'out/keep.txt': '' }, async (folder) => {
      const target = join(folder, 'out', 'all.json')
      for (let times = 0; times < 2; times++) {
        const { code: exit, output } = await cli([
          'export',
          '--format',
          'json',
          '--output',
          target,
          join(folder, 'a.txt')
        ])
        assert.deepEqual([exit, output], [0, ''])
      }
      assert.deepEqual((await readdir(join(folder, 'out'))).sort(), ['all.json', 'keep.txt'])
      assert.equal((JSON.parse(await readFile(target, 'utf8')) as Exported).title, 'a')
    })
  })

  it('writes through a link, and not over a folder, a device or into a folder that is not there', async () => {
    await withFolder({ 'a.txt': a, 'real.json': 'old' }, async (folder) => {
      await symlink(join(folder, 'real.json'), join(folder, 'link.json'))
      const exporting = (target: string) =>
        cli(['export', '--format', 'json', '--output', target, join(folder, 'a.txt')])
      assert.equal((await exporting(join(folder, 'link.json'))).code, 0)
      assert.match(await readFile(join(folder, 'real.json'), 'utf8'), /ANNA/)
      for (const [target, reason] of [
        [folder, 'is a folder, and the export is one file'],
        ['/dev/null', 'is a device, not a file'],
        [join(folder, 'nowhere', 'all.json'), 'no such file or folder']
      ] as const) {
        const { code: exit, errors } = await exporting(target)
        assert.deepEqual([exit, errors], [1, `${target}: ${reason}\n`])
      }
    })
  })

  it('tells an article that fails and exports the others', async () => {
    await withFolder({ 'a.txt': a, 'b.txt': 'crash' }, async (folder) => {
      const { code: exit, output, errors } = await cli(['export', '--format', 'jsonl', folder])
      assert.deepEqual([exit, output.trimEnd().split('\n').length], [1, 1])
      assert.match(errors, /b\.txt: the engine stumbled\n/)
    })
  })

  it('tells what the format cannot hold, with numbers', async () => {
    await withAnnotated(decided, async (folder) => {
      const { code: exit, errors } = await cli(['export', '--format', 'jsonl', folder])
      assert.deepEqual([exit, errors], [0, 'jsonl: note: not as it is: the codebook (1)\n'])
    })
  })

  it('counts in code points on wish', async () => {
    await withFolder({ 'a.txt': '\u{1F327} ANNA sees rain.\n' }, async (folder) => {
      const contentOf = async (...options: string[]) =>
        (JSON.parse((await cli(['export', '--format', 'json', ...options, folder])).output) as Exported).articles[0]
          ?.quotes[0]?.content
      assert.deepEqual(await contentOf(), [[8, 17]])
      assert.deepEqual(await contentOf('--offsets', 'codepoints'), [[7, 16]])
    })
  })

  it('is wrong usage without a format, with an unknown one, or with two opposite wishes', async () => {
    for (const options of [
      [],
      ['--format', 'word'],
      ['--format', 'json', '--decisions-only', '--suggestions-only'],
      ['--format', 'json', '-']
    ])
      assert.equal((await cli(['export', ...options, 'a.txt'])).code, 2, options.join(' '))
  })

  if (several)
    it(`writes several files (${several.id}) to an empty folder or a zip, and to nothing else`, async () => {
      await withFolder({ 'a.txt': a, 'full/of.txt': '' }, async (folder) => {
        const exporting = (...output: string[]) =>
          cli(['export', '--format', several.id, ...output, join(folder, 'a.txt')])
        assert.equal((await exporting()).code, 2)
        const [empty, full] = [join(folder, 'empty'), join(folder, 'full')]
        await mkdir(empty)
        assert.equal((await exporting('--output', empty)).code, 0)
        assert.equal((await exporting('--output', join(folder, 'new'))).code, 0)
        assert.equal((await exporting('--output', join(folder, 'all.zip'))).code, 0)
        const zipped = unzipSync(await readFile(join(folder, 'all.zip')))
        const written = await readdir(empty, { recursive: true, withFileTypes: true })
        const files = written.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
        assert.deepEqual(
          files.map((file) => file.slice(empty.length + 1)).sort(),
          Object.keys(zipped).sort(),
          'folder and zip have the same files'
        )
        const { code: exit, errors } = await exporting('--output', full)
        assert.deepEqual([exit, errors], [1, `${full}: is a folder that is not empty\n`])
        await writeFile(join(folder, 'file'), 'old')
        assert.equal((await exporting('--output', join(folder, 'file'))).code, 1)
        assert.equal(await readFile(join(folder, 'file'), 'utf8'), 'old')
      })
    })
})

describe('formats, the verb', () => {
  it('lists every format, for people and for programs', async () => {
    const { output } = await cli(['formats'])
    const known = cliFormats({ parts: '', onInterrupt: () => () => undefined })
    assert.equal(output.trimEnd().split('\n').length, known.length + 1)
    // It is no terminal that it is written to: nothing is cut.
    for (const { description } of known) assert.ok(output.includes(description), description)
    const listed = JSON.parse((await cli(['formats', '--format', 'json'])).output) as { id: string; reads: boolean }[]
    assert.deepEqual(
      listed.map(({ id, reads }) => [id, reads]),
      known.map(({ id, read }) => [id, read !== undefined])
    )
    const alone = known.filter(({ id }) => !exchangeFormats.some((format) => format.id === id))
    assert.deepEqual([alone.map(({ id }) => id), known.length - exchangeFormats.length], [['sqlite'], 1])
  })
})

function lines({ id, text, entities, quotes, codings, rejected }: Exported['articles'][number]): readonly string[] {
  const names = new Map(entities.map((entity) => [entity.id, entity.name]))
  return [
    id,
    ...quotes.map(
      ({ speaker, content }) =>
        `${names.get(speaker)}: ${content.map(([start, end]) => text.slice(start, end)).join(' ')}`
    ),
    ...codings.map(({ name }) => `coded ${name}`),
    ...rejected.map(({ name }) => `not coded ${name}`)
  ]
}
