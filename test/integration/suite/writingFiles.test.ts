import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { emptyProject } from '../../../src/annotations'
import { readArticle } from '../../../src/article'
import { writeExport } from '../../../src/commands/export/writeExport'
import { replaceWorkspaceFile } from '../../../src/commands/workspaceReplacement'
import { buildCorpus } from '../../../src/corpus'
import { ExportCancelled, formatOf, type ExportedArticle } from '../../../src/exchange'
import { nodeBuiltin } from '../../../src/workspace/nodeBuiltin'
import { deleteFiles, hostsEngine, readFile, silentLog, workspaceFile, writeFile } from './workbench'

/** Of Node's extension host; in the browser's there is none. */
const { promises: disk } = nodeBuiltin<{
  readonly promises: { symlink(to: string, path: string): Promise<void>; readlink(path: string): Promise<string> }
}>('node:fs')

describe('a file that is written', () => {
  const folder = workspaceFile('written')
  const target = vscode.Uri.joinPath(folder, 'all.json')

  beforeEach(() => vscode.workspace.fs.createDirectory(folder))
  afterEach(() => deleteFiles(folder))

  it('lies beside its target until it is whole, on the desktop; elsewhere nothing is there before', async () => {
    await writeFile('written/all.json', 'old')
    const seen: string[] = []
    const pieces = function* () {
      for (const letter of 'ab') yield new Uint8Array(1 << 20).fill(letter.charCodeAt(0))
    }
    const watched = async function* () {
      for (const piece of pieces()) {
        yield piece
        const sizes = (await present()).map(
          async (name) => `${name.replace(/\w{4,}\.tmp$/, 'tmp')} ${await sizeOf(name)}`
        )
        seen.push((await Promise.all(sizes)).join(', '))
      }
    }
    assert.equal(await replaceWorkspaceFile(target, watched()), undefined)
    assert.deepEqual(
      seen,
      disk ? ['.all.json.tmp 1048576, all.json 3', '.all.json.tmp 2097152, all.json 3'] : ['all.json 3', 'all.json 3']
    )
    assert.deepEqual(await present(), ['all.json'])
    assert.equal(await readFile(target), 'a'.repeat(1 << 20) + 'b'.repeat(1 << 20))
  })

  it('is not there when its export was cancelled or failed, and what was there is', async () => {
    for (const [failure, old] of [
      [new ExportCancelled('nobody waits'), undefined],
      [new ExportCancelled('nobody waits'), 'old'],
      [new Error('an article cannot be unpacked'), 'old']
    ] as const) {
      if (old !== undefined) await writeFile('written/all.json', old)
      assert.equal(await exportThat(failure), false)
      assert.deepEqual(await present(), old === undefined ? [] : ['all.json'])
      if (old !== undefined) assert.equal(await readFile(target), old)
    }
  })

  it('is whole when its export ends', async () => {
    assert.equal(await exportThat(undefined), true)
    assert.deepEqual(await present(), ['all.json'])
    const { articles } = JSON.parse(await readFile(target)) as { articles: readonly object[] }
    assert.equal(articles.length, 40)
  })

  it('makes no folder', async () => {
    const gone = vscode.Uri.joinPath(folder, 'gone', 'all.json')
    assert.equal(await replaceWorkspaceFile(gone, [new Uint8Array(3)]), 'no-folder')
    assert.deepEqual(await present(), [])
  })

  it('replaces no folder', async () => {
    await vscode.workspace.fs.createDirectory(target)
    assert.equal(await replaceWorkspaceFile(target, [new Uint8Array(3)]), 'no-file')
    assert.deepEqual(await present(), ['all.json'])
  })

  if (disk)
    it('is written where a link leads, and the link stays', async () => {
      const real = await writeFile('written/real.json', 'old')
      await disk.symlink('real.json', target.fsPath)
      assert.equal(await replaceWorkspaceFile(target, [new TextEncoder().encode('new')]), undefined)
      assert.deepEqual(await present(), ['all.json', 'real.json'])
      assert.equal(await disk.readlink(target.fsPath), 'real.json')
      assert.equal(await readFile(real), 'new')
    })

  async function present(): Promise<string[]> {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort()
  }

  async function sizeOf(name: string): Promise<number> {
    return (await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, name))).size
  }

  /** Of forty articles, after which the failure comes. */
  async function exportThat(failure: Error | undefined): Promise<boolean> {
    const engine = await hostsEngine()
    const text = `${'Maria Lopez met officials in Berlin.\n\n"We will build it," Lopez said.\n\n'.repeat(20)}\n`
    const article = readArticle(text, 'plain')
    const analysis = engine.analyze(article)
    const articles = Array.from({ length: 40 }, (_, place) => ({
      ...{ id: `file:///${place}.txt`, name: `${place}.txt`, text, markup: [], article, analysis }
    }))
    const exported = function* (): Generator<ExportedArticle> {
      for (const one of articles) yield { article: one }
      if (failure) throw failure
    }
    const format = formatOf('json')
    assert.ok(format)
    const source = {
      ...{ title: 'articles', count: 40, articles: exported },
      ...{ corpus: buildCorpus(articles), project: emptyProject }
    }
    const options = { content: 'both', offsets: 'utf16', now: '2026-01-01T00:00:00.000Z' } as const
    return writeExport({ format, target, options, source: () => Promise.resolve(source) }, silentLog())
  }
})
