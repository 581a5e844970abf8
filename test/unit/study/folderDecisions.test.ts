import assert from 'node:assert/strict'
import { anchorAt, newId, openAnnotationStore, type Decision } from '../../../src/annotations'
import { decisionsInFolder } from '../../../src/study/folderDecisions'
import { projectAnnotations } from '../../../src/workspace/annotations/projectAnnotations'
import { memoryFiles } from '../annotations/disk/memoryFiles'
import { memoryHomes, memorySettings } from '../workspace/annotations/memoryHomes'
import { eventually, MemoryWorkspace, uriOf } from '../workspace/memoryWorkspace'

const text = 'Mayor Maria Lopez said the bridge was safe.\n'
const names = Array.from({ length: 30 }, (_, at) => `${at}.txt`)

describe('what is decided in a folder', () => {
  const owned: { dispose(): void }[] = []
  afterEach(() => {
    for (const one of owned.splice(0)) one.dispose()
  })

  /** As the folder opens in another session: it has looked which articles have layers, and none of them is open. */
  async function reopened(decided: readonly string[]) {
    const files = memoryFiles()
    const store = openAnnotationStore(files, undefined)
    for (const name of decided) await store.saveLayer(name, 'Ann', [{ after: memo() }], text)
    const workspace = new MemoryWorkspace(Object.fromEntries(names.map((name) => [name, text])))
    const { homes } = memoryHomes(files, (id) => workspace.files.has(id))
    const annotations = projectAnnotations({
      homes,
      texts: workspace.texts,
      settings: memorySettings('Ann').settings,
      log: workspace.log
    })
    await annotations.look(names.map(uriOf), () => true)
    const decisions = decisionsInFolder(annotations)
    owned.push(annotations, decisions)
    return { annotations, decisions }
  }

  it('is known of articles that nobody has opened, once a list of the folder asks', async () => {
    const { decisions } = await reopened(['3.txt', '7.txt'])
    const shown = await eventually(
      () => decisions.present(),
      (present) => present?.articles.size === 2
    )
    const id = uriOf('7.txt').toString()
    assert.deepEqual(
      shown?.decisions(id).map(({ kind }) => kind),
      ['memo']
    )
    assert.deepEqual(shown?.decisions(uriOf('1.txt').toString()), [])
  })

  it('is told when it is known, and not for each of its layers', async () => {
    const { decisions } = await reopened(names)
    let told = 0
    owned.push(decisions.onDidChange(() => told++))
    decisions.present()
    await eventually(
      () => told,
      (count) => count > 0
    )
    assert.equal(decisions.present()?.articles.size, names.length)
    assert.ok(told < 5, String(told))
  })

  it('is not read while nobody asks', async () => {
    const { annotations } = await reopened(['3.txt'])
    await annotations.written()
    assert.deepEqual(annotations.articles(), [])
  })
})

function memo(): Decision {
  const target = [anchorAt(text, { start: 6, end: 17 })]
  return { id: newId(), creator: 'Ann', created: '2026-11-28T08:00:00.000Z', target, kind: 'memo', text: 'Who?' }
}
