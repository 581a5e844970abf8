import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {
  closeAllEditors,
  deleteFiles,
  eventually,
  extension,
  readFile,
  showText,
  workspaceFile,
  writeFile
} from '../suite/workbench'

describe('files that are not as they should be', () => {
  const written: vscode.Uri[] = []

  afterEach(async () => {
    await closeAllEditors()
    await deleteFiles(...written.splice(0))
  })

  it('a spoiled text is mended in a copy, and stays as it is itself', async () => {
    const spoiled = 'Maria Lopez said it\u00E2\u20AC\u2122s W\u00C3\u00B6rter.'
    const { document } = await showText(spoiled)
    const copy = await vscode.commands.executeCommand<vscode.TextDocument | undefined>('articleAnnotator.mendCopy')
    assert.ok(copy)
    assert.equal(vscode.window.activeTextEditor?.document.getText(), 'Maria Lopez said it\u2019s W\u00F6rter.')
    assert.equal(vscode.window.activeTextEditor.document.isUntitled, true)
    assert.equal(document.getText(), spoiled)
  })

  it('a clean text has nothing to mend', async () => {
    await showText('Maria Lopez said it\u2019s on.')
    assert.equal(await vscode.commands.executeCommand('articleAnnotator.mendCopy'), undefined)
  })

  it('a file in Windows-1252 is read anew in its encoding', async () => {
    await extension().activate()
    const bytes = Uint8Array.from('It\u0092s Zo\u00EB, said Maria Lopez.', (character) => character.charCodeAt(0))
    const uri = await writeFile('.suite/latin.txt', bytes)
    written.push(uri)
    const { document } = await vscode.window.showTextDocument(uri)
    assert.match(document.getText(), /\uFFFD/)
    await vscode.commands.executeCommand('articleAnnotator.reopenWithEncoding', uri.toString(), 'windows-1252')
    await eventually(
      'the text in its encoding',
      () => document.getText(),
      (text) => text === 'It\u2019s Zo\u00EB, said Maria Lopez.'
    )
  })

  it('an export into a folder that has vanished writes nothing, and one over a folder leaves it', async () => {
    await showText('Maria Lopez met officials in Berlin.')
    const vanished = workspaceFile('suite vanished')
    const target = vscode.Uri.joinPath(vanished, 'a.json')
    assert.equal(
      await vscode.commands.executeCommand('articleAnnotator.exportArticle', { format: 'json', target }),
      undefined
    )
    await assert.rejects(async () => vscode.workspace.fs.stat(vanished))
    await vscode.workspace.fs.createDirectory(vanished)
    written.push(vanished)
    assert.equal(
      await vscode.commands.executeCommand('articleAnnotator.exportArticle', { format: 'json', target: vanished }),
      undefined
    )
    assert.equal((await vscode.workspace.fs.stat(vanished)).type, vscode.FileType.Directory)
  })

  it('an export replaces a file and leaves nothing beside it', async () => {
    await showText('Maria Lopez met officials in Berlin.')
    const folder = workspaceFile('suite replaced')
    const target = vscode.Uri.joinPath(folder, 'a.json')
    written.push(folder)
    await vscode.workspace.fs.createDirectory(folder)
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode('old'))
    await vscode.commands.executeCommand('articleAnnotator.exportArticle', { format: 'json', target })
    assert.match(await readFile(target), /^\{/)
    assert.deepEqual(await vscode.workspace.fs.readDirectory(folder), [['a.json', vscode.FileType.File]])
  })

  it('an export to a disk that is full, or is read-only, keeps the file that is there', async () => {
    const disk = new SmallDisk()
    const registered = vscode.workspace.registerFileSystemProvider('suite-disk', disk, { isCaseSensitive: true })
    try {
      await showText('Maria Lopez met officials in Berlin.')
      const target = vscode.Uri.parse('suite-disk:/a.json')
      for (const state of ['full', 'read-only'] as const) {
        disk.state = state
        const result = await vscode.commands.executeCommand('articleAnnotator.exportArticle', {
          format: 'json',
          target
        })
        assert.deepEqual([state, result, [...disk.files]], [state, undefined, [['/a.json', 'old']]])
      }
    } finally {
      registered.dispose()
    }
  })
})

/** A disk with one file, which has room for ten bytes or may not be written. */
class SmallDisk implements vscode.FileSystemProvider {
  readonly files = new Map([['/a.json', 'old']])
  state: 'full' | 'read-only' = 'full'
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event

  watch = () => new vscode.Disposable(() => undefined)
  createDirectory = () => undefined
  readDirectory = () =>
    [...this.files.keys()].map((name): [string, vscode.FileType] => [name.slice(1), vscode.FileType.File])

  stat({ path }: vscode.Uri): vscode.FileStat {
    const times = { ctime: 1, mtime: 1 }
    if (path === '/') return { ...times, type: vscode.FileType.Directory, size: 0 }
    const text = this.files.get(path)
    if (text === undefined) throw vscode.FileSystemError.FileNotFound()
    return {
      ...times,
      type: vscode.FileType.File,
      size: text.length,
      ...(this.state === 'read-only' && { permissions: vscode.FilePermission.Readonly })
    }
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    return new TextEncoder().encode(this.files.get(path) ?? '')
  }

  writeFile({ path }: vscode.Uri, content: Uint8Array): void {
    this.files.set(path, new TextDecoder().decode(content.subarray(0, 10)))
    if (content.length > 10) throw vscode.FileSystemError.Unavailable('no space left on the device')
  }

  rename({ path }: vscode.Uri, to: vscode.Uri): void {
    this.files.set(to.path, this.files.get(path) ?? '')
    this.files.delete(path)
  }

  delete({ path }: vscode.Uri): void {
    this.files.delete(path)
  }
}
