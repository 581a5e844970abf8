import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {
  layerPath,
  lockPath,
  openAnnotationStore,
  replacementOf,
  writeLayer,
  type AnnotationStore,
  type DecisionOf
} from '../../../src/annotations'
import { workspaceAnnotationFiles } from '../../../src/workspace/annotations/annotationFiles'
import { workspaceHomes } from '../../../src/workspace/annotations/workspaceHomes'
import { closeAllEditors, eventually } from './workbench'

const article = 'news/M\u00FCller: 100 %?.txt'
const path = layerPath(article, 'Anna Schmidt')

describe("the annotations' files", () => {
  const root = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'annotated here')
  const recovery = vscode.Uri.joinPath(root, 'recovery')
  const store = () => openAnnotationStore(workspaceAnnotationFiles(root), workspaceAnnotationFiles(recovery))
  const fileOf = (name: string) => vscode.Uri.joinPath(root, ...name.split('/'))
  const save = (to: AnnotationStore, ...memos: readonly DecisionOf<'memo'>[]) =>
    to.saveLayer(
      article,
      'Anna Schmidt',
      memos.map((after) => ({ after }))
    )

  afterEach(() => vscode.workspace.fs.delete(root, { recursive: true }))

  it('are written whole, and read again by others', async () => {
    assert.deepEqual((await save(store(), memo(1, 'one'), memo(2, '\u{1F389} two'))).problem, undefined)
    assert.deepEqual(await memosIn(store()), ['one', '\u{1F389} two'])
    const names = await vscode.workspace.fs.readDirectory(fileOf(path.slice(0, path.lastIndexOf('/'))))
    assert.deepEqual(names, [[path.slice(path.lastIndexOf('/') + 1), vscode.FileType.File]])
    assert.equal(await textOf(fileOf(lockPath)), undefined)
  })

  it('are gone with the last decision, and come back as they were', async () => {
    const one = store()
    await save(one, memo(1, 'one'))
    const before = await textOf(fileOf(path))
    await one.saveLayer(article, 'Anna Schmidt', [{ before: memo(1, 'one') }])
    assert.equal(await textOf(fileOf(path)), undefined)
    await save(one, memo(1, 'one'))
    assert.equal(await textOf(fileOf(path)), before)
  })

  it('of two windows that write at once lose nothing', async () => {
    const windows = [store(), store()]
    const saves: Promise<unknown>[] = []
    for (let n = 0; n < 30; n++) saves.push(save(windows[n % 2]!, memo(n, String(n))))
    await Promise.all(saves)
    const expected = Array.from({ length: 30 }, (_, n) => String(n))
    assert.deepEqual(await memosIn(store()), expected)
  })

  it('are all listed in one go, also where settings hide them', async () => {
    const files = vscode.workspace.getConfiguration('files', root)
    const hidden = files.update('exclude', { '**/.annotations': true }, vscode.ConfigurationTarget.Workspace)
    try {
      await Promise.all([hidden, save(store(), memo(1, 'one'))])
      const beside = fileOf(replacementOf(layerPath('news/b [1] {2}.md', 'bert')))
      await vscode.workspace.fs.writeFile(beside, new TextEncoder().encode('{}'))
      const listed = await workspaceAnnotationFiles(root).list('.annotations', 'below')
      assert.deepEqual([...listed].sort(), [path, '.annotations/news/b [1] {2}.md/.bert.jsonld.new'].sort())
      assert.deepEqual([...(await store().articles()).keys()].sort(), [article, 'news/b [1] {2}.md'].sort())
    } finally {
      await files.update('exclude', undefined, vscode.ConfigurationTarget.Workspace)
    }
  })

  it('that a window has left beside their place are taken', async () => {
    const whole = writeLayer({ annotator: 'Anna Schmidt', decisions: [memo(1, 'one')] }, article)
    await vscode.workspace.fs.writeFile(fileOf(replacementOf(path)), new TextEncoder().encode(whole))
    assert.deepEqual(await memosIn(store()), ['one'])
    await save(store(), memo(2, 'two'))
    assert.deepEqual(await memosIn(store()), ['one', 'two'])
    assert.equal(await textOf(fileOf(replacementOf(path))), undefined)
  })

  it('that were half written beside their place are not', async () => {
    const whole = writeLayer({ annotator: 'Anna Schmidt', decisions: [memo(1, 'one')] }, article)
    await vscode.workspace.fs.writeFile(fileOf(replacementOf(path)), new TextEncoder().encode(whole.slice(0, -20)))
    await save(store(), memo(2, 'two'))
    assert.deepEqual(await memosIn(store()), ['two'])
  })

  it('that are broken are left as they are; what was decided waits for them to be whole', async () => {
    const broken = '{"version": 1, "items": ['
    await vscode.workspace.fs.writeFile(fileOf(path), new TextEncoder().encode(broken))
    const { problem } = await save(store(), memo(1, 'one'))
    assert.deepEqual([problem?.kind, problem?.file], ['broken', path])
    assert.equal(await textOf(fileOf(path)), broken)
    const later = store()
    assert.deepEqual((await later.recovered()).length, 1)
    await vscode.workspace.fs.writeFile(fileOf(path), new TextEncoder().encode(`${broken}]}`))
    assert.deepEqual(await later.retry(), [])
    assert.deepEqual(await memosIn(store()), ['one'])
  })

  it('are watched: what another window writes is heard of', async () => {
    const watching = vscode.workspace.workspaceFolders![0]!.uri
    const name = layerPath('watched.txt', 'bert')
    let hear: (path: string) => void = () => undefined
    const heard = new Promise<string>((resolve) => (hear = resolve))
    const watcher = workspaceHomes(undefined).watch(watching.toString(), (changed) => {
      if (changed === name) hear(changed)
    })
    try {
      const other = openAnnotationStore(workspaceAnnotationFiles(watching), undefined)
      // Until the watcher is at work, VS Code hears of nothing.
      const writing = setInterval(() => void saveAgain(other), 500)
      assert.equal(await heard, name)
      clearInterval(writing)
    } finally {
      watcher.dispose()
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(watching, '.annotations'), { recursive: true })
    }
    await vscode.workspace.fs.createDirectory(root)
  })

  it('lie in the nearest folder that has some, also when nobody asked about an article of it', async () => {
    const whole = writeLayer({ annotator: 'Anna Schmidt', decisions: [memo(1, 'one')] }, article)
    await vscode.workspace.fs.writeFile(fileOf(path), new TextEncoder().encode(whole))
    const [asked, all] = [workspaceHomes(undefined), workspaceHomes(undefined)]
    const top = vscode.workspace.workspaceFolders![0]!.uri.toString()
    assert.deepEqual(asked.homeOf(fileOf(article)), { folder: top, path: `annotated here/${article}` })
    await asked.find([fileOf(article)])
    await all.find('all')
    for (const homes of [asked, all]) {
      assert.deepEqual(homes.homeOf(fileOf(article)), { folder: root.toString(), path: article })
      assert.deepEqual(homes.folders(), [top, root.toString()])
    }
  })

  it('are checked by the JSON editor', async () => {
    const good = writeLayer({ annotator: 'Anna Schmidt', decisions: [memo(1, 'one')] }, article)
    await vscode.workspace.fs.writeFile(
      fileOf(path),
      new TextEncoder().encode(good.replace('"commenting"', '"applauding"').replace('"version": 1', '"version": "1"'))
    )
    const uri = fileOf(path)
    await vscode.window.showTextDocument(uri)
    const lines = (await textOf(uri))!.split('\n')
    const told = () =>
      vscode.languages.getDiagnostics(uri).map(({ range, message }) => `${lines[range.start.line]}: ${message}`)
    const all = await eventually('what is wrong with the file', told, (found) =>
      found.some((one) => one.startsWith('"version": "1"'))
    )
    assert.deepEqual(
      all.filter((one) => !/applauding|"version"/.test(one)),
      []
    )
    await closeAllEditors()
  })
})

let stamp = 0
function saveAgain(store: AnnotationStore): Promise<unknown> {
  return store.saveLayer('watched.txt', 'bert', [{ after: { ...memo(7, String(stamp++)), creator: 'bert' } }])
}

function memo(n: number, text: string): DecisionOf<'memo'> {
  return {
    id: `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    creator: 'Anna Schmidt',
    created: '2026-01-02T03:04:05.678Z',
    target: [],
    kind: 'memo',
    text
  }
}

async function memosIn(store: AnnotationStore): Promise<readonly string[]> {
  const loaded = await store.layers(article)
  assert.deepEqual(loaded.problems, [])
  return loaded.layers.flatMap(({ decisions }) => decisions.map((one) => (one.kind === 'memo' ? one.text : one.kind)))
}

async function textOf(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file))
  } catch {
    return undefined
  }
}
