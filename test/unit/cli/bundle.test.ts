import assert from 'node:assert/strict'
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { build } from 'esbuild'
import type { ContractLine } from '../../../src/exports'
import { root } from '../../engine'
import { withFolder } from './folder'

describe('the command line as a program', function () {
  this.timeout(60000)
  let folder: string
  let bundle: string

  // A bundle of the tree as it is, laid out as in the package: dist/cli.js beside models/.
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'article-annotator-cli-'))
    bundle = join(folder, 'dist/cli.js')
    await build({
      entryPoints: [join(root, 'src/cli/main.ts')],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'error'
    })
    await symlink(join(root, 'models'), join(folder, 'models'), 'junction')
  })
  after(() => rm(folder, { recursive: true, force: true }))

  it('analyzes the samples and says how each of them went', async () => {
    const { code, output, errors } = await finished(start('analyze', '--format', 'jsonl', 'samples'))
    assert.deepEqual([code, errors], [0, ''])
    const names = (await readdir(join(root, 'samples'))).sort()
    assert.deepEqual(
      lines(output).map(({ id }) => id),
      names.map((name) => `samples/${name}`)
    )
    for (const { id, entities, quotes } of lines(output)) assert.ok(entities.length > 5 && quotes.length > 5, id)
  })

  it('links the samples: the same people speak in several of them', async () => {
    const { code, output } = await finished(start('links', '--format', 'json', 'samples'))
    assert.equal(code, 0)
    const { speakers, reuse } = JSON.parse(output) as {
      speakers: { name: string; quotes: { article: string }[] }[]
      reuse: unknown[]
    }
    const shared = speakers
      .filter(({ quotes }) => new Set(quotes.map(({ article }) => article)).size > 1)
      .map(({ name }) => name)
    for (const name of ['Gulnara Ashimova', 'Ingrid Solvang', 'Timur Bekenov'])
      assert.ok(shared.includes(name), `${name} is not among ${shared.join(', ')}`)
    assert.ok(reuse.length > 0)
  })

  it('answers a line before the next one comes', async () => {
    const child = start('analyze', '--input', 'jsonl', '-')
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]()
    for (const id of ['one', 'two', 'three']) {
      child.stdin.write(`${JSON.stringify({ id, text: '\u201cNo,\u201d said Ada Brandt.' })}\n`)
      const answer = await answers.next()
      assert.equal((JSON.parse(String(answer.value)) as ContractLine).id, id)
    }
    child.stdin.end()
    assert.equal((await once(child, 'exit'))[0], 0)
  })

  it('holds one line at a time: 120 MB pass through a heap of 96', async () => {
    const child = spawn(process.execPath, ['--max-old-space-size=96', bundle, 'analyze', '--input', 'jsonl', '-'], {
      cwd: root
    })
    const quotes = [{ content: [[0, 5]], cue: null, source: [[11, 14]], kind: 'direct' }]
    const line = `${JSON.stringify({ id: 'a', text: '\u201cNo,\u201d said Ada.', quotes, padding: 'x'.repeat(1 << 20) })}\n`
    Readable.from(Array.from({ length: 120 }, () => line)).pipe(child.stdin)
    const { code, output, errors } = await finished(child)
    assert.deepEqual([code, errors.slice(-400)], [0, ''])
    assert.deepEqual(
      lines(output).map((answer) => answer.quotes.length),
      Array.from({ length: 120 }, () => 1)
    )
  })

  it('ends without a word when its reader goes away', async () => {
    const child = start(
      'analyze',
      '--format',
      'jsonl',
      ...Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? './samples' : 'samples'))
    )
    const errors: string[] = []
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
    child.stdout.once('data', () => child.stdout.destroy())
    assert.deepEqual([(await once(child, 'exit'))[0], errors.join('')], [0, ''])
  })

  it('exits with 1 when something failed and with 2 on wrong usage', async () => {
    const failed = await finished(start('analyze', 'samples/geneva-talks-meridian.txt', 'samples/no-such-article.txt'))
    assert.deepEqual([failed.code, failed.errors], [1, 'samples/no-such-article.txt: no such file or folder\n'])
    assert.match(failed.output, /Karimjonov/)
    assert.equal((await finished(start('analyze'))).code, 2)
  })

  describe('survives bad input', () => {
    it('a binary file, 50 MB on one line, half characters, open quotation marks, nothing at all', async () => {
      const files = {
        'binary.txt': Uint8Array.from({ length: 4096 }, (_, index) => index % 256),
        'empty.txt': '',
        'half.txt': Buffer.from('\uFEFFHe said \uD83D no.', 'utf16le'),
        'huge.txt': 'word '.repeat(10_000_000),
        'marks.txt': '\u201c\u201e\u2018"\u00AB\'\u2019 said "'.repeat(5000),
        'nul.txt': `${'text '.repeat(200)}\0 said "\0`,
        'rtl.txt': '\u202E\u05D0\u05DE\u05E8 \u201c\u05DC\u05D0\u201d \u{1F469}\u200D\u{1F680} said Ada.'
      }
      await withFolder(files, async (folder) => {
        const { code, output, errors } = await finished(start('analyze', '--format', 'jsonl', folder))
        assert.equal(code, 1)
        assert.deepEqual(errors.replaceAll(`${folder}/`, '').split('\n'), [
          'binary.txt: is a binary file, not text',
          'half.txt: note: has bytes that are not UTF-16 LE; U+FFFD stands for them',
          'huge.txt: is longer than 5 million characters',
          ''
        ])
        assert.deepEqual(
          lines(output).map(({ id }) => id.replace(`${folder}/`, '')),
          ['empty.txt', 'half.txt', 'marks.txt', 'nul.txt', 'rtl.txt']
        )
      })
    })

    it('a JSON line with a text of 50 MB, and the next line is still done', async () => {
      const child = start('analyze', '--input', 'jsonl', '-')
      const result = finished(child)
      child.stdin.end(
        `${JSON.stringify({ id: 'huge', text: 'x'.repeat(50_000_000) })}\n${JSON.stringify({ id: 'next', text: '"\uDC00' })}\n`
      )
      const { code, output, errors } = await result
      assert.deepEqual(
        [code, errors, lines(output).map(({ id }) => id)],
        [1, 'stdin:1: is longer than 5 million characters\n', ['next']]
      )
    })
  })

  function start(...argv: string[]): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, [bundle, ...argv], { cwd: root })
  }
})

async function finished(
  child: ChildProcessWithoutNullStreams
): Promise<{ code: unknown; output: string; errors: string }> {
  const output: Buffer[] = []
  const errors: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
  const [code] = (await once(child, 'close')) as [unknown]
  return { code, output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() }
}

function lines(output: string): ContractLine[] {
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ContractLine)
}
