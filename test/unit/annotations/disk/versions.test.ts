import assert from 'node:assert/strict'
import {
  isUnreadable,
  layerPath,
  openAnnotationStore,
  readLayer,
  writeLayer,
  type Decision
} from '../../../../src/annotations'
import type { JsonObject } from '../../../../src/annotations/disk/json'
import { readFile, type Migrations } from '../../../../src/annotations/disk/readFile'
import { layerVersion } from '../../../../src/annotations/disk/vocabulary'
import { finish } from '../../../../src/util/steps'
import { anna, everyKind, text } from './decisions'
import { memoryFiles } from './memoryFiles'

const article = 'news/a.txt'
const path = layerPath(article, anna.creator)
const layer = { annotator: anna.creator, decisions: everyKind }
const written = writeLayer(layer, article, { text })
const ofVersion = (its: string) => written.replace(`"version": ${layerVersion},\n`, its && `"version": ${its},\n`)

/** As if two versions had come since: "was" became "is", and then "is" became a list. */
const migrations: Migrations = new Map<number, (file: JsonObject) => JsonObject>([
  [1, ({ was, ...file }) => ({ ...file, version: 2, is: was! })],
  [2, ({ is, ...file }) => ({ ...file, version: 3, is: [is!] })]
])

describe('the versions of the annotations\u2019 files', () => {
  it('are migrated one after the other up to the present one', () => {
    const read = (file: string) => finish(readFile(file, 3, migrations))
    assert.deepEqual(read('{"version": 1, "was": "x"}'), { version: 3, is: ['x'] })
    assert.deepEqual(read('{"version": 2, "is": "x"}'), { version: 3, is: ['x'] })
    assert.deepEqual(read('{"version": 3, "is": ["x"]}'), { version: 3, is: ['x'] })
  })

  it('are told where no migration leads to the present one, or they are newer', () => {
    const said = (file: string) => {
      const read = finish(readFile(file, 3, migrations))
      return isUnreadable(read) ? `${read.wrong}: ${read.detail}` : 'read'
    }
    assert.deepEqual(
      ['0', '-1', '4', '1.5', '"1"', 'null', '1e400'].map((its) => said(`{"version": ${its}}`)),
      [
        'broken: Its version, 0, is not known',
        'broken: Its version, -1, is not known',
        'newer-version: It has version 4, which is newer than 3',
        'broken: Its version is not a whole number',
        'broken: Its version is not a whole number',
        'broken: Its version is not a whole number',
        'broken: Its version is not a whole number'
      ]
    )
  })

  it('other than the present one stay as they are on disk, and what is decided meanwhile waits', async () => {
    for (const its of ['0', '3', '"1"']) {
      const files = memoryFiles({ [path]: ofVersion(its) })
      const store = openAnnotationStore(files, undefined)
      const { problem } = await store.saveLayer(article, anna.creator, [{ before: everyKind[0]! }], text)
      assert.equal(problem?.kind, its === '3' ? 'newer-version' : 'broken')
      assert.equal(files.contents.get(path), ofVersion(its))
      files.contents.set(path, written)
      assert.deepEqual(await store.retry(), [])
      const { layers } = await store.layers(article)
      assert.equal(layers[0]?.decisions.length, everyKind.length - 1)
    }
  })

  it('before the present one are read as they were', () => {
    for (const its of ['1', '2']) {
      const read = readLayer(ofVersion(its))
      assert.ok(!isUnreadable(read))
      assert.deepEqual([[...read.content.decisions].sort(byId), read.remarks], [everyKind, []])
    }
  })

  it('are the oldest ones that can say everything, so that a decision that is taken back leaves the file as it was', async () => {
    const versionOf = () => /"version": \d/.exec(files.contents.get(path) ?? '')?.[0]
    const refused = everyKind.find(({ kind }) => kind === 'noCode')!
    const files = memoryFiles({})
    const store = openAnnotationStore(files, undefined)
    await store.saveLayer(article, anna.creator, [{ after: everyKind[0]! }], text)
    const before = files.contents.get(path)
    assert.equal(versionOf(), '"version": 1')
    await store.saveLayer(article, anna.creator, [{ after: refused }], text)
    assert.equal(versionOf(), '"version": 2')
    await store.saveLayer(article, anna.creator, [{ before: refused }], text)
    assert.equal(files.contents.get(path), before)
  })

  it('a file without one is another program\u2019s: it is read, and has one from the first decision on', async () => {
    const files = memoryFiles({ [path]: ofVersion('') })
    const store = openAnnotationStore(files, undefined)
    const { layers, problems } = await store.layers(article)
    assert.deepEqual([layers[0]?.decisions.length, problems], [everyKind.length, []])
    await store.saveLayer(article, anna.creator, [{ before: everyKind[0]! }], text)
    await store.saveLayer(article, anna.creator, [{ after: everyKind[0]! }], text)
    assert.equal(files.contents.get(path), written)
  })
})

function byId(a: Decision, b: Decision): number {
  return a.id < b.id ? -1 : 1
}
