import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LinksResult } from '../../../src/cli/links'
import { lineFiles } from '../../../src/cli/lineSorter'
import { decisionOn } from '../workspace/memoryDecisions'
import { withAnnotated } from './annotated'
import { withFolder } from './folder'
import { cli } from './ports'

const storm = 'sees heavy rain over the whole northern coast until noon'
const lines = (...texts: readonly string[]) =>
  texts.map((text, index) => `${JSON.stringify({ id: `${index}`, text })}\n`).join('')

/** As an engine sorts: by bytes. */
function sorted(records: string): string {
  return execFileSync('sort', ['-u'], { input: records, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
}

describe('links --map and --reduce', () => {
  const input = lines(
    `ANNA ${storm}. BORIS sees sun.`,
    `BORIS ${storm}. ANNA says no.`,
    'nothing',
    `CLAUDE ${storm} today. ANNA sees sun.`,
    'ANNA sees it "\u2028" \u{1f600}.'
  )

  it('give the bytes of links, in any number of shards', async () => {
    const { output: whole } = await cli(['links', '--input', 'jsonl', '-'], { input })
    for (const count of [1, 2, 3, 9]) {
      const shards: string[] = []
      for (let index = count; index >= 1; index--) {
        const argv = ['links', '--input', 'jsonl', '-', '--map', '--shard', `${index}/${count}`]
        shards.push((await cli(argv, { input })).output)
      }
      const { code, output, errors } = await cli(['links', '--reduce', '-'], { input: sorted(shards.join('')) })
      assert.deepEqual([code, errors], [0, ''])
      assert.equal(Buffer.from(output).toString(), whole)
    }
  })

  it('join and part whom a person gave an identity, in whatever shards they are', async () => {
    const articles = {
      'a.txt': `ANNA ${storm}.`,
      'b.txt': `BORIS ${storm}.`,
      'c.txt': 'ANNA sees sun.',
      'd.txt': 'BORIS sees sun.'
    }
    const said = (article: keyof typeof articles, name: string, iri: string) => {
      const who = { iri: `https://example.org/${iri}`, name, type: 'person' } as const
      return { Rosa: [decisionOn(articles[article], name, { kind: 'identity', who }, 'Rosa')] }
    }
    const layers = {
      'a.txt': said('a.txt', 'ANNA', 'one'),
      'b.txt': said('b.txt', 'BORIS', 'one'),
      'c.txt': said('c.txt', 'ANNA', 'other')
    }
    await withAnnotated({ articles, layers }, async (folder) => {
      const { output: whole } = await cli(['links', '--format', 'json', folder])
      const { speakers } = JSON.parse(whole) as LinksResult
      assert.deepEqual(
        speakers.map(({ quotes }) => quotes.map(({ article }) => article.slice(folder.length + 1)).join(' ')),
        ['a.txt b.txt d.txt', 'c.txt']
      )
      for (const count of [1, 2, 5]) {
        const map = (index: number) => cli(['links', '--map', '--shard', `${index}/${count}`, folder])
        const shards = await Promise.all(Array.from({ length: count }, (_, index) => map(index + 1)))
        const records = sorted(shards.map(({ output }) => output).join(''))
        const { output } = await cli(['links', '--reduce', '-'], { input: records })
        assert.equal(output, whole)
      }
    })
  })

  it('give nothing for no articles', async () => {
    const { output } = await cli(['links', '--reduce', '-'], { input: '' })
    assert.equal(output, '{"speakers":[],"reuse":[]}\n')
  })

  it('name a missing shard, a bad record, what is cut off, and what is not sorted', async () => {
    const { output: records } = await cli(['links', '--input', 'jsonl', '-', '--map', '--shard', '1/2'], { input })
    const reduce = (records: string) => cli(['links', '--reduce', '-'], { input: records })
    const missing = await reduce(sorted(records))
    assert.deepEqual([missing.code, missing.output], [1, ''])
    assert.equal(missing.errors, 'stdin: shard 2 of 2 is missing\n')
    const whole = sorted(records).replace(/^a!0.*\n/m, '')
    const bad = await reduce(`hello\n${whole}`)
    assert.deepEqual([bad.code, bad.errors], [1, 'stdin:1: is no record: no key before a tab\n'])
    const cut = await reduce(whole.slice(0, whole.indexOf('\nc!') + 1))
    assert.deepEqual([cut.code, cut.output], [1, ''])
    assert.match(cut.errors, /^stdin: the records are not those of the articles/)
    const unsorted = await reduce(whole.split('\n').reverse().slice(1).join('\n'))
    assert.deepEqual([unsorted.code, unsorted.output], [1, ''])
    assert.match(unsorted.errors, /^stdin:\d+: the keys are not in order/)
  })

  it('refuse what contradicts itself', async () => {
    for (const argv of [
      ['--map', '--reduce', 'x'],
      ['--map', '--format', 'table', 'x'],
      ['--reduce', 'x', 'y'],
      ['--partial', 'x'],
      ['--shard', '1/2', 'x'],
      ['--map', '--shard', '3/2', 'x'],
      ['--map', '--shard', '0/2', 'x'],
      ['--map', '--missing', 'x']
    ])
      assert.equal((await cli(['links', ...argv])).code, 2, argv.join(' '))
  })
})

describe('--output', () => {
  const analyze = (folder: string, ...more: readonly string[]) =>
    cli(['analyze', '--input', 'jsonl', join(folder, 'in.jsonl'), '--output', join(folder, 'out.jsonl'), ...more])

  it('is whole, lists what failed beside it, and --missing does only what is missing or had failed', async () => {
    await withFolder({ 'in.jsonl': `${lines('ANNA sees rain.')}oops\n` }, async (folder) => {
      const out = join(folder, 'out.jsonl')
      const first = await analyze(folder, '--missing')
      assert.equal(first.code, 1)
      assert.match(first.errors, /in\.jsonl:2: /)
      assert.match(await readFile(out, 'utf8'), /^\{"id":"0".*\}\n$/)
      assert.equal(
        (JSON.parse(await readFile(`${out}.failures`, 'utf8')) as { name: string }).name,
        join(folder, 'in.jsonl:2')
      )
      assert.equal((await analyze(folder, '--missing')).code, 1)
      await writeFile(join(folder, 'in.jsonl'), lines('ANNA sees rain.'))
      const mended = await analyze(folder, '--missing')
      assert.deepEqual([mended.code, mended.errors], [0, ''])
      await writeFile(out, 'kept')
      const again = await analyze(folder, '--missing')
      assert.deepEqual([again.code, again.errors], [0, `${out}: note: is there: nothing was done\n`])
      assert.equal(await readFile(out, 'utf8'), 'kept')
      assert.deepEqual(readdirSync(folder).sort(), ['in.jsonl', 'out.jsonl'])
    })
  })

  it('is not there when it cannot be written, or when the engine cannot be loaded', async () => {
    await withFolder({ 'in.jsonl': lines('ANNA sees rain.') }, async (folder) => {
      const nowhere = await analyze(join(folder), '--output', join(folder, 'none/out.jsonl'))
      assert.equal(nowhere.code, 1)
      assert.match(nowhere.errors, /none\/out\.jsonl: no such file or folder/)
      const onFolder = await analyze(folder, '--output', folder)
      assert.deepEqual([onFolder.code, onFolder.errors], [1, `${folder}: is a folder\n`])
      assert.deepEqual(readdirSync(folder), ['in.jsonl'])
      const broken = await cli(['analyze', folder, '--output', join(folder, 'o')], { engine: new Error('no models') })
      assert.deepEqual([broken.code, existsSync(join(folder, 'o'))], [1, false])
    })
  })
})

describe('--shard', () => {
  it('has each article, and each failure, in one shard, whatever else there is', async () => {
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`${index}.txt`, 'ANNA sees rain.']))
    await withFolder({ ...files, '7.txt': new Uint8Array([0, 1, 2, 0]) }, async (folder) => {
      const shard = async (index: number) => {
        const { output, errors } = await cli(['analyze', '--format', 'jsonl', '--all', folder, '--shard', `${index}/4`])
        return {
          errors,
          ids: output
            .split('\n')
            .filter(Boolean)
            .map((line) => (JSON.parse(line) as { id: string }).id)
        }
      }
      const before = [await shard(1), await shard(2), await shard(3), await shard(4)]
      assert.equal(before.flatMap(({ ids }) => ids).length, 199)
      assert.equal(new Set(before.flatMap(({ ids }) => ids)).size, 199)
      assert.equal(before.filter(({ errors }) => errors.includes('7.txt')).length, 1)
      assert.ok(
        before.every(({ ids }) => ids.length > 20),
        'the shards are about as large'
      )
      await writeFile(join(folder, '00.txt'), 'BORIS sees rain.')
      const after = [await shard(1), await shard(2), await shard(3), await shard(4)]
      assert.deepEqual(
        after.map(({ ids }) => ids.filter((id) => !id.endsWith('/00.txt'))),
        before.map(({ ids }) => ids)
      )
    })
  })
})

describe('lines that are sorted in temporary files', () => {
  it('come back in order, however few fit into memory', () => {
    for (const atOnce of [1, 500, 1_000_000]) {
      const files = lineFiles({ onInterrupt: () => () => undefined }, atOnce)
      const given = Array.from({ length: 200 }, (_, index) => `${(index * 7919) % 200}\t\u00e9`)
      const sorter = files.sorter()
      for (const line of given) sorter.put(line)
      assert.deepEqual([...sorter.sorted()], [...given].sort())
      const spool = files.spool()
      for (const line of given) spool.put(line)
      assert.deepEqual([...spool.all()], given)
      files.remove()
    }
  })
})
