import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import type { Engine } from '../../../src/analysis'
import { analyzerSource } from '../../../src/workspace/analyzerSource'
import { ArticleDocuments } from '../../../src/workspace/articleDocuments'
import { ArticleFolder } from '../../../src/workspace/articleFolder'
import { editorTexts } from '../../../src/workspace/editorTexts'
import { workspaceFiles } from '../../../src/workspace/folderFiles'
import { storageFiles } from '../../../src/workspace/storageFiles'
import { installedLanguageModel, threadFiles } from '../../../src/workspace/threadFiles'
import { windowThread } from '../../../src/workspace/windowThread'
import {
  closeAllEditors,
  deleteFiles,
  eventually,
  extension,
  extensionsEngine,
  hostsEngine,
  silentLog,
  type,
  workspaceFile,
  writeFile
} from './workbench'

interface Summary {
  readonly articles: number
  readonly problems: readonly { readonly name: string; readonly problem: string }[]
  readonly complete: boolean
}

describe('a folder', () => {
  const log = silentLog()
  const opened: vscode.Disposable[] = []
  const written: vscode.Uri[] = []

  afterEach(async () => {
    for (const disposable of opened.splice(0)) disposable.dispose()
    await closeAllEditors()
    await deleteFiles(...written.splice(0))
  })

  function folderWith(engine: () => Promise<Engine>, storage?: vscode.Uri): ArticleFolder {
    const documents = new ArticleDocuments({ texts: editorTexts, engine, log })
    const folder = new ArticleFolder({
      files: workspaceFiles(log),
      engine,
      documents,
      cache: (version) => storage && storageFiles(storage, `test-${version}`, log),
      log
    })
    opened.push(documents, folder)
    return folder
  }

  async function write(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
    const uri = await writeFile(name, content)
    written.push(uri)
    return uri
  }

  it('is read by the command, with what could not be read told apart', async () => {
    await extension().activate()
    const files = await vscode.workspace.findFiles('**/*.{txt,md}', '{**/README.md,**/*.report.md}')
    await write('suite binary.txt', new Uint8Array([80, 75, 0, 0, 1, 2]))
    await write('suite empty.txt', '')
    await write('node_modules/package/left-out.txt', 'No article.')
    const summary = await vscode.commands.executeCommand<Summary>('articleAnnotator.analyzeFolder')
    assert.deepEqual(summary, {
      articles: files.length + 1,
      problems: [{ name: 'suite binary.txt', problem: 'binary' }],
      complete: true
    })
    await deleteFiles(workspaceFile('node_modules'))
  })

  it('reports a file that disappears while it is read, and reads the others', async () => {
    const gone = await write('suite gone.txt', 'Soon gone.')
    const folder = folderWith(async () => {
      // The engine is asked for after the files are listed and before they are read.
      await vscode.workspace.fs.delete(gone)
      return extensionsEngine()
    })
    assert.equal(await folder.refresh(), true)
    assert.deepEqual(
      folder.problems().map(({ name, problem }) => `${name}: ${problem}`),
      ['suite gone.txt: missing']
    )
    assert.ok(folder.articles().length > 0)
    assert.equal(folder.state.kind, 'ready')
  })

  it('reads nothing before it is asked, and says how far it is', async () => {
    const folder = folderWith(extensionsEngine)
    assert.deepEqual([folder.state.kind, folder.snapshot()?.corpus, folder.articles().length], ['unread', undefined, 0])
    const seen: string[] = []
    opened.push(folder.onDidChange(() => seen.push(folder.state.kind)))
    await folder.refresh()
    assert.equal(seen[0], 'reading')
    assert.equal(seen.at(-1), 'ready')
    const names = folder.articles().map(({ name }) => name)
    assert.deepEqual(names, [...names].sort())
    assert.ok(folder.snapshot()?.corpus)
  })

  it('stops when cancelled, and keeps what was read', async () => {
    const cancel = new vscode.CancellationTokenSource()
    const folder = folderWith(async () => {
      cancel.cancel()
      return extensionsEngine()
    })
    assert.equal(await folder.refresh(undefined, cancel.token), false)
    assert.deepEqual(folder.state, { kind: 'ready', complete: false })
    assert.equal(await folder.refresh(), true)
  })

  it('analyzes unchanged content once, also in the next session', async () => {
    const storage = workspaceFile('.suite-storage')
    written.push(storage)
    await write('suite twin a.txt', 'Twins, said Maria Lopez.')
    await write('suite twin b.txt', 'Twins, said Maria Lopez.')
    const texts: string[] = []
    const engine = await extensionsEngine()
    const counting: Engine = {
      ...engine,
      analyzeInSteps(article) {
        texts.push(article.text)
        return engine.analyzeInSteps(article)
      }
    }
    const first = folderWith(() => Promise.resolve(counting), storage)
    await first.refresh()
    const analyzed = texts.length
    assert.ok(analyzed > 0)
    await first.refresh()
    assert.equal(texts.length, analyzed, 'the second reading')
    const second = folderWith(() => Promise.resolve(counting), storage)
    await second.refresh()
    assert.equal(texts.length, analyzed, 'the second session')
    assert.deepEqual(
      second.articles().map(({ name, analysis }) => [name, analysis]),
      first.articles().map(({ name, analysis }) => [name, analysis])
    )
    const next = folderWith(() => Promise.resolve({ ...counting, version: 'another' }), storage)
    await next.refresh()
    assert.ok(texts.length > analyzed, 'another version')
  })

  it('is analyzed by threads, with the same result as without them', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `suite thread ${index}.txt`)
    for (const [index, name] of names.entries())
      await write(
        name,
        `Maria Lopez met officials in Berlin.\n\n"We will build ${index + 2} bridges before the winter comes," Lopez said.\n`
      )
    const reports: string[] = []
    const reporting: vscode.LogOutputChannel = {
      ...log,
      info: (message: string) => void reports.push(message),
      warn: (message: string) => void reports.push(message)
    }
    const { extensionUri } = extension()
    const languageModel = installedLanguageModel(extensionUri, log)
    const thread =
      languageModel &&
      windowThread({ files: () => threadFiles(extensionUri), languageModel, engine: hostsEngine, log: reporting })
    const documents = new ArticleDocuments({ texts: editorTexts, engine: hostsEngine, log })
    const threaded = new ArticleFolder({
      files: workspaceFiles(log),
      engine: hostsEngine,
      documents,
      analyzers: analyzerSource({ extensionUri, log: reporting, whole: thread && { languageModel, thread } }),
      log
    })
    opened.push(documents, threaded, ...(thread ? [thread] : []))
    assert.equal(await threaded.refresh(), true)
    assert.match(reports.join('\n'), /^2 threads analyze \d+ articles( with the language model)?$/)
    const plain = folderWith(extensionsEngine)
    await plain.refresh()
    assert.deepEqual(
      threaded.articles().map(({ name, analysis }) => [name, analysis]),
      plain.articles().map(({ name, analysis }) => [name, analysis])
    )
    assert.deepEqual(threaded.snapshot()?.corpus, plain.snapshot()?.corpus)
  })

  it('is opened again from what was kept; what older versions kept is removed, what is damaged is read again', async () => {
    const storage = workspaceFile('.suite-storage')
    written.push(storage)
    const old = vscode.Uri.joinPath(storage, 'analyses', '0.0.1-0.0.1', 'ab.json')
    await vscode.workspace.fs.writeFile(old, new TextEncoder().encode('{}'))
    const first = folderWith(extensionsEngine, storage)
    await first.refresh()
    await eventually(
      'the old folder',
      async () =>
        vscode.workspace.fs.stat(old).then(
          () => true,
          () => false
        ),
      (there) => !there
    )
    let asked = 0
    const never: Engine = {
      ...(await extensionsEngine()),
      *analyzeInSteps() {
        asked++
        throw new Error('nothing has to be analyzed')
      }
    }
    const second = folderWith(() => Promise.resolve(never), storage)
    assert.equal(await second.refresh(), true)
    assert.deepEqual(
      [asked, second.snapshot()?.corpus, second.problems()],
      [0, first.snapshot()?.corpus, first.problems()]
    )
    const home = (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(storage, 'analyses')))[0]?.[0] ?? ''
    for (const [name] of await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(storage, 'analyses', home))) {
      await vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(storage, 'analyses', home, name),
        new TextEncoder().encode('damaged')
      )
    }
    const third = folderWith(extensionsEngine, storage)
    assert.equal(await third.refresh(), true)
    assert.deepEqual(third.snapshot()?.corpus, first.snapshot()?.corpus)
  })

  it('follows files that come, change and go', async () => {
    const folder = folderWith(extensionsEngine)
    await folder.refresh()
    const uri = await write('suite follows.txt', 'First.')
    const text = () => folder.article(uri)?.text
    await eventually('the new file', text, (seen) => seen === 'First.')
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('Second.'))
    await eventually('the changed file', text, (seen) => seen === 'Second.')
    await vscode.workspace.fs.delete(uri)
    await eventually('the deleted file', text, (seen) => seen === undefined)
  })

  it('follows an open article, and its file again when it closes unsaved', async () => {
    const uri = await write('suite open.txt', 'Saved.')
    const folder = folderWith(extensionsEngine)
    await folder.refresh()
    const editor = await vscode.window.showTextDocument(uri)
    await type(editor, ' Typed.')
    await eventually(
      'the typed text',
      () => folder.article(uri)?.text,
      (seen) => seen === 'Saved. Typed.'
    )
    await vscode.commands.executeCommand('workbench.action.files.revert')
    await eventually(
      'the saved text',
      () => folder.article(uri)?.text,
      (seen) => seen === 'Saved.'
    )
  })

  it('leaves out what the settings exclude', async () => {
    await write('suite left out.txt', 'Left out.')
    const settings = vscode.workspace.getConfiguration('articleAnnotator')
    await settings.update('folder.exclude', ['**/suite*'], vscode.ConfigurationTarget.Global)
    try {
      const folder = folderWith(extensionsEngine)
      await folder.refresh()
      assert.deepEqual(
        folder.articles().filter(({ name }) => name.startsWith('suite')),
        []
      )
    } finally {
      await settings.update('folder.exclude', undefined, vscode.ConfigurationTarget.Global)
    }
  })
})
