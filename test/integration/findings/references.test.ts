import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { folderSettled } from '../../../src/editor/freshCorpus'
import { registerWorkspaceSymbols } from '../../../src/editor/workspaceSymbols'
import { ArticleDocuments } from '../../../src/workspace/articleDocuments'
import { ArticleFolder } from '../../../src/workspace/articleFolder'
import { editorTexts } from '../../../src/workspace/editorTexts'
import { workspaceFiles } from '../../../src/workspace/folderFiles'
import {
  closeAllEditors,
  deleteFiles,
  eventually,
  extension,
  extensionsEngine,
  hoverText,
  showText,
  silentLog,
  type,
  writeFile
} from '../suite/workbench'

const story = [
  'Harbour master speaks out',
  '',
  'OSLO, March 3 (Northwire) --',
  '',
  'Norwegian Prime Minister Maria Lopez said on Monday that the bridge in Berlin was safe.',
  '',
  '"We will build it," Lopez said. "We will pay for it," she said.',
  '',
  'A senior port official disagreed. "The bridge will fall before the winter comes," the official said.',
  ''
].join('\n')

const note =
  'Maria Lopez met reporters in Lisbon.\r\n\r\n"Nobody asked me about the ferry," Lopez said. She left at noon.\r\n'

describe('definitions', () => {
  afterEach(closeAllEditors)

  it('lead from a pronoun, a last name and a description to where the article says who that is', async () => {
    const { document } = await showText(story)
    assert.deepEqual(await definitions(document, 'she said'), ['she -> Maria Lopez, line 5'])
    assert.deepEqual(await definitions(document, 'Lopez said. "We'), ['Lopez -> Maria Lopez, line 5'])
    assert.deepEqual(await definitions(document, 'the official'), ['the official -> A senior port official, line 9'])
    assert.deepEqual(await definitions(document, 'Maria Lopez'), ['Maria Lopez -> Maria Lopez, line 5'])
    assert.deepEqual(await definitions(document, 'bridge in'), [])
  })

  it('work in Markdown', async () => {
    const { document } = await showText(`# A bridge\n\n*Maria Lopez* spoke.\n\n"We will build it," Lopez said.\n`, 'md')
    assert.deepEqual(await definitions(document, 'Lopez said'), ['Lopez -> Maria Lopez, line 3'])
  })

  it('show the sentence of the target', async () => {
    const { document } = await showText(story)
    const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, 'she said')
    )
    assert.ok(link)
    assert.match(document.getText(link.targetRange), /^Norwegian Prime Minister .* was safe\.$/)
  })
})

describe('references', () => {
  const written: vscode.Uri[] = []

  afterEach(async () => {
    await closeAllEditors()
    await deleteFiles(...written.splice(0))
  })

  it('are the mentions in the article where the folder does not have it', async () => {
    const { document } = await showText(story)
    assert.deepEqual(await references(document, 'she said'), ['5 Maria Lopez', '7 Lopez', '7 she'])
    assert.deepEqual(await references(document, 'the official'), ['9 A senior port official', '9 the official'])
    assert.deepEqual(await references(document, 'bridge in'), [])
  })

  it('are those of the whole folder once it is analyzed, of open articles as they are now', async () => {
    await extension().activate()
    const storyFile = await writeFile('suite story.txt', story)
    const noteFile = await writeFile('suite note.txt', note)
    written.push(storyFile, noteFile)
    await vscode.commands.executeCommand('articleAnnotator.analyzeFolder')
    const document = await vscode.workspace.openTextDocument(storyFile)
    assert.deepEqual(await references(document, 'she said'), [
      'suite note.txt 1 Maria Lopez',
      'suite note.txt 3 me',
      'suite note.txt 3 Lopez',
      'suite note.txt 3 She',
      '5 Maria Lopez',
      '7 Lopez',
      '7 she'
    ])
    const hover = await eventually(
      'the folder in the hover',
      () => hoverText(document, 'she said'),
      (text) => text.includes('articles')
    )
    assert.match(
      hover,
      /\[4 quotes\]\(command:articleAnnotator\.showQuotes\?[^)]+\) · \[7 mentions\]\([^)]+\) · \[2 articles\]\([^)]+\)/
    )

    const other = await vscode.window.showTextDocument(noteFile)
    await other.edit((edit) => edit.insert(new vscode.Position(0, 0), 'The ferry\r\n\r\n'))
    await type(other, 'Lopez came back.\r\n')
    assert.deepEqual(await references(document, 'she said'), [
      'suite note.txt 3 Maria Lopez',
      'suite note.txt 5 me',
      'suite note.txt 5 Lopez',
      'suite note.txt 5 She',
      'suite note.txt 6 Lopez',
      '5 Maria Lopez',
      '7 Lopez',
      '7 she'
    ])
    // An unnamed source of one article is nobody's of another one.
    assert.deepEqual(await references(document, 'the official'), ['9 A senior port official', '9 the official'])
  })

  it('of the folder can be found by name', async () => {
    written.push(await writeFile('suite story.txt', story), await writeFile('suite note.txt', note))
    await vscode.commands.executeCommand('articleAnnotator.analyzeFolder')
    const found = (await symbols('mlopez')).filter((line) => line.includes('suite'))
    assert.deepEqual(found, ['Maria Lopez (person, in 2 articles), suite note.txt line 1: "Maria Lopez"'])
    assert.deepEqual(
      (await symbols('zzzqqq')).filter((line) => line.includes('suite')),
      []
    )
    assert.match(
      (await symbols('senior port official')).join('\n'),
      /^a senior port official \(person\), suite story\.txt line 9: "A senior port official"$/m
    )
  })
})

