import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAllEditors, hoverText, showText, workspaceFile, writeFile, deleteFiles } from '../suite/workbench'

const story = [
  'OSLO, March 3 (Northwire) --',
  '',
  'Norwegian Prime Minister Maria Lopez said on Monday that the bridge in Berlin was safe.',
  '',
  '"We will build it," Lopez said. "We will pay for it," she said.',
  ''
].join('\n')

describe('hover', () => {
  afterEach(closeAllEditors)

  it('says who somebody is, how often and where mentioned, and what is quoted, with links', async () => {
    const { document } = await showText(story)
    const hover = await hoverText(document, 'Maria Lopez')
    assert.match(hover, /^\*\*Maria Lopez\*\* · person/)
    assert.match(hover, /Also called: Lopez/)
    assert.match(hover, /Prime Minister/)
    assert.match(hover, /Mentioned \d+ times: line 3: \[Maria Lopez\]\(command:articleAnnotator\.revealSpan\?/)
    assert.match(hover, /We will build it/)
  })

  it('says where a place is and how many live there', async () => {
    const { document } = await showText(story)
    const hover = await hoverText(document, 'Berlin')
    assert.match(hover, /^\*\*Berlin\*\* · place/)
    assert.match(hover, /Germany · 52\.5\d?° N, 13\.4\d?° E · [\d.,\s]+ inhabitants/)
  })

  it('says what a quote is, who speaks, why we think so, and the other quotes', async () => {
    const { document } = await showText(story)
    const hover = await hoverText(document, 'build it')
    assert.match(hover, /^\*\*Direct quote\*\* · Maria Lopez/)
    assert.match(hover, /Source: Lopez · Cue: said/)
    assert.match(hover, /\d+ % sure: found by the cue and source after it/)
    assert.match(hover, /other quotes? of this speaker|Another quote of this speaker/)
    assert.match(hover, /pay for it/)
  })

  it('says in words why somebody without a name is taken for the speaker', async () => {
    const { document } = await showText('A senior port official said that the bridge was late.\n')
    assert.match(await hoverText(document, 'bridge was late'), /% sure: found [^\n]*speaker: introduced here/)
  })

  it('shows article text as text alone', async () => {
    const { document } = await showText(
      '"[Press](command:workbench.action.quit) <img src=x> **now**," Maria Lopez said.\n'
    )
    const hover = await hoverText(document, 'Press')
    assert.match(hover, /Direct quote/)
    assert.doesNotMatch(hover, /\]\(command:workbench/)
    assert.doesNotMatch(await hoverText(document, 'Maria Lopez'), /(^|[^\\])<img/)
  })

  it('has links that jump', async () => {
    const uri = await writeFile('hover links (1).txt', story)
    try {
      const document = await vscode.workspace.openTextDocument(uri)
      const hover = await hoverText(document, 'Maria Lopez')
      const argument = /line 5: \[Lopez\]\(command:articleAnnotator\.revealSpan\?([^)]+)\)/.exec(hover)?.[1]
      assert.ok(argument, hover)
      await vscode.commands.executeCommand(
        'articleAnnotator.revealSpan',
        ...(JSON.parse(decodeURIComponent(argument)) as unknown[])
      )
      const editor = vscode.window.activeTextEditor
      assert.equal(editor?.document.uri.toString(), uri.toString())
      assert.equal(editor.selection.start.line, 4)
      assert.equal(editor.document.getText(editor.selection), 'Lopez')
    } finally {
      await closeAllEditors()
      await deleteFiles(uri)
    }
  })

  it('bears a link to an article that is gone', async () => {
    await vscode.commands.executeCommand('articleAnnotator.revealSpan', workspaceFile('gone.txt').toString(), 0, 3)
    await vscode.commands.executeCommand('articleAnnotator.revealSpan', 3, 'x')
  })
})
