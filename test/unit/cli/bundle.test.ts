import assert from 'node:assert/strict'
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { ContractLine } from '../../../src/exchange'
import { builtCli } from '../../builtCli'
import { root } from '../../engine'
import { withFolder } from './folder'

describe('the command line as a program', function () {
  this.timeout(60000)
  let folder: string
  let bundle: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'article-annotator-cli-'))
    bundle = await builtCli(folder, { withEncoder: true })
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

  describe('without its language model', () => {
    const samples = ['samples/geneva-talks-meridian.txt', 'samples/oslo-benefit-match.txt']
    /** Installs it once more, with other files in place of its own, or without them. */
    async function installed(changes: Readonly<Record<string, Uint8Array | undefined>>, use: (cli: string) => unknown) {
      const copy = await mkdtemp(join(folder, 'copy-'))
      await Promise.all(['dist', 'models'].map((name) => mkdir(join(copy, name))))
      const models = (await readdir(join(root, 'models'))).map((name) => `models/${name}`)
      for (const file of ['dist/cli.js', 'dist/kernels.wasm', ...models])
        if (!(file in changes)) await symlink(join(folder, file), join(copy, file))
      for (const [file, bytes] of Object.entries(changes)) if (bytes) await writeFile(join(copy, file), bytes)
      await use(join(copy, 'dist/cli.js'))
    }
    const analyzed = (cli: string, ...options: readonly string[]) =>
      finished(
        spawn(
          process.execPath,
          ['--preserve-symlinks-main', cli, 'analyze', '--format', 'jsonl', ...options, ...samples],
          {
            cwd: root
          }
        )
      )

    it('analyzes as it did before there was one, and says why in one line', async () => {
      const { code, output, errors } = await finished(
        start('analyze', '--format', 'jsonl', '--no-language-model', ...samples)
      )
      assert.deepEqual([code, errors], [0, ''])
      const weights = new Uint8Array(await readFile(join(root, 'models/encoder.safetensors')))
      weights[5_000_000]! ^= 4
      const missing = 'The language model is missing from the installation'
      const damaged = 'The language model is damaged: install the extension again'
      for (const [file, bytes, why] of [
        ['models/encoder.safetensors', undefined, `${missing} (no weights)`],
        ['models/encoder.safetensors', weights, `${damaged} (its checksum is another)`],
        ['models/encoder.safetensors', weights.subarray(0, 3000), `${damaged} (it has no header)`],
        ['dist/kernels.wasm', undefined, `${missing} (no kernels)`],
        [
          'dist/kernels.wasm',
          Uint8Array.of(0, 97, 115, 109, 2, 0, 0, 0),
          'The language model needs WebAssembly SIMD, which is not available here (the kernels are not valid here)'
        ]
      ] as const)
        await installed({ [file]: bytes }, async (cli) => {
          const without = await analyzed(cli)
          assert.deepEqual(
            [without.code, without.errors],
            [0, `language model: note: ${why}: articles are analyzed without it\n`]
          )
          assert.equal(without.output, output)
        })
    })

    it('and is not asked for it where nothing is analyzed', async () => {
      await installed({ 'models/encoder.safetensors': undefined }, async (cli) => {
        const { code, errors } = await finished(spawn(process.execPath, ['--preserve-symlinks-main', cli, 'formats']))
        assert.deepEqual([code, errors], [0, ''])
      })
    })
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

  // What only Linux has: devices that are full, pipes with names, descriptors that are passed on by number.
  if (process.platform === 'linux')
    describe('streams and files that are none', () => {
      const line = JSON.stringify({ id: 'a', text: 'Ada said no.' })
      const shell = (command: string) =>
        finished(
          spawn('bash', ['-c', command], { cwd: root, env: { ...process.env, CLI: `${process.execPath} ${bundle}` } })
        )

      it('a full device is an error, for every verb and format', async () => {
        for (const command of [
          'analyze --format jsonl samples',
          'analyze --format json samples',
          'analyze samples',
          'links samples',
          'links --format json samples',
          '--help',
          '--version'
        ])
          assert.deepEqual(
            await shell(`$CLI ${command} > /dev/full`),
            {
              code: 1,
              output: '',
              errors: 'article-annotator: standard output: no space left on the device\n'
            },
            command
          )
      })

      it('so is a limit of size that cuts a write in its middle, and a closed standard output', async () => {
        await withFolder({}, async (folder) => {
          const { code, errors } = await shell(
            `(ulimit -f 4; $CLI analyze --format jsonl samples > ${folder}/out.jsonl)`
          )
          assert.deepEqual(
            [code, errors],
            [1, 'article-annotator: standard output: the file would be larger than is allowed\n']
          )
        })
        const closed = await shell('$CLI links samples >&-')
        assert.deepEqual([closed.code, closed.errors], [1, 'article-annotator: standard output: is closed\n'])
        assert.equal((await shell('$CLI links samples > /dev/null')).code, 0)
      })

      it('messages that nobody can read do not make a failure a success', async () => {
        assert.equal((await shell('$CLI analyze nothing.txt 2> /dev/full')).code, 1)
        await withFolder({ 'a.txt': Buffer.from([0x63, 0x61, 0x66, 0xe9]) }, async (folder) => {
          assert.equal((await shell(`$CLI analyze ${folder}/a.txt 2> /dev/full`)).code, 1)
        })
      })

      it('a closed standard input and a folder as standard input are errors', async () => {
        for (const [redirection, message] of [
          ['<&-', 'stdin: standard input is closed\n'],
          ['< /tmp', 'stdin: standard input is a folder\n']
        ] as const) {
          const { code, errors } = await shell(`$CLI analyze --input jsonl - ${redirection}`)
          assert.deepEqual([code, errors], [1, message])
        }
        assert.equal((await shell('$CLI analyze --input jsonl - < /dev/null')).code, 0)
      })

      it('a pipe with a name and a device are told by name and never read; a pipe that is passed on open is read', async () => {
        await withFolder({ 'a.txt': 'Ada said no.' }, async (folder) => {
          const made = await shell(
            `cd ${folder} && mkfifo pipe p.txt && ln -s pipe b.txt && ln -s /dev/zero c.txt && ln -s nothing d.txt && ln -s e.txt e.txt`
          )
          assert.equal(made.code, 0)
          const { code, errors, output } = await shell(`$CLI analyze --format jsonl ${folder} ${folder}/pipe`)
          assert.equal(code, 1)
          assert.deepEqual(errors.replaceAll(`${folder}/`, '').trim().split('\n'), [
            'p.txt: is a named pipe, not a file',
            'b.txt: is a named pipe, not a file',
            'c.txt: is a device, not a file',
            'd.txt: no such file or folder',
            'e.txt: too many symbolic links',
            'pipe: is a named pipe, not a file'
          ])
          assert.equal(lines(output).length, 1)
        })
        const passed = await shell(`$CLI analyze --input jsonl <(echo '${line}')`)
        assert.deepEqual([passed.code, lines(passed.output).map(({ id }) => id)], [0, ['a']])
      })

      it('a file whose name is not UTF-8 is read and named, found in a folder or given', async () => {
        await withFolder({}, async (folder) => {
          const { code, errors, output } = await shell(
            `f=$(printf '${folder}/Z\\374rich.txt'); echo 'Ada said no.' > "$f"; $CLI analyze --format jsonl ${folder}; $CLI analyze --format jsonl "$f"`
          )
          assert.deepEqual([code, errors], [0, ''])
          assert.deepEqual(
            lines(output).map(({ id }) => id),
            Array.from({ length: 2 }, () => `${folder}/Z\u00FCrich.txt`)
          )
        })
      })
    })

  it('says in which encoding a file was read, and what spoiled a text', async () => {
    await withFolder(
      {
        'a.txt': Buffer.from('\u0093No,\u0094 said Zo\u00EB. It\u0092s on.', 'latin1'),
        'b.txt': 'W\u00C3\u00B6rter said no.',
        'c.txt': 'Zo\u00EB said no.'
      },
      async (folder) => {
        const { code, errors, output } = await finished(start('analyze', '--format', 'jsonl', folder))
        assert.equal(code, 0)
        assert.match(
          errors,
          /a\.txt: note: is not UTF-8; it was read as Windows-1252\n.*b\.txt: note: its text was read in a wrong encoding[^\n]*\n$/
        )
        assert.ok(lines(output)[0]?.entities.some(({ name }) => name === 'Zo\u00EB'))
      }
    )
  })

  it('never passes a control character or a value of megabytes on to a terminal', async () => {
    const hostile = 'x\u001B[31m\u009B\u202E\u2028'
    const child = start('analyze', '--input', 'jsonl', '-')
    const result = finished(child)
    child.stdin.end(
      `${JSON.stringify({ id: 'a', text: 'x', quotes: [{ content: ['y'.repeat(3_000_000)] }] })}\n${JSON.stringify({ id: hostile, text: '' })}\n`
    )
    for (const { errors, output } of [
      await result,
      await finished(start('analyze', `${hostile}.txt`)),
      await finished(start('analyze', '--format', hostile.repeat(2000), 'x'))
    ]) {
      assert.doesNotMatch((errors + output).replaceAll('\n', ''), /[\p{Cc}\u2028\u202E]/u)
      assert.ok(errors.length < 2000, `${errors.length} characters`)
    }
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
