import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { exchangeFormats } from '../../../src/exchange'
import { closeAllEditors, deleteFiles, readFile, showText, workspaceFile } from '../suite/workbench'

describe('exports', () => {
  const written: vscode.Uri[] = []

  afterEach(async () => {
    await closeAllEditors()
    await deleteFiles(...written.splice(0))
  })

  for (const { id, extension, writer } of exchangeFormats) {
    it(`of an article as ${id}, by the command of the format`, async () => {
      await showText('Maria Lopez met officials in Berlin.\n\n"We will build it," Lopez said.\n')
      const target = workspaceFile(`suite export.${extension}`)
      written.push(target)
      const result = await vscode.commands.executeCommand<vscode.Uri | undefined>(`articleAnnotator.export.${id}`, {
        scope: 'article',
        target
      })
      assert.equal(result?.toString(), target.toString())
      const bytes = await vscode.workspace.fs.readFile(target)
      assert.ok(bytes.length > 0)
      if (writer.kind === 'files') assert.deepEqual([...bytes.slice(0, 2)], [0x50, 0x4b], 'a zip')
    })

    it(`of the folder as ${id}`, async () => {
      const target = workspaceFile(`suite export.${extension}`)
      written.push(target)
      await vscode.commands.executeCommand('articleAnnotator.exportFolder', { format: id, target })
      assert.ok((await vscode.workspace.fs.readFile(target)).length > 0)
    })
  }

  it('say what was found', async () => {
    await showText('Maria Lopez met officials in Berlin.\n\n"We will build it," Lopez said.\n')
    const target = workspaceFile('suite export.json')
    written.push(target)
    await vscode.commands.executeCommand('articleAnnotator.exportArticle', { format: 'json', target })
    const { articles } = JSON.parse(await readFile(target)) as { articles: readonly { text: string }[] }
    assert.equal(articles.length, 1)
    assert.match(articles[0]?.text ?? '', /We will build it/)
    assert.match(await readFile(target), /"name":"Maria Lopez","type":"person"/)
  })

  it('of what the quotes panel lists, whatever the sidebar shows', async () => {
    const { document } = await showText('Maria Lopez met officials in Berlin.\n\n"We will build it," Lopez said.\n')
    const target = workspaceFile('suite export.json')
    written.push(target)
    const exported = async (listed: vscode.Uri | 'folder') => {
      await vscode.commands.executeCommand('articleAnnotator.export', {
        ...{ format: 'json', scope: 'filter', listed },
        ...{ content: 'both', annotator: '', target }
      })
      const { articles } = JSON.parse(await readFile(target)) as { articles: readonly { text: string }[] }
      return articles.map(({ text }) => text)
    }
    assert.deepEqual(await exported(document.uri), [document.getText()])
    const ofFolder = await exported('folder')
    assert.ok(ofFolder.length > 0 && !ofFolder.includes(document.getText()), `${ofFolder.length} articles`)
  })

  it('say so when the file cannot be written', async () => {
    await showText('Maria Lopez met officials in Berlin.')
    const target = vscode.Uri.parse('nowhere-to-write:/file.json')
    assert.equal(
      await vscode.commands.executeCommand('articleAnnotator.exportArticle', { format: 'json', target }),
      undefined
    )
  })

  it('need an article', async () => {
    await closeAllEditors()
    assert.equal(
      await vscode.commands.executeCommand('articleAnnotator.exportArticle', {
        format: 'json',
        target: workspaceFile('never.json')
      }),
      undefined
    )
    await assert.rejects(async () => readFile(workspaceFile('never.json')))
  })
})
