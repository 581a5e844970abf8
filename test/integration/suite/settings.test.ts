import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { folderSettings, highlights, hintedMentions, maximumArticleSize } from '../../../src/workspace/settings'
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