describe('what waits for the folder', () => {
  const opened: vscode.Disposable[] = []

  afterEach(async () => {
    for (const disposable of opened.splice(0)) disposable.dispose()
    await closeAllEditors()
  })

  /** A folder whose reading lasts until `goOn`. */
  function slowFolder() {
    let goOn = () => undefined as void
    const waiting = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const engine = async () => {
      await waiting
      return extensionsEngine()
    }
    const log = silentLog()
    const documents = new ArticleDocuments({ texts: editorTexts, engine: extensionsEngine, log })
    const folder = new ArticleFolder({ files: workspaceFiles(log), engine, documents, log })
    opened.push(documents, folder)
    return { documents, folder, goOn }
  }

  it('goes on at once when the folder is not read, when the reading ends, and when nobody waits', async () => {
    const { folder, goOn } = slowFolder()
    const none = new vscode.CancellationTokenSource()
    await folderSettled(folder, none.token)
    const reading = folder.refresh()
    assert.equal(folder.state.kind, 'reading')
    const withdrawn = new vscode.CancellationTokenSource()
    const impatient = folderSettled(folder, withdrawn.token)
    withdrawn.cancel()
    await impatient
    assert.equal(folder.state.kind, 'reading')
    assert.equal(folder.snapshot(), undefined)
    const patient = folderSettled(folder, none.token)
    goOn()
    await patient
    assert.equal(folder.state.kind, 'ready')
    await reading
    assert.ok(folder.snapshot())
  })

  it('searches the open articles as long as the folder is not read', async () => {
    const { documents, folder } = slowFolder()
    const { document } = await showText('Mr. Odalric Fenwick said on Monday that he was happy. "I am," Fenwick said.\n')
    assert.deepEqual(await symbols('Odalric'), [])
    await documents.analyze(document)
    opened.push(registerWorkspaceSymbols(documents, folder, silentLog()))
    assert.deepEqual(await symbols('Odalric'), [
      `Odalric Fenwick (person), ${fileOf(document.uri)} line 1: "Odalric Fenwick"`
    ])
  })
})

describe('highlights', () => {
  afterEach(closeAllEditors)

  it('are all mentions of one entity, the introduction as a writing access', async () => {
    const { document } = await showText(story)
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      positionOf(document, 'she said')
    )
    assert.deepEqual(
      found.map(({ range, kind }) => `${document.getText(range)} ${vscode.DocumentHighlightKind[kind ?? 0]}`),
      ['Maria Lopez Write', 'Lopez Read', 'she Read']
    )
  })
})

describe('the outline', () => {
  afterEach(closeAllEditors)

  it('is the title with the quotes and names', async () => {
    const { document } = await showText(story)
    const [title, ...others] = await outline(document)
    assert.deepEqual(others, [])
    assert.ok(title)
    assert.deepEqual(
      [title.name, vscode.SymbolKind[title.kind], document.getText(title.range).length],
      ['Harbour master speaks out', 'File', story.trimEnd().length]
    )
    const lines = title.children.map(
      ({ name, kind, detail }) => `${vscode.SymbolKind[kind]} ${name}${detail && ` | ${detail}`}`
    )
    assert.ok(lines.includes('String Maria Lopez: "We will build it," | Direct quote'), lines.join('\n'))
    assert.ok(
      lines.some((line) => /^String Maria Lopez: .*the bridge in Berlin was safe.* \| Indirect quote$/.test(line)),
      lines.join('\n')
    )
    assert.ok(
      lines.some((line) => line.startsWith('String a senior port official: "The bridge will fall')),
      lines.join('\n')
    )
    assert.ok(
      lines.some((line) => /^Class Maria Lopez \| .*Prime Minister/.test(line)),
      lines.join('\n')
    )
    assert.ok(lines.includes('Namespace Berlin'), lines.join('\n'))
  })

  it('leaves the headings of Markdown alone', async () => {
    const { document } = await showText('# A bridge\n\nMaria Lopez spoke in Berlin.\n', 'md')
    const symbols = await outline(document)
    assert.deepEqual(
      symbols
        .filter(({ kind }) => kind === vscode.SymbolKind.Class || kind === vscode.SymbolKind.Namespace)
        .map(({ name }) => name),
      ['Maria Lopez', 'Berlin']
    )
    assert.deepEqual(
      symbols
        .filter(({ kind }) => kind === vscode.SymbolKind.File || kind === vscode.SymbolKind.Module)
        .map(({ name }) => name),
      []
    )
  })
})

