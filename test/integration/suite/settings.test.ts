import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { folderSettings, highlights, hintedMentions, maximumArticleSize } from '../../../src/workspace/settings'
import { onDidChangeHighlights, setHighlight, setHighlighting } from '../../../src/workspace/switchHighlights'
import { registerWrongSettings } from '../../../src/workspace/wrongSettings'
import { eventually } from './workbench'

/** Setting -> a value that a settings file can have and the setting cannot. */
const wrong: Readonly<Record<string, unknown>> = {
  'highlight.enabled': 'yes',
  'quotes.decorations': 7,
  'folder.include': null,
  'folder.exclude': { '**/x': true },
  inlayHints: ['all'],
  'article.maximumSize': -5
}

describe('settings with values that they cannot have', () => {
  const set = async (values: Readonly<Record<string, unknown>>) => {
    for (const [name, value] of Object.entries(values))
      await vscode.workspace
        .getConfiguration('articleAnnotator')
        .update(name, value, vscode.ConfigurationTarget.Workspace)
  }
  afterEach(() => set(Object.fromEntries(Object.keys(wrong).map((name) => [name, undefined]))))

  it('are told once each, and read as their defaults', async () => {
    const before = read()
    await set(wrong)
    const told: string[] = []
    const registration = registerWrongSettings((message) => told.push(message))
    try {
      assert.equal(told.length, 1)
      for (const [name, value] of Object.entries(wrong))
        assert.ok(told[0]?.includes(`articleAnnotator.${name} (${JSON.stringify(value)})`), `${name}: ${told[0]}`)
      assert.deepEqual(read(), before)
      await set({ 'article.maximumSize': null })
      await eventually(
        'the next message',
        () => told.slice(1),
        (next) => next.length > 0
      )
      assert.match(told[1] ?? '', /: articleAnnotator\.article\.maximumSize \(null\)$/)
      await set({ 'article.maximumSize': -5 })
      await set({ 'article.maximumSize': 2000 })
      assert.equal(maximumArticleSize(), 2000)
      assert.equal(told.length, 2)
    } finally {
      registration.dispose()
    }
  })

  function read() {
    return [folderSettings(), highlights(), hintedMentions(), maximumArticleSize()]
  }
})

describe('the switches of highlights', () => {
  const settings = (languageId?: string) =>
    vscode.workspace.getConfiguration('articleAnnotator', languageId === undefined ? undefined : { languageId })
  const { Global, Workspace } = vscode.ConfigurationTarget

  afterEach(async () => {
    for (const name of ['highlight.enabled', 'highlight.persons', 'highlight.quotes', 'quotes.decorations']) {
      for (const target of [Global, Workspace]) await settings().update(name, undefined, target)
      await settings('markdown').update(name, undefined, Global, true)
    }
  })

  it('are on, and each goes off by itself, for the user', async () => {
    assert.deepEqual(off(), [])
    await setHighlight('persons', false)
    assert.deepEqual(off(), ['persons'])
    assert.equal(settings().inspect('highlight.persons')?.globalValue, false)
  })

  it('tell who listens', async () => {
    let changes = 0
    const listening = onDidChangeHighlights(() => changes++)
    try {
      await setHighlight('quotes', false)
      await eventually(
        'the change',
        () => changes,
        (count) => count > 0
      )
    } finally {
      listening.dispose()
    }
  })

  it('change a value where it is: of the folder, of a language', async () => {
    await settings().update('highlight.persons', false, Workspace)
    await settings('markdown').update('highlight.persons', false, Global, true)
    await setHighlight('persons', true)
    assert.deepEqual(off(), [])
    assert.deepEqual(off('markdown'), [])
    assert.equal(settings().inspect('highlight.persons')?.workspaceValue, true)
  })

  it('are all off while highlighting is, and switching one on brings it back', async () => {
    await setHighlight('persons', false)
    await setHighlighting(false)
    assert.equal(off().length, 6)
    await setHighlight('places', true)
    assert.deepEqual(off(), ['persons'])
  })

  it('take over what the setting before them said', async () => {
    await settings().update('quotes.decorations', 'content', Global)
    assert.deepEqual(off(), ['sources'])
    await settings().update('quotes.decorations', 'off', Global)
    assert.deepEqual(off(), ['quotes', 'sources'])
    await setHighlight('quotes', true)
    assert.deepEqual(off(), ['sources'])
  })

  function off(languageId?: string): readonly string[] {
    const shown = highlights(languageId === undefined ? undefined : { languageId })
    return Object.entries(shown).flatMap(([id, isOn]) => (isOn ? [] : [id]))
  }
})
