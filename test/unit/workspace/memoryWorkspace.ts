import { URI } from 'vscode-uri'
import type { Analysis, Engine } from '../../../src/analysis'
import type { Article } from '../../../src/article'
import { emitter } from '../../../src/util/emitter'
import { pause } from '../../../src/util/pause'
import { emptyAnalysis } from '../../../src/workspace/analyzeInSlices'
import type { FolderChanges, FolderFiles } from '../../../src/workspace/folderFiles'
import { articleFormat } from '../../../src/article'
import type { Decisions } from '../../../src/workspace/articleDocuments'
import type { Log } from '../../../src/workspace/log'
import type { OpenText, OpenTexts, TextEdit } from '../../../src/workspace/openTexts'

/** A text that is open, as VS Code would have it. */
export class MemoryText implements OpenText {
  readonly uri: URI
  readonly languageId: string
  version = 1
  isClosed = false
  isDirty = false
  #text: string

  constructor(name: string, text: string) {
    this.uri = uriOf(name)
    this.languageId = articleFormat(name) === 'markdown' ? 'markdown' : 'plaintext'
    this.#text = text
  }

  getText(): string {
    return this.#text
  }

  apply({ start, end, text }: TextEdit): void {
    this.#text = this.#text.slice(0, start) + text + this.#text.slice(end)
    this.version++
    this.isDirty = true
  }
}

export function uriOf(name: string): URI {
  return URI.parse(`file:///folder/${name}`)
}

/** Open texts and a folder of files, in memory, with everything that happens to them in the test's hands. */
export class MemoryWorkspace {
  readonly files = new Map<string, { text: string; modified: number }>()
  readonly errors: string[] = []
  maximumSize = 10_000
  /** What the settings say of being an article, by name. */
  readonly said = new Map<string, boolean>()
  readonly #open: MemoryText[] = []
  readonly #visible = new Set<MemoryText>()
  readonly #changed = emitter<{ document: OpenText; edits: readonly TextEdit[] }>()
  readonly #closed = emitter<OpenText>()
  readonly #saved = emitter<OpenText>()
  readonly #visibleChanged = emitter()
  readonly #settings = emitter()
  readonly #folders = emitter()
  readonly #watchers = new Set<FolderChanges>()

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [name, text] of Object.entries(files)) this.files.set(uriOf(name).toString(), { text, modified: 1 })
  }

  /** Opens the file of that name, or with `text` one that has another text. */
  open(name: string, text = this.files.get(uriOf(name).toString())?.text ?? ''): MemoryText {
    const document = new MemoryText(name, text)
    this.#open.push(document)
    this.#visible.add(document)
    this.#visibleChanged.fire()
    return document
  }

  type(document: MemoryText, text: string, start = document.getText().length, end = start): void {
    const edit = { start, end, text }
    document.apply(edit)
    this.#changed.fire({ document, edits: [edit] })
  }

  hide(document: MemoryText): void {
    this.#visible.delete(document)
    this.#visibleChanged.fire()
  }

  close(document: MemoryText): void {
    document.isClosed = true
    this.#open.splice(this.#open.indexOf(document), 1)
    this.#visible.delete(document)
    this.#closed.fire(document)
  }

  save(document: MemoryText): void {
    document.isDirty = false
    this.write(document.uri.toString(), document.getText())
    this.#saved.fire(document)
  }

  /** `id` is a file's URI. */
  write(id: string, text: string): void {
    const known = this.files.get(id)
    this.files.set(id, { text, modified: (known?.modified ?? 0) + 1 })
    for (const { changed, listChanged } of this.#watchers)
      if (known) changed(URI.parse(id))
      else listChanged()
  }

  delete(id: string): void {
    this.files.delete(id)
    for (const { listChanged } of this.#watchers) listChanged()
  }

  changeSettings(): void {
    this.#settings.fire()
    this.#folders.fire()
  }

  readonly log: Log = {
    info: () => undefined,
    warn: (message) => void this.errors.push(message),
    error: (message, ...details) => void this.errors.push([message, ...details].map(String).join(' '))
  }

  readonly texts: OpenTexts = {
    all: () => this.#open,
    visible: () => [...this.#visible],
    maximumSize: () => this.maximumSize,
    bySetting: ({ uri }) => this.#said(uri),
    nameOf: ({ path }) => path.slice('/folder/'.length),
    onDidChange: this.#changed.event,
    onDidClose: this.#closed.event,
    onDidSave: this.#saved.event,
    onDidChangeVisible: this.#visibleChanged.event,
    onDidChangeSettings: this.#settings.event
  }

  readonly folderFiles: FolderFiles = {
    name: () => 'work',
    bySetting: (uri) => this.#said(uri),
    nameOf: ({ path }) => path.slice('/folder/'.length),
    list: () => Promise.resolve([...this.files.keys()].sort().map((id) => URI.parse(id))),
    watch: (changes) => {
      this.#watchers.add(changes)
      return { dispose: () => void this.#watchers.delete(changes) }
    },
    access: () => ({
      stat: (id) =>
        Promise.resolve().then(() => ({ size: this.#file(id).text.length, modified: this.#file(id).modified })),
      read: (id) => Promise.resolve().then(() => new TextEncoder().encode(this.#file(id).text)),
      problem: (_, error) => (String(error).includes('missing') ? 'missing' : 'failed'),
      limit: () => this.maximumSize
    }),
    onDidChangeFolders: this.#folders.event
  }

  #said({ path }: { readonly path: string }): boolean | undefined {
    return this.said.get(path.slice('/folder/'.length))
  }

  #file(id: string): { readonly text: string; readonly modified: number } {
    const file = this.files.get(id)
    if (!file) throw new Error('missing')
    return file
  }
}

/** Decisions that make of an analysis what `change` says; the same object is nothing decided. */
export function decisionsOf(change: (suggested: Analysis) => Analysis): Decisions {
  return {
    load: () => Promise.resolve(),
    decide(suggested) {
      const analysis = change(suggested.analysis)
      if (analysis === suggested.analysis) return undefined
      return { analysis, decisions: [], marks: [], mentions: new Map(), quotes: new Map(), isArticle: null }
    }
  }
}

/** An engine that finds what `analyze` says, and notes each text that it is asked about. */
export function notingEngine(analyze: (article: Article) => Analysis = () => emptyAnalysis): {
  readonly engine: () => Promise<Engine>
  readonly asked: string[]
} {
  const asked: string[] = []
  const engine: Engine = {
    version: 'test',
    analyze(article) {
      asked.push(article.text)
      return analyze(article)
    },
    *analyzeInSteps(article) {
      asked.push(article.text)
      yield
      return analyze(article)
    }
  }
  return { engine: () => Promise.resolve(engine), asked }
}

/** Waits until something is so; fails with the last value when it never is. */
export async function eventually<T>(read: () => T, isSo: (value: T) => boolean): Promise<T> {
  for (let turns = 0; turns < 2000; turns++) {
    const value = read()
    if (isSo(value)) return value
    await pause(5)
  }
  throw new Error(`never so: ${String(read())}`)
}
