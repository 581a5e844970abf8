import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { compiledKernels } from '../../build/kernels.mjs'
import { openEncoder, prepareEncoder } from '../../src/encoder/index.js'
import { root } from '../engine.js'
import { openBrowser } from '../host/session.js'
import { readingSums } from './fixtures/readingSums.js'

const oddTexts = ['', 'a'.repeat(3000), '\0 \u{1f600}\u200d\ud800 said \u05d0\u05de\u05e8.', 'said\n'.repeat(400)]

describe("the encoder in a browser's worker", () => {
  let browser: Browser
  before(async () => {
    browser = await openBrowser()
  })
  after(async () => browser?.close())

  it('says what it says in Node', async () => {
    const names = ['geneva-talks-meridian.txt', 'oslo-benefit-match.txt']
    const samples = await Promise.all(names.map((name) => readFile(join(root, 'samples', name), 'utf8')))
    const texts = [...samples, ...oddTexts]
    const weights = new Uint8Array(await readFile(join(root, 'models/encoder.safetensors')))
    const kernels = await compiledKernels()
    const prepared = prepareEncoder({ weights, kernels })
    assert.ok(!('problem' in prepared))
    const encoder = openEncoder(prepared)
    const expected = texts.map((text) => readingSums(encoder.read(text)))

    const { outputFiles } = await build({
      entryPoints: [join(root, 'test/ui/fixtures/encoderWorker.ts')],
      ...{ bundle: true, write: false, platform: 'browser', format: 'iife' }
    })
    const page = await browser.newPage()
    const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
    const read = await page.evaluate(readInWorker, {
      script: outputFiles[0]!.text,
      files: { weights: base64(weights), own: base64(kernels.own), shared: base64(kernels.shared) },
      texts
    })
    await page.close()
    assert.deepEqual(read, { version: prepared.version, read: expected })
    assert.equal(new Set(expected.map(String)).size, texts.length)
  })
})

interface Given {
  readonly script: string
  readonly files: Readonly<Record<'weights' | 'own' | 'shared', string>>
  readonly texts: readonly string[]
}

/** Runs in the page: without functions that have names, for which the tests' loader puts in calls that a page does not know. */
function readInWorker({ script, ...given }: Given): Promise<{ version: string; read: number[][] }> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })))
    worker.onmessage = ({ data }) => {
      worker.terminate()
      resolve(data as { version: string; read: number[][] })
    }
    worker.onerror = (event) => reject(new Error(event.message))
    worker.postMessage(given)
  })
}
