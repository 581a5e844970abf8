import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAllEditors, deleteFiles, readFile, showText, workspaceFile } from '../suite/workbench'

describe('exports', () => {
  const written: vscode.Uri[] = []

  afterEach(async () => {
    await closeAllEditors()
    await deleteFiles(...written.splice(0))
  })

  for (const [format, extensionName, pattern] of [
    ['csv-entities', 'csv', /Maria Lopez/],
    ['csv-quotes', 'csv', /We will build it/],
    ['json', 'json', /"type":\s*"person"/],
    ['markdown', 'md', /^# /m]
  ] as const) {
    it(`of an article as ${format}`, async () => {
      await showText('Maria Lopez met officials in Berlin.\n\n"We will build it," Lopez said.\n')
      const target = workspaceFile(`suite export.${extensionName}`)
      written.push(target)
      const result = await vscode.commands.executeCommand<vscode.Uri | undefined>('articleAnnotator.exportArticle', {
        format,
        target
      })
      assert.equal(result?.toString(), target.toString())
      assert.match(await readFile(target), pattern)
    })

    it(`of the folder as ${format}`, async () => {
      const target = workspaceFile(`suite export.${extensionName}`)
      written.push(target)
      await vscode.commands.executeCommand('articleAnnotator.exportFolder', { format, target })
      assert.ok((await readFile(target)).length > 100)
    })
  }

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
