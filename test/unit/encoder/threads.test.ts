import { deepEqual, equal, ok } from 'node:assert/strict'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { openEncoder, type PreparedEncoder } from '../../../src/encoder'
import { root } from '../../engine'
import { digestOf } from './digestOf'
import { preparedFrom } from './encoders'
import { smallSizes, someWeights, weightsFile } from './someWeights'

const texts = Array.from(
  { length: 40 },
  (_, index) => `The mayor said that it will go on. ${'Go to it! '.repeat(5 + index)}`
)

async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'test/unit/encoder/readingThread.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs'
  })
  return outputFiles[0]!.text
}

/** What a thread of its own reads, with the memory that stands in `prepared`. */
function readInThread(code: string, prepared: PreparedEncoder, thread: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true, workerData: { prepared, thread, texts } })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

describe('threads that share the weights', function () {
  this.timeout(60_000)
  it('each says what one alone says, at the same time as the others', async () => {
    const file = weightsFile(someWeights())
    const shared = await preparedFrom(file, 3)
    ok(shared.isShared && shared.memory.buffer instanceof SharedArrayBuffer)
    const code = await script()
    const found = await Promise.all([0, 1, 2].map((thread) => readInThread(code, shared, thread)))
    const alone = openEncoder(await preparedFrom(file))
    const expected = texts.map((text) => digestOf(alone.read(text)))
    equal(new Set(expected).size, texts.length)
    for (const said of found) deepEqual(said, expected)
  })

  it('one more thread takes a workspace, not the weights once more', async () => {
    const file = weightsFile(someWeights({ ...smallSizes, pieces: 20_000 }), { ...smallSizes, pieces: 20_000 })
    const bytes = async (threads: number) => (await preparedFrom(file, threads)).memory.buffer.byteLength
    const { workspaceBytes } = await preparedFrom(file, 2)
    const page = 65_536
    // A memory has whole pages: either of the two may have up to one that is not full.
    ok(Math.abs((await bytes(4)) - (await bytes(2)) - 2 * workspaceBytes) < page)
    ok(workspaceBytes < file.length)
  })
})
