import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expandedPaths } from '../../../src/cli/globs'
import { withFolder } from './folder'
import { cli } from './ports'

const line = (id: string) => `${JSON.stringify({ id, text: 'ANNA sees rain.' })}\n`
const idsOf = (output: string) =>
  output
    .split('\n')
    .filter(Boolean)
    .map((json) => (JSON.parse(json) as { id: string }).id)

/** Two lines (y and z), each packed by `zstd -19`, one behind the other. */
const zstd = readFileSync(join(import.meta.dirname, '../../fixtures/packed/two.jsonl.zst'))

describe('packed inputs', () => {
  it('are read as what is in them: .gz of several members, .zst of several frames', async () => {
    const files = {
      'a.jsonl.gz': Buffer.concat([gzipSync(line('a')), gzipSync(line('b'))]),
      'b.jsonl.zst': zstd,
      'c.txt.gz': gzipSync('BORIS sees sun.')
    }
    await withFolder(files, async (folder) => {
      const { code, output, errors } = await cli([
        ...['analyze', '--input', 'jsonl'],
        ...[join(folder, 'a.jsonl.gz'), join(folder, 'b.jsonl.zst')]
      ])
      assert.deepEqual([code, errors], [0, ''])
      assert.deepEqual(idsOf(output), ['a', 'b', 'y', 'z'])
      const text = await cli(['analyze', '--format', 'jsonl', join(folder, 'c.txt.gz')])
      assert.deepEqual([text.code, idsOf(text.output)], [0, [join(folder, 'c.txt.gz')]])
      assert.match(text.output, /BORIS/)
    })
  })

  it('that are cut off or none are named, and the rest is done', async () => {
    const gzip = gzipSync(Array.from({ length: 2000 }, (_, index) => line(`${index * 7919}`)).join(''))
    const files = {
      'a.jsonl.gz': gzip.subarray(0, gzip.length / 2),
      'b.jsonl.gz': 'hello',
      'c.jsonl.zst': zstd.subarray(0, zstd.length - 9),
      'd.jsonl.zst': 'hello, this is no zstd',
      'e.jsonl': line('e')
    }
    await withFolder(files, async (folder) => {
      const { code, output, errors } = await cli(['analyze', '--input', 'jsonl', join(folder, '*.{jsonl,gz,zst}')])
      assert.equal(code, 1)
      const named = errors
        .replaceAll(folder, '')
        .split('\n')
        .filter((message) => message.includes('damaged'))
      assert.deepEqual(
        named.map((message) => message.replace(/(damaged).*/, '$1')),
        [
          '/a.jsonl.gz: its gzip is damaged',
          '/b.jsonl.gz: its gzip is damaged',
          '/c.jsonl.zst: its zstd is damaged',
          '/d.jsonl.zst: its zstd is damaged'
        ]
      )
      assert.equal(idsOf(output).at(-1), 'e')
    })
  })
})

describe('patterns', () => {
  it('are files in order, without what is hidden; a file of that name is itself; without a match a missing file', async () => {
    const files = { 'b/1.txt': '', 'a/2.txt': '', 'a/.3.txt': '', 'a/c/4.md': '', 'a[1].txt': '', '.h/5.txt': '' }
    await withFolder(files, async (folder) => {
      const expanded = async (...patterns: readonly string[]) =>
        (await expandedPaths(patterns.map((name) => join(folder, name)).map((name) => ({ path: name, name })))).map(
          ({ name }) => name.slice(folder.length + 1)
        )
      assert.deepEqual(await expanded('**/*.txt'), ['a/2.txt', 'a[1].txt', 'b/1.txt'])
      assert.deepEqual(await expanded('*/*.txt', 'a/2.txt'), ['a/2.txt', 'b/1.txt'])
      assert.deepEqual(await expanded('{a,b}/**/*.{txt,md}'), ['a/2.txt', 'a/c/4.md', 'b/1.txt'])
      assert.deepEqual(await expanded('a[1].txt'), ['a[1].txt'])
      assert.deepEqual(await expanded('*.nothing', 'none/*.txt'), ['*.nothing', 'none/*.txt'])
    })
  })
})
