import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { closeAllEditors, eventually, semanticTokens, showText, type } from '../suite/workbench'

const story =
  'OSLO, March 3 (Northwire) --\n\nMaria Lopez, the mayor of Lisbon, met officials in Berlin. "We will build it," Lopez said.\n'

describe('semantic tokens', () => {
  afterEach(closeAllEditors)

  it('have a legend of actors and places', async () => {
    const { document } = await showText(story)
    const legend = await eventually(
      'the legend',
      () =>
        vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
          'vscode.provideDocumentSemanticTokensLegend',
          document.uri
        ),
      (given) => given !== undefined
    )
    assert.deepEqual(legend?.tokenTypes, ['actor', 'place'])
    assert.deepEqual(legend?.tokenModifiers, ['person', 'organization', 'group', 'acting', 'decided'])
  })

  for (const ending of ['txt', 'md'] as const) {
    it(`tell actors and places in .${ending}`, async () => {
      const { document } = await showText(story, ending)
      const tokens = await semanticTokens(document)
      assert.ok(tokens.includes('actor.person "Maria Lopez"'), tokens.join('\n'))
      assert.ok(tokens.includes('actor.person "Lopez"'), tokens.join('\n'))
      assert.ok(tokens.includes('place "Berlin"'), tokens.join('\n'))
    })
  }

  it('follow typing', async () => {
    const editor = await showText(story)
    const before = await semanticTokens(editor.document)
    assert.equal(before.filter((token) => token.includes('Hamburg')).length, 0)
    await type(editor, '\nThe talks will go on in Hamburg.\n')
    const after = await eventually(
      'Hamburg',
      () => semanticTokens(editor.document),
      (tokens) => tokens.some((token) => token.includes('"Hamburg"'))
    )
    assert.deepEqual(
      after.filter((token) => !token.includes('Hamburg')),
      before
    )
  })

  it('can be switched off and on', async () => {
    const { document } = await showText(story)
    const settings = vscode.workspace.getConfiguration('articleAnnotator')
    await settings.update('highlight.enabled', false, vscode.ConfigurationTarget.Global)
    try {
      assert.deepEqual(await semanticTokens(document), [])
    } finally {
      await settings.update('highlight.enabled', undefined, vscode.ConfigurationTarget.Global)
    }
    assert.ok((await semanticTokens(document)).length > 0)
  })

  for (const [what, text] of [
    ['an empty article', ''],
    ['lone surrogates and NULs', `Maria \uD800 Lopez ${'x'.repeat(600)} \0 said \uDFFF \uD83D`],
    ['unbalanced quotation marks', '\u201CThe \u2018talks "go on, Lopez said. \u00AB\n\n" \u201D'],
    ['160,000 characters on one line', 'Lopez said "no", '.repeat(10_000)]
  ] as const) {
    it(`bear ${what}`, async () => {
      const { document } = await showText(text)
      assert.ok(Array.isArray(await semanticTokens(document)))
    })
  }

  it('leave an article over the size limit plain', async () => {
    const settings = vscode.workspace.getConfiguration('articleAnnotator')
    await settings.update('article.maximumSize', 1000, vscode.ConfigurationTarget.Global)
    try {
      const { document } = await showText(story + 'More of it. '.repeat(100))
      assert.deepEqual(await semanticTokens(document), [])
    } finally {
      await settings.update('article.maximumSize', undefined, vscode.ConfigurationTarget.Global)
    }
  })
})
