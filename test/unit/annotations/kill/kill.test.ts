import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  isUnreadable,
  layerPath,
  lockPath,
  openAnnotationStore,
  readLayer,
  replacementOf
} from '../../../../src/annotations'
import { nodeAnnotationFiles } from '../../../../src/cli/annotationFiles'
import { article, kept, numberOf } from './numbered'
import { bundledWriter, startWriter } from './programs'

const path = layerPath(article, 'anna')

describe('programs that write annotations', function () {
  this.timeout(180_000)
  let folder: string
  let writer: string
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'aa-kill-'))
    writer = await bundledWriter(folder)
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('leave the old file or the new one when they are killed, 200 times', async () => {
    const found = { locks: 0, replacements: 0, saved: 0 }
    await Promise.all(['one', 'two'].map((lane) => killed(join(folder, lane), 100, found)))
    // It was not always between two saves.
    assert.ok(found.locks >= 20, JSON.stringify(found))
    assert.ok(found.replacements >= 5, JSON.stringify(found))
    assert.ok(found.saved >= 150, JSON.stringify(found))
  })

  async function killed(
    root: string,
    times: number,
    found: { locks: number; replacements: number; saved: number }
  ): Promise<void> {
    let last = 0
    for (let time = 0; time < times; time++) {
      let before = Math.floor(Math.random() * 4)
      const { child, lines } = startWriter(writer, [root, 'killed', '0', '1000000'], () => {
        if (before-- === 0) setTimeout(() => child.kill('SIGKILL'), Math.random() * 15)
      })
      const told = (await lines).filter((line) => line !== 'go')
      assert.deepEqual(
        told.filter((line) => !/^\d+$/.test(line)),
        []
      )
      found.saved += told.length
      const completed = Math.max(last, ...told.map(Number))
      if (existsSync(join(root, lockPath))) found.locks++
      if (existsSync(join(root, replacementOf(path)))) found.replacements++
      last = stateOf(root)
      assert.ok(last === completed || last === completed + 1, `said ${completed}, found ${last}`)
    }
  }

  /** The number of the last decision in the file, which is whole and has exactly the decisions before it. */
  function stateOf(root: string): number {
    if (!existsSync(join(root, path))) return 0
    const read = readLayer(readFileSync(join(root, path), 'utf8'))
    assert.ok(!isUnreadable(read), 'torn')
    assert.deepEqual(read.remarks, [])
    const numbers = read.content.decisions.map(numberOf)
    const state = Math.max(...numbers)
    const from = Math.max(1, state - kept + 1)
    assert.deepEqual(
      numbers,
      Array.from({ length: state - from + 1 }, (_, index) => from + index)
    )
    return state
  }

  it('lose nothing when two write one file at a time', async () => {
    const root = join(folder, 'two writers')
    const writers = [0, 1000, 2000].map((first) => startWriter(writer, [root, 'beside', String(first), '40']))
    const lines = (await Promise.all(writers.map(({ lines: told }) => told))).flat()
    assert.deepEqual(
      lines.filter((line) => !/^(go|\d+)$/.test(line)),
      []
    )
    const { layers, problems } = await openAnnotationStore(nodeAnnotationFiles(root), undefined).layers(article)
    assert.deepEqual(problems, [])
    const expected = [0, 1000, 2000].flatMap((first) => Array.from({ length: 40 }, (_, index) => first + index + 1))
    assert.deepEqual(
      layers.flatMap(({ decisions }) => decisions.map(numberOf)),
      expected
    )
  })
})
