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

  it('says in four lines who somebody is, why we think so, how often quoted and mentioned, and what can be done', async () => {
    const { document } = await showText(story)
    assert.deepEqual(shownLines(await hoverText(document, 'Maria Lopez')), [
      '**Maria Lopez** · person · Norwegian Prime Minister',
      '*High confidence (98 %): named here*',
      '3 quotes · 3 mentions',
      'Accept · Reject · Correct… · Code… · Note…'
    ])
  })

  it('leads from a pronoun to where the article says who that is', async () => {
    const { document } = await showText(story)
    const hover = await hoverText(document, 'she said')
    assert.match(hover, /^she → \*\*\[Maria Lopez\]\(command:articleAnnotator\.revealSpan\?[^)]+\)\*\* · person/)
    assert.match(shownLines(hover)[1] ?? '', /^\*Medium confidence \(\d+ %\): the likeliest for this pronoun\*$/)
  })

  it('says where a place is', async () => {
    const { document } = await showText(story)
    const [first] = shownLines(await hoverText(document, 'Berlin'))
    assert.match(first ?? '', /^\*\*Berlin\*\* · place · Germany · 52\.5\d?° N, 13\.4\d?° E$/)
  })

  it('says in four lines who speaks, of what kind the quote is, why we think so, and how often they are quoted', async () => {
    const { document } = await showText(story)
    const lines = shownLines(await hoverText(document, 'build it'))
    assert.equal(lines.length, 4, lines.join('\n'))
    assert.equal(lines[0], 'Lopez → **Maria Lopez** · Direct quote · “said”')
    assert.match(lines[1] ?? '', /confidence \(\d+ %\): found by the cue and source after it · speaker: named here/)
    assert.deepEqual(lines.slice(2), ['3 quotes · 3 mentions', 'Accept · Reject · Correct… · Code… · Note…'])
  })

  it('says in words why somebody without a name is taken for the speaker', async () => {
    const { document } = await showText('A senior port official said that the bridge was late.\n')
    const [first, second] = shownLines(await hoverText(document, 'bridge was late'))
    assert.equal(first, '**a senior port official** · Indirect quote · “said”')
    assert.match(second ?? '', /found [^\n]*speaker: introduced here/)
  })

  it('shows article text as text alone', async () => {
    const { document } = await showText(
      '"[Press](command:workbench.action.quit) <img src=x> **now**," Maria Lopez said.\n'
    )
    const hover = await hoverText(document, 'Press')
    assert.match(hover, /Direct quote/)
    assert.doesNotMatch(hover, /\]\(command:workbench|(^|[^\\])<img/)
    const { document: named } = await showText(
      'The **[Press](command:workbench.action.quit)** <img src=x> agency, a firm.\n'
    )
    assert.doesNotMatch(await hoverText(named, 'Press'), /\]\(command:workbench|(^|[^\\])<img/)
  })

  it('has links that jump', async () => {
    const uri = await writeFile('hover links (1).txt', story)
    try {
      const document = await vscode.workspace.openTextDocument(uri)
      const hover = await hoverText(document, 'Lopez said. ')
      const argument = /\[Maria Lopez\]\(command:articleAnnotator\.revealSpan\?([^)]+)\)/.exec(hover)?.[1]
      assert.ok(argument, hover)
      await vscode.commands.executeCommand(
        'articleAnnotator.revealSpan',
        ...(JSON.parse(decodeURIComponent(argument)) as unknown[])
      )
      const editor = vscode.window.activeTextEditor
      assert.equal(editor?.document.uri.toString(), uri.toString())
      assert.equal(editor.selection.start.line, 2)
      assert.equal(editor.document.getText(editor.selection), 'Maria Lopez')
    } finally {
      await closeAllEditors()
      await deleteFiles(uri)
    }
  })

  it('peeks at all mentions from their number', async () => {
    const { document } = await showText(story)
    const hover = await hoverText(document, 'Lopez said. ')
    const argument = /\[3 mentions\]\(command:articleAnnotator\.peekMentions\?([^)]+)\)/.exec(hover)?.[1]
    assert.ok(argument, hover)
    await vscode.commands.executeCommand(
      'articleAnnotator.peekMentions',
      ...(JSON.parse(decodeURIComponent(argument)) as unknown[])
    )
    const editor = vscode.window.activeTextEditor
    assert.equal(editor?.document.getText(editor.selection), 'Lopez')
    await vscode.commands.executeCommand('closeReferenceSearch')
  })

  it('bears a link to an article that is gone', async () => {
    await vscode.commands.executeCommand('articleAnnotator.revealSpan', workspaceFile('gone.txt').toString(), 0, 3)
    await vscode.commands.executeCommand('articleAnnotator.revealSpan', 3, 'x')
  })
})

/** The lines of a hover as a reader sees them: links without their targets. */
function shownLines(hover: string): readonly string[] {
  return hover
    .replace(/\]\(command:[^)]*\)/g, '')
    .replaceAll('[', '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .split(/\s*\n+/)
}
