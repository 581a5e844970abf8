import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAllEditors, eventually, semanticTokens, showText } from './workbench'

const sentence =
  'Maria Lopez, the mayor of Lisbon, said on Monday that the old bridge was safe and would stay open through the winter. '
const article = `LISBON, March 3 (Northwire) -- ${sentence.repeat(12)}\n\n"We will build it again," Lopez told reporters in Berlin.\n`
const entry = (second: number, more = '') =>
  `2024-03-03 12:00:${String(second).padStart(2, '0')},113 INFO  [worker-${second}] api.items - request=/api/v1/items?id=${second} status=200 took=${second % 7}ms${more}`
const log = Array.from({ length: 40 }, (_, second) =>
  entry(second, second === 0 ? ` headers=${'accept=text/html; '.repeat(60)}` : '')
).join('\n')

/** Whether a long first line is on several lines of the screen: the cursor, one line of the screen further down, is still in it. */
async function isWrapped(editor: vscode.TextEditor): Promise<boolean> {
  editor.selection = new vscode.Selection(0, 0, 0, 0)
  await vscode.commands.executeCommand('cursorMove', { to: 'down', by: 'wrappedLine' })
  return editor.selection.active.line === 0
}

describe('the lines of articles', () => {
  const setWrap = (value: string | undefined) =>
    vscode.workspace.getConfiguration('editor').update('wordWrap', value, vscode.ConfigurationTarget.Workspace)
  afterEach(async () => {
    await closeAllEditors()
    await setWrap(undefined)
  })

  const wraps = (editor: vscode.TextEditor) =>
    eventually(
      'the wrapped article',
      () => isWrapped(editor),
      (wrapped) => wrapped
    )

  it('are wrapped, of one after the other, and stay so when the user comes back', async () => {
    const first = await showText(article)
    await wraps(first)
    await wraps(await showText(article.replaceAll('bridge', 'tunnel')))
    await wraps(await vscode.window.showTextDocument(first.document))
  })

  it('are left as they are where the user toggles them back', async () => {
    const editor = await showText(article)
    await wraps(editor)
    await vscode.commands.executeCommand('editor.action.toggleWordWrap')
    assert.equal(await isWrapped(editor), false)
    await editor.edit((edit) => edit.insert(editor.document.positionAt(article.length), 'Lopez left.\n'))
    await analyzed(editor)
    assert.equal(await isWrapped(editor), false)
  })

  it('are not wrapped in a file that is no article, which has no colours of ours either', async () => {
    const editor = await showText(log)
    // Another one is wrapped meanwhile: had the log been, it would be by then.
    await wraps(await showText(article))
    await analyzed(editor)
    const shown = await vscode.window.showTextDocument(editor.document)
    assert.equal(await isWrapped(shown), false)
    assert.deepEqual(await semanticTokens(editor.document), [])
  })

  it('are as the user has set them', async () => {
    await setWrap('off')
    const editor = await showText(article)
    await analyzed(editor)
    assert.equal(await isWrapped(editor), false)
    await setWrap('on')
    await wraps(editor)
  })
})

/** Tokens come of a finished analysis, which has also told whether the lines are to be wrapped. */
async function analyzed({ document }: vscode.TextEditor): Promise<void> {
  await semanticTokens(document)
}
