import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ListedImport } from '../../../src/cli/import'
import type { ListedDecision } from '../../../src/cli/listedDecision'
import { exchangeFormats } from '../../../src/exchange'
import { decisionOn } from '../workspace/memoryDecisions'
import { anna, code, withAnnotated } from './annotated'
import { withFolder } from './folder'
import { cli } from './ports'

const a = 'ANNA sees rain. BORIS sees sun.\n'

/** What a colleague made with brat: a person, a code, and words that are not in the article. */
const ofBrat = {
  'in/a.txt': 'ANNA sees rain. BORIS sees sun. Gone.\n',
  'in/a.ann': 'T1\tPerson 0 4\tANNA\nT2\tWeather 10 14\train\nT3\tWeather 32 36\tGone\n'
}

const codebooks: ReadonlySet<string> = new Set(['qdc', 'codebook-csv'])

describe('import, the verb', () => {
  it('takes what a colleague made as the layer of one annotator, by its words, and finds out the format', async () => {
    await withFolder({ 'articles/a.txt': `\u{1F327} ${a}`, ...ofBrat }, async (folder) => {
      const { code: exit, output, errors } = await importing(folder, 'Ana')
      assert.deepEqual([exit, errors], [0, ''])
      const [summary = '', ...rest] = output.split('\n')
      assert.equal(summary, '3 decisions imported from brat for Ana, 1 new code')
      assert.ok(rest.includes('a.txt           3               2        1      0'), output)
      assert.deepEqual(await decisionsIn(folder), [
        'Ana mention: person on ANNA, placed',
        'Ana code: Weather on rain, placed',
        'Ana code: Weather on Gone, orphan'
      ])
    })
  })

  it('changes nothing when the same is imported again, and writes nothing in a dry run', async () => {
    await withFolder({ 'articles/a.txt': a, ...ofBrat }, async (folder) => {
      const dry = await importing(folder, 'Ana', '--dry-run')
      assert.match(dry.output, /^3 decisions would be imported/)
      assert.deepEqual(await readdir(join(folder, 'articles')), ['a.txt'])
      await importing(folder, 'Ana')
      const before = await decisionsIn(folder)
      const again = JSON.parse((await importing(folder, 'Ana', '--result', 'json')).output) as ListedImport
      assert.deepEqual(
        again.articles.map(({ article, imported, known }) => [article, imported, known]),
        [['a.txt', 0, 3]]
      )
      assert.deepEqual(await decisionsIn(folder), before)
    })
  })

  for (const { id, writer, extension, cannotHold } of exchangeFormats.filter(
    (format) => format.read && !codebooks.has(format.id)
  ))
    it(`gives back what was exported as ${id}`, async () => {
      const layers = {
        'a.txt': {
          Rosa: [
            decisionOn(a, 'rain', { kind: 'code', code: code.id }, 'Rosa'),
            decisionOn(a, 'BORIS', { kind: 'mention', type: 'group', acting: false }, 'Rosa'),
            decisionOn(a, 'ANNA', { kind: 'mention', type: 'person', acting: false, who: anna }, 'Rosa')
          ]
        }
      }
      await withAnnotated({ articles: { 'a.txt': a }, layers, project: { codes: [code] } }, async (folder) => {
        await mkdir(join(folder, 'in'))
        const target = join(folder, 'in', writer.kind === 'files' ? 'all.zip' : `all.${extension}`)
        // Where a format cannot say what is only suggested, everything in it is taken as decided.
        const content = cannotHold.includes('status') ? ['--decisions-only'] : []
        const exported = await cli(['export', '--format', id, ...content, '--output', target, join(folder, 'a.txt')])
        assert.equal(exported.code, 0, exported.errors)
        await mkdir(join(folder, 'articles'))
        await writeFile(join(folder, 'articles', 'a.txt'), a)
        const before = (await decisionsIn(folder, 'a.txt')).filter(
          (line) => !(cannotHold.includes('code') && line.includes(' code: '))
        )
        await rm(join(folder, '.annotations'), { recursive: true })
        for (const options of [['--format', id], []]) {
          assert.equal((await importing(folder, 'Rosa', ...options)).code, 0)
          assert.deepEqual(
            await decisionsIn(folder),
            before,
            options.length === 0 ? 'when the format is found out' : id
          )
          await rm(join(folder, 'articles', '.annotations'), { recursive: true })
        }
      })
    })

  it('lists what does not fit', async () => {
    const files = {
      'articles/a.txt': a,
      'in/b.txt': 'Nothing of it.\n',
      'in/b.ann': 'T1\tPerson 0 7\tNothing\nT2\tbroken\n'
    }
    await withFolder(files, async (folder) => {
      const { problems } = JSON.parse((await importing(folder, 'Ana', '--result', 'json')).output) as ListedImport
      assert.ok(problems.length >= 2, JSON.stringify(problems))
      assert.ok(problems.some(({ message }) => message === 'no article has this text or name'))
      assert.deepEqual(await readdir(join(folder, 'articles')), ['a.txt'])
    })
  })

  it('fails where nothing can be read', async () => {
    await withFolder({ 'articles/a.txt': a, 'in/a.bin': '\u0000\u0001' }, async (folder) => {
      const { code: exit, errors } = await importing(folder, 'Ana')
      assert.deepEqual([exit, /no format has annotations or codes in it/.test(errors)], [1, true])
      const asked = await importing(folder, 'Ana', '--format', 'brat')
      assert.deepEqual([asked.code, /no annotations or codes of the format brat in it/.test(asked.errors)], [1, true])
      const missing = await cli(['import', join(folder, 'none'), '--into', folder, '--annotator', 'Ana'])
      assert.deepEqual([missing.code, missing.errors], [1, `${join(folder, 'none')}: no such file or folder\n`])
    })
  })

  it('says why a file of a known name cannot be read', async () => {
    const codebook = '<!DOCTYPE a [<!ENTITY x "y">]><CodeBook/>'
    await withFolder({ 'articles/a.txt': a, 'in/a.qdpx': 'PK\u0003\u0004', 'in/b.qdc': codebook }, async (folder) => {
      for (const [file, reason] of [
        ['a.qdpx', 'It is no complete zip file'],
        ['b.qdc', 'It has a document type, which is not read']
      ] as const) {
        const { code: exit, errors } = await cli([
          ...['import', join(folder, 'in', file), '--into', join(folder, 'articles'), '--annotator', 'Ana']
        ])
        assert.equal(exit, 1)
        assert.ok(errors.includes(`\n${file}: note: ${reason}\n`), errors)
      }
    })
  })

  it('is wrong usage without a folder or a name', async () => {
    for (const options of [
      ['--annotator', 'Ana'],
      ['--into', '.'],
      ['--into', '/nowhere', '--annotator', 'Ana'],
      ['--into', '.', '--annotator', ' ']
    ])
      assert.equal((await cli(['import', 'a.zip', ...options])).code, 2, options.join(' '))
  })

  it('leaves a codebook alone that it cannot read, and imports nothing', async () => {
    const files = { 'articles/a.txt': a, 'articles/.annotations/project.jsonld': '{"half', ...ofBrat }
    await withFolder(files, async (folder) => {
      assert.equal((await importing(folder, 'Ana')).code, 1)
      assert.equal(await readFile(join(folder, 'articles/.annotations/project.jsonld'), 'utf8'), '{"half')
      assert.deepEqual(await readdir(join(folder, 'articles/.annotations')), ['project.jsonld'])
    })
  })
})

function importing(folder: string, annotator: string, ...options: string[]) {
  return cli(['import', join(folder, 'in'), '--into', join(folder, 'articles'), '--annotator', annotator, ...options])
}

async function decisionsIn(folder: string, path = 'articles'): Promise<readonly string[]> {
  const { output } = await cli(['decisions', '--format', 'json', join(folder, path)])
  return (JSON.parse(output) as ListedDecision[]).map(
    ({ annotator, kind, value, words, state }) => `${annotator} ${kind}: ${value} on ${words}, ${state}`
  )
}
