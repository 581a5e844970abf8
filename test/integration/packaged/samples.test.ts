import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import type { Analysis } from '../../../src/analysis'
import { articleFormat, decodeText, readArticle } from '../../../src/article'
import { namedMentions, namedTokens } from '../../../src/editor/namedTokens'
import {
  closeAllEditors,
  deleteFiles,
  extensionsEngine,
  hoverText,
  readFile,
  semanticTokens,
  workspaceFile
} from '../suite/workbench'

interface ExportedArticle {
  readonly id: string
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly type: string }[]
  readonly quotes: readonly { readonly kind: string }[]
}

/**
 * What the installed package shows of the samples is what its engine says of them: what that is, the golden files hold. So
 * another model changes nothing here.
 */
describe('the samples in the installed package', () => {
  const written: vscode.Uri[] = []
  let samples: readonly vscode.Uri[]
  before(async () => {
    samples = (await vscode.workspace.findFiles('*.{txt,md}')).sort((a, b) => a.path.localeCompare(b.path))
    assert.ok(samples.length > 5, `${samples.length} samples`)
  })
  afterEach(async () => {
    await closeAllEditors()
    await deleteFiles(...written.splice(0))
  })

  async function expected(uri: vscode.Uri): Promise<{ readonly text: string; readonly analysis: Analysis }> {
    const decoded = decodeText(await vscode.workspace.fs.readFile(uri))
    assert.ok('text' in decoded)
    const analysis = (await extensionsEngine()).analyze(readArticle(decoded.text, articleFormat(uri.path)))
    return { text: decoded.text, analysis }
  }

  it('have names and quotes, and their tokens are those of the engine', async () => {
    for (const uri of samples) {
      const { text, analysis } = await expected(uri)
      assert.ok(analysis.entities.length > 5 && analysis.quotes.length > 5, uri.path)
      const document = await vscode.workspace.openTextDocument(uri)
      await vscode.window.showTextDocument(document)
      assert.deepEqual(
        await semanticTokens(document),
        namedTokens(text, namedMentions(analysis)).map(
          ({ type, modifiers, start, end }) => `${[type, ...modifiers].join('.')} "${text.slice(start, end)}"`
        ),
        uri.path
      )
    }
  })

  it('say in hovers who somebody is, and lead to where somebody is introduced', async () => {
    for (const uri of samples) {
      const { text, analysis } = await expected(uri)
      const person = analysis.entities.find(
        ({ type, named, name, mentions }) => type === 'person' && named && mentions.length > 1 && text.includes(name)
      )
      assert.ok(person, `nobody comes up twice in ${uri.path}`)
      const document = await vscode.workspace.openTextDocument(uri)
      await vscode.window.showTextDocument(document)
      assert.match(await hoverText(document, person.name), /\u00B7 person/)
      const last = analysis.mentions[person.mentions.at(-1) ?? 0]
      assert.ok(last)
      const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        uri,
        document.positionAt(last.start)
      )
      assert.equal(links.length, 1, `${uri.path}: ${text.slice(last.start, last.end)}`)
    }
  })

  it('are exported as a folder with all that the engine found', async () => {
    const target = workspaceFile('suite folder.json')
    written.push(target)
    await vscode.commands.executeCommand('articleAnnotator.exportFolder', { format: 'json', target })
    const { articles: exported } = JSON.parse(await readFile(target)) as {
      readonly articles: readonly ExportedArticle[]
    }
    for (const uri of samples) {
      const { analysis } = await expected(uri)
      const article = exported.find(({ id }) => uri.path.endsWith(`/${id}`))
      assert.ok(article, uri.path)
      assert.equal(article.quotes.length, analysis.quotes.length, uri.path)
      assert.deepEqual(
        article.mentions.map(({ start, end, type }) => `${type} ${start}-${end}`),
        analysis.mentions.map(({ start, end, type }) => `${type} ${start}-${end}`),
        uri.path
      )
    }
  })
})
