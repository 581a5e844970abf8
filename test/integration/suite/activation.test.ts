import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAllEditors, extension, showText } from './workbench'

describe('activation', () => {
  afterEach(closeAllEditors)

  it('comes with the first article and exports nothing', async () => {
    await showText('A plain text.')
    await extension().activate()
    assert.equal(extension().isActive, true)
    assert.deepEqual(Object.keys(extension().exports ?? {}), [])
  })

  it('registers the commands of the manifest', async () => {
    await extension().activate()
    const registered = new Set(await vscode.commands.getCommands(true))
    const { contributes } = extension().packageJSON as { contributes: { commands: { command: string }[] } }
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter((command) => !registered.has(command)),
      []
    )
  })

  it('takes plain text away from nobody', async () => {
    const editor = await showText('By Jane Doe')
    assert.equal(editor.document.languageId, 'plaintext')
  })
})