describe('inlay hints', () => {
  const settings = () => vscode.workspace.getConfiguration('articleAnnotator')

  afterEach(async () => {
    await settings().update('inlayHints', undefined, vscode.ConfigurationTarget.Global)
    await closeAllEditors()
  })

  it('are off unless wanted', async () => {
    const { document } = await showText(story)
    await definitions(document, 'she said')
    assert.deepEqual(await hints(document), [])
  })

  it('say behind sources who they are, and where that is said', async () => {
    const { document } = await showText(`${story}\nBerlin welcomed her.\n`)
    await settings().update('inlayHints', 'sources', vscode.ConfigurationTarget.Global)
    assert.deepEqual(await hints(document), [
      'she \u2192 Maria Lopez, line 5',
      'the official \u2192 a senior port official, line 9'
    ])
  })

  it('say it behind all descriptions and pronouns', async () => {
    const { document } = await showText(
      'Maria Lopez told reporters about her plans.\n\n"We will build it," she said.\n'
    )
    await settings().update('inlayHints', 'all', vscode.ConfigurationTarget.Global)
    assert.deepEqual(await hints(document), ['her \u2192 Maria Lopez, line 1', 'she \u2192 Maria Lopez, line 1'])
  })
})

describe('hovers on descriptions and pronouns', () => {
  afterEach(closeAllEditors)

  it('say whom the words mean and why, with a link there', async () => {
    const { document } = await showText(story)
    assert.match(
      await hoverText(document, 'the official'),
      /^the official \u2192 \*\*\[a senior port official\]\(command:articleAnnotator\.revealSpan\?[^)]+\)\*\* \u00B7 person/
    )
    const pronoun = await hoverText(document, 'she said')
    assert.match(pronoun, /^she \u2192 \*\*\[Maria Lopez\]\(command:/)
    assert.match(pronoun, /\*\w+ confidence \\\(\d+ \\%\\\)\\: the likeliest for this pronoun\*/)
    assert.match(await hoverText(document, 'A senior port'), /^\*\*a senior port official\*\* \u00B7 person/)
  })
})

function positionOf(document: vscode.TextDocument, words: string): vscode.Position {
  const offset = document.getText().indexOf(words)
  if (offset < 0) throw new Error(`"${words}" is not in the document`)
  return document.positionAt(offset + 1)
}

async function definitions(document: vscode.TextDocument, words: string): Promise<string[]> {
  const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    positionOf(document, words)
  )
  return links.map(({ originSelectionRange, targetUri, targetSelectionRange }) => {
    assert.equal(targetUri.toString(), document.uri.toString())
    assert.ok(originSelectionRange && targetSelectionRange)
    return `${document.getText(originSelectionRange)} -> ${document.getText(targetSelectionRange)}, line ${targetSelectionRange.start.line + 1}`
  })
}

/** Each as its line and words, those of other articles with the file's name before. */
async function references(document: vscode.TextDocument, words: string): Promise<string[]> {
  const locations = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    positionOf(document, words)
  )
  const lines: string[] = []
  for (const { uri, range } of locations) {
    const other = uri.toString() === document.uri.toString() ? document : await vscode.workspace.openTextDocument(uri)
    lines.push(`${other === document ? '' : `${fileOf(uri)} `}${range.start.line + 1} ${other.getText(range)}`)
  }
  return lines.sort((a, b) => Number(b.startsWith('suite')) - Number(a.startsWith('suite')))
}

async function symbols(query: string): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    query
  )
  const lines: string[] = []
  for (const { name, containerName, location } of found) {
    const document = await vscode.workspace.openTextDocument(location.uri)
    lines.push(
      `${name} (${containerName}), ${fileOf(location.uri)} line ${location.range.start.line + 1}: "${document.getText(location.range)}"`
    )
  }
  return lines
}

async function outline(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  return vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri)
}

async function hints(document: vscode.TextDocument): Promise<string[]> {
  const all = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length))
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    all
  )
  return found.map(({ label, position }) => {
    assert.ok(Array.isArray(label))
    const [part] = label
    const before = document.getText(new vscode.Range(position.with({ character: 0 }), position))
    const words = /(?:[Tt]he )?\w+$/.exec(before)?.[0]
    return `${words} ${part?.value}, line ${(part?.location?.range.start.line ?? -1) + 1}`
  })
}

function fileOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1)
}
