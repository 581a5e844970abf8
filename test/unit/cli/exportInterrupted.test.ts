import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportOutput } from '../../../src/cli/exportOutput'
import { exchangeFormats, exportInput, lossCounter, type ExchangeFormat } from '../../../src/exchange'
import { pause } from '../../../src/util/pause'
import { builtCli } from '../../builtCli'
import { exampleArticle } from '../exchange/exampleArticle'
import { nobodyCancels, now, sourceOf } from '../exchange/exportOf'
import { withFolder } from './folder'

const [oneFile, severalFiles] = (['file', 'files'] as const).map(
  (kind) => exchangeFormats.find(({ id, writer }) => writer.kind === kind && id !== 'xlsx') ?? assert.fail(kind)
)

describe('an export that is interrupted', () => {
  for (const [name, format] of [
    ['all.out', oneFile],
    ['all.zip', severalFiles],
    ['all', severalFiles]
  ] as const)
    it(`leaves no half file, nor anything beside it: ${format?.id} to ${name}`, async () => {
      await withFolder({ 'keep.txt': '' }, async (folder) => {
        const during = await interrupted(format!, join(folder, name), folder)
        assert.equal(during.length, 2, `while it is written there is ${during.join(', ')}`)
        assert.deepEqual(await readdir(folder), ['keep.txt'])
      })
    })

  it('leaves the file that was there when it fails', async () => {
    await withFolder({ 'all.out': 'old' }, async (folder) => {
      const path = join(folder, 'all.out')
      const output = await exportOutput(path, oneFile!, { onInterrupt: () => () => undefined })
      const failing = sourceOf([], {
        // eslint-disable-next-line @typescript-eslint/require-await -- articles of a real export are unpacked one by one
        async *articles() {
          throw new Error('cannot be unpacked')
        }
      })
      await assert.rejects(output.write(oneFile!, await inputOf(failing)), /cannot be unpacked/)
      assert.deepEqual([await readdir(folder), await readFile(path, 'utf8')], [['all.out'], 'old'])
    })
  })

  it('leaves no temporary file when the process is ended from outside, and ends as it was told', async () => {
    await withFolder({}, async (folder) => {
      const home = await mkdtemp(join(tmpdir(), 'article-annotator-cli-'))
      try {
        const bundle = await builtCli(home)
        const temporary = join(folder, 'tmp')
        await mkdir(temporary)
        const target = join(folder, 'out.json')
        const child = spawn(
          process.execPath,
          [bundle, 'export', '--format', 'json', '--input', 'jsonl', '--output', target, '-'],
          { env: { ...process.env, TMPDIR: temporary } }
        )
        child.stdin.write(`${JSON.stringify({ id: 'a', text: 'Anna Berg said it was over.' })}\n`)
        const deadline = Date.now() + 30_000
        while ((await readdir(temporary)).length === 0 && Date.now() < deadline) await pause(20)
        assert.equal((await readdir(temporary)).length, 1, 'the articles are put aside')
        child.kill('SIGTERM')
        const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
        assert.deepEqual(
          [code, signal, await readdir(temporary), await readdir(folder)],
          [null, 'SIGTERM', [], ['tmp']]
        )
      } finally {
        await rm(home, { recursive: true, force: true })
      }
    })
  }).timeout(60_000)
})

/** What is in the folder when the first article is asked for again and again; then the interruption comes. */
async function interrupted(format: ExchangeFormat, path: string, folder: string): Promise<readonly string[]> {
  let cleanUp: (() => void) | undefined
  let during: readonly string[] = []
  const output = await exportOutput(path, format, {
    onInterrupt: (given) => {
      cleanUp = given
      return () => undefined
    }
  })
  const source = sourceOf([exampleArticle()], {
    async *articles() {
      yield { article: exampleArticle({ name: 'a.txt' }) }
      during = await readdir(folder)
      cleanUp?.()
      // Here the process ends.
      throw new Error('ended')
    }
  })
  await assert.rejects(output.write(format, await inputOf(source)), /ended/)
  return during
}

function inputOf(source: Parameters<typeof exportInput>[0]) {
  return exportInput(source, { content: 'both', offsets: 'utf16', now }, nobodyCancels, lossCounter())
}
