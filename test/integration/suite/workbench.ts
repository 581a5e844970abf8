import * as vscode from 'vscode'
import { encoderWeights, loadEngine } from '../../../src/analysis'
import { openEncoder, prepareEncoder, type Encoder } from '../../../src/encoder'
import { lazy } from '../../../src/util/lazy'
import type { ArticleDocuments } from '../../../src/workspace/articleDocuments'

export const extensionId = 'article-annotator.article-annotator'

export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(extensionId)
  if (!found) throw new Error(`${extensionId} is not installed`)
  return found
}

/** The engine that the extension has: the fake one, or the real one with its language model in the installed package. */
export const extensionsEngine = lazy(async () => {
  const encoder = encoderWeights === undefined ? undefined : await installedEncoder(encoderWeights)
  return loadEngine((file) => installed('models', file), encoder)
})

/** The engine of its extension host, which has no language model. */
export const hostsEngine = lazy(() => loadEngine((file) => installed('models', file)))

async function installedEncoder(file: string): Promise<Encoder> {
  const [weights, own, shared] = await Promise.all([
    installed('models', file),
    installed('dist', 'kernels.wasm'),
    installed('dist', 'kernels-shared.wasm')
  ])
  const prepared = prepareEncoder({ weights, kernels: { own, shared } })
  if ('problem' in prepared) throw new Error(`${prepared.problem}: ${prepared.detail}`)
  return openEncoder(prepared)
}

async function installed(...path: readonly string[]): Promise<Uint8Array> {
  return vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension().extensionUri, ...path))
}

export function workspaceFile(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  if (!folder) throw new Error('the suites need an open folder')
  return vscode.Uri.joinPath(folder.uri, name)
}

/** Writes a file into the workspace; the caller deletes it. */
export async function writeFile(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = workspaceFile(name)
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content)
  return uri
}

export async function readFile(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
}

export async function deleteFiles(...uris: readonly vscode.Uri[]): Promise<void> {
  for (const uri of uris) await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => undefined)
}

const shownTexts: vscode.Uri[] = []
let textsWritten = 0

/** Shows a text in a file of its own, in a folder that the extension's folder reading leaves out; `closeAllEditors` deletes it. */
export async function showText(content: string, ending: 'txt' | 'md' = 'txt'): Promise<vscode.TextEditor> {
  const uri = await writeFile(`.suite/text ${(textsWritten += 1)}.${ending}`, content)
  shownTexts.push(uri)
  return vscode.window.showTextDocument(uri)
}

/** Closes everything, unsaved changes lost. */
export async function closeAllEditors(): Promise<void> {
  while (vscode.window.activeTextEditor)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  await deleteFiles(...shownTexts.splice(0))
}

/** The semantic tokens of a document as readable lines: `actor.person "Ana Ruiz"`. */
export async function semanticTokens(document: vscode.TextDocument): Promise<string[]> {
  const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
    'vscode.provideDocumentSemanticTokensLegend',
    document.uri
  )
  const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
    'vscode.provideDocumentSemanticTokens',
    document.uri
  )
  const data = tokens?.data ?? new Uint32Array()
  const lines: string[] = []
  let line = 0
  let character = 0
  for (let index = 0; index + 4 < data.length; index += 5) {
    const [deltaLine = 0, deltaStart = 0, length = 0, type = 0, modifiers = 0] = data.subarray(index, index + 5)
    character = deltaLine > 0 ? deltaStart : character + deltaStart
    line += deltaLine
    const names = legend.tokenModifiers.filter((_, bit) => modifiers & (1 << bit))
    const text = document.getText(new vscode.Range(line, character, line, character + length))
    lines.push(`${[legend.tokenTypes[type], ...names].join('.')} "${text}"`)
  }
  return lines
}

/** The Markdown of all hovers of our extension where `words` stand. */
export async function hoverText(document: vscode.TextDocument, words: string): Promise<string> {
  const offset = document.getText().indexOf(words)
  if (offset < 0) throw new Error(`"${words}" is not in the document`)
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset + 1)
  )
  return hovers
    .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
    .join('\n---\n')
}

/** Asks again until the answer is right; the last answer is in the error. Milliseconds. */
export async function eventually<T>(
  what: string,
  ask: () => T | Thenable<T>,
  isRight: (answer: T) => boolean,
  limit = 60_000
): Promise<T> {
  const end = Date.now() + limit
  for (;;) {
    const answer = await ask()
    if (isRight(answer)) return answer
    if (Date.now() > end) throw new Error(`waited ${limit} ms for ${what}, last seen: ${JSON.stringify(answer)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export async function type(editor: vscode.TextEditor, text: string): Promise<void> {
  const document = editor.document
  const isTyped = await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), text))
  if (!isTyped) throw new Error('the edit was refused')
}

/** Collects what a document's analyses were, in order. */
export function recordAnalyses(documents: ArticleDocuments): { readonly versions: number[]; dispose(): void } {
  const versions: number[] = []
  const listening = documents.onDidAnalyze(({ version }) => versions.push(version))
  return {
    versions,
    dispose: () => {
      listening.dispose()
    }
  }
}

/** A log that nobody reads. One for all suites: channels of one name share their end. */
export const silentLog = lazy(() => vscode.window.createOutputChannel('Article Annotator tests', { log: true }))
