import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import type { Engine } from '../../../src/analysis'
import { editorTexts } from '../../../src/workspace/editorTexts'
import { ArticleDocuments } from '../../../src/workspace/articleDocuments'
import { engineSource } from '../../../src/workspace/engineSource'
import { closeAllEditors, eventually, recordAnalyses, showText, silentLog, type, workspaceFile } from './workbench'

/** An engine that finds nothing and says how often it was asked. */
function countingEngine(): { readonly engine: Engine; readonly texts: string[] } {
  const texts: string[] = []
  const nothing = { mentions: [], entities: [], quotes: [], links: [] }
  const engine: Engine = {
    version: 'test',
    analyze: () => nothing,
    *analyzeInSteps({ text }) {
      texts.push(text)
      yield
      return nothing
    }
  }
  return { engine, texts }
}

describe('open articles', () => {
  const log = silentLog()
  const opened: vscode.Disposable[] = []

  afterEach(async () => {
    for (const disposable of opened.splice(0)) disposable.dispose()
    await closeAllEditors()
  })

  function documentsWith(engine: () => Promise<Engine>): ArticleDocuments {
    const documents = new ArticleDocuments({ texts: editorTexts, engine, log })
    opened.push(documents)
    return documents
  }

  it('are analyzed once for all who ask', async () => {
    const { engine, texts } = countingEngine()
    const documents = documentsWith(() => Promise.resolve(engine))
    const { document } = await showText('One article.')
    const [first, second] = await Promise.all([documents.analyze(document), documents.analyze(document)])
    assert.equal(first, second)
    assert.equal(first, documents.peek(document.uri))
    assert.deepEqual(texts, ['One article.'])
  })

  it('are analyzed again once typing rests, and not at each keystroke', async () => {
    const { engine, texts } = countingEngine()
    const documents = documentsWith(() => Promise.resolve(engine))
    const editor = await showText('A')
    await documents.analyze(editor.document)
    const recorded = recordAnalyses(documents)
    opened.push(recorded)
    const letters = 'BCDEFGHIJKLM'
    await vscode.commands.executeCommand('cursorEnd')
    const typing = Promise.all(
      Array.from(letters, (letter) => vscode.commands.executeCommand('type', { text: letter }))
    )
    const version = await eventually(
      'the typed text',
      () => (editor.document.getText() === `A${letters}` ? editor.document.version : undefined),
      (seen) => seen !== undefined
    )
    assert.ok([undefined, version].includes(documents.peek(editor.document.uri)?.version), 'a stale result is shown')
    await typing
    await eventually(
      'the new result',
      () => documents.peek(editor.document.uri)?.version,
      (seen) => seen === version
    )
    assert.equal(recorded.versions.at(-1), version)
    assert.equal(texts.at(-1), `A${letters}`)
    // A slow machine may rest between two keystrokes, not between all.
    assert.ok(recorded.versions.length <= 4, recorded.versions.join(' '))
  })

  it('give nothing to who asked before a change, or no longer waits', async () => {
    const { engine } = countingEngine()
    let ready = Promise.resolve(engine)
    const documents = documentsWith(() => ready)
    const editor = await showText('A')
    const withdrawn = new vscode.CancellationTokenSource()
    withdrawn.cancel()
    assert.equal(await documents.analyze(editor.document, withdrawn.token), undefined)
    await documents.analyze(editor.document)
    await type(editor, 'B')
    let release: () => void = () => undefined
    ready = new Promise((resolve) => (release = () => resolve(engine)))
    const early = documents.analyze(editor.document)
    await type(editor, 'C')
    release()
    assert.equal(await early, undefined)
    assert.equal((await documents.analyze(editor.document))?.article.text, 'ABC')
  })

  it('are forgotten when they close', async () => {
    const { engine } = countingEngine()
    const documents = documentsWith(() => Promise.resolve(engine))
    const { document } = await showText('A')
    await documents.analyze(document)
    const forgotten: string[] = []
    opened.push(documents.onDidForget((uri) => forgotten.push(uri.toString())))
    // A document of another language is another document for its article.
    await vscode.languages.setTextDocumentLanguage(document, 'json')
    await eventually(
      'the end',
      () => forgotten,
      (uris) => uris.length > 0
    )
    assert.deepEqual(forgotten, [document.uri.toString()])
    assert.equal(documents.peek(document.uri), undefined)
    assert.equal(await documents.analyze(document), undefined)
  })

  it('have a problem instead of annotations when they are binary', async () => {
    const { engine, texts } = countingEngine()
    const documents = documentsWith(() => Promise.resolve(engine))
    // From a file VS Code would not open it as text.
    const document = await vscode.workspace.openTextDocument({ content: 'PK\0\0', language: 'plaintext' })
    assert.equal((await documents.analyze(document))?.problem, 'binary')
    assert.deepEqual(texts, [])
  })

  it('have a problem when the models are missing, and one when the analysis fails', async () => {
    const { document } = await showText('A')
    const missing = documentsWith(engineSource(workspaceFile('no-extension-here'), log))
    const result = await missing.analyze(document)
    assert.equal(result?.problem, 'no-engine')
    assert.deepEqual(result.analysis.mentions, [])
    const broken: Engine = {
      ...countingEngine().engine,
      *analyzeInSteps() {
        yield
        throw new Error('broken on purpose')
      }
    }
    assert.equal((await documentsWith(() => Promise.resolve(broken)).analyze(document))?.problem, 'failed')
  })
})
