import {
  EventEmitter,
  window,
  workspace,
  type CancellationToken,
  type Disposable,
  type Event,
  type LogOutputChannel,
  type TextDocument,
  type Uri
} from 'vscode'
import type { Analysis, ArticleMemory } from '../analysis'
import type { Article } from '../article'
import { disposableList } from '../util/disposable'
import { pause } from '../util/pause'
import { analyzeText, nothingRead } from './analyzeText'
import { documentFormat, isArticle } from './articleLanguage'
import type { EngineSource } from './engineSource'
import { maximumArticleSize } from './settings'

/** Why an open article has no annotations although it has a result. */
export type DocumentProblem = 'binary' | 'too-large' | 'no-engine' | 'failed'

/** What is known of one version of an open document. With a problem, article and analysis are empty. */
export interface AnalyzedDocument {
  readonly uri: Uri
  readonly version: number
  readonly article: Article
  readonly analysis: Analysis
  readonly problem?: DocumentProblem
}

/** Typing rests this long, in milliseconds, before its result is computed. */
const quietTime = 150

/** VS Code looks this far for a NUL character when it decides whether a file is binary. */
const binaryProbeLength = 512

interface Entry {
  readonly document: TextDocument
  readonly memory: ArticleMemory
  changedAt: number
  result?: AnalyzedDocument
  pending?: { readonly version: number; readonly result: Promise<AnalyzedDocument | undefined> }
}

/**
 * The analyses of the open articles. Articles in visible editors are analysed unasked, and again after typing; others
 * when somebody asks. A result is kept for the document's present version and forgotten when the document closes.
 */
export class ArticleDocuments implements Disposable {
  readonly #entries = new Map<string, Entry>()
  readonly #owned = disposableList()
  readonly #analyzed = this.#owned.add(new EventEmitter<AnalyzedDocument>())
  readonly #forgotten = this.#owned.add(new EventEmitter<Uri>())
  readonly #busy = this.#owned.add(new EventEmitter<Uri>())
  readonly #engine: EngineSource
  readonly #log: LogOutputChannel

  /** A new result of a document's present version. */
  readonly onDidAnalyze: Event<AnalyzedDocument> = this.#analyzed.event
  /** The document was closed, or is no article any more. */
  readonly onDidForget: Event<Uri> = this.#forgotten.event
  /** An analysis began or ended: `isAnalyzing` may have changed. */
  readonly onDidChangeActivity: Event<Uri> = this.#busy.event

  constructor({ engine, log }: { readonly engine: EngineSource; readonly log: LogOutputChannel }) {
    this.#engine = engine
    this.#log = log
    this.#owned.add(
      workspace.onDidChangeTextDocument(
        ({ document, contentChanges }) => contentChanges.length > 0 && this.#changed(document)
      )
    )
    this.#owned.add(workspace.onDidCloseTextDocument((document) => this.#forget(document.uri)))
    this.#owned.add(window.onDidChangeVisibleTextEditors(() => this.#followVisible()))
    this.#owned.add(
      workspace.onDidChangeConfiguration(
        (change) => change.affectsConfiguration('articleAnnotator.article') && this.#startOver()
      )
    )
    void pause().then(() => this.#followVisible())
  }

  /**
   * The result of the version that the document has now, after typing has rested. Undefined when the document is no
   * article, or changes or closes meanwhile, or the token is cancelled. Never rejects.
   */
  async analyze(document: TextDocument, token?: CancellationToken): Promise<AnalyzedDocument | undefined> {
    if (!isArticle(document) || document.isClosed || token?.isCancellationRequested) return undefined
    const entry = this.#entry(document)
    const version = document.version
    if (entry.result?.version === version) return entry.result
    if (entry.pending?.version !== version) entry.pending = { version, result: this.#run(entry, version) }
    const result = await entry.pending.result
    return token?.isCancellationRequested ? undefined : result
  }

  /** The result of the document's present version, if there is one. */
  peek(uri: Uri): AnalyzedDocument | undefined {
    const entry = this.#entries.get(uri.toString())
    return entry?.result?.version === entry?.document.version ? entry?.result : undefined
  }

  isAnalyzing(uri: Uri): boolean {
    return this.#entries.get(uri.toString())?.pending !== undefined
  }

  dispose(): void {
    this.#entries.clear()
    this.#owned.dispose()
  }

  #entry(document: TextDocument): Entry {
    const key = document.uri.toString()
    const known = this.#entries.get(key)
    if (known?.document === document) return known
    const entry: Entry = { document, memory: {}, changedAt: -Infinity }
    this.#entries.set(key, entry)
    return entry
  }

  async #run(entry: Entry, version: number): Promise<AnalyzedDocument | undefined> {
    const { document } = entry
    const isWanted = () => document.version === version && this.#entries.get(document.uri.toString()) === entry
    try {
      await pause(Math.max(0, entry.changedAt + quietTime - performance.now()))
      if (!isWanted()) return undefined
      this.#busy.fire(document.uri)
      const result = await this.#read(entry, isWanted)
      if (!result || !isWanted()) return undefined
      entry.result = result
      this.#analyzed.fire(result)
      return result
    } finally {
      if (entry.pending?.version === version) {
        delete entry.pending
        this.#busy.fire(document.uri)
      }
    }
  }

  async #read({ document, memory }: Entry, isWanted: () => boolean): Promise<AnalyzedDocument | undefined> {
    const { uri, version } = document
    const format = documentFormat(document)
    const withProblem = (problem: DocumentProblem): AnalyzedDocument => ({
      uri,
      version,
      ...nothingRead(format),
      problem
    })
    const text = document.getText()
    if (text.length > maximumArticleSize(document)) return withProblem('too-large')
    if (text.slice(0, binaryProbeLength).includes('\0')) return withProblem('binary')
    const engine = await this.#engine().catch(() => undefined)
    if (!engine) return withProblem('no-engine')
    try {
      const read = await analyzeText(engine, text, format, isWanted, memory)
      return read && { uri, version, ...read }
    } catch (error) {
      this.#log.error(`The analysis of ${uri.toString(true)} failed`, error)
      return withProblem('failed')
    }
  }

  #changed(document: TextDocument): void {
    const entry = this.#entries.get(document.uri.toString())
    if (entry?.document !== document) return
    entry.changedAt = performance.now()
    delete entry.result
    if (isVisible(document)) void this.analyze(document)
  }

  #forget(uri: Uri): void {
    if (this.#entries.delete(uri.toString())) this.#forgotten.fire(uri)
  }

  #followVisible(): void {
    for (const { document } of window.visibleTextEditors) void this.analyze(document)
  }

  #startOver(): void {
    for (const entry of this.#entries.values()) delete entry.result
    this.#followVisible()
  }
}

function isVisible(document: TextDocument): boolean {
  return window.visibleTextEditors.some((editor) => editor.document === document)
}
