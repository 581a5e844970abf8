import type { CancellationToken, Disposable, Uri } from 'vscode'
import type { Analysis, AnalyzedArticle, ArticleMemory, Engine } from '../analysis'
import { readArticle } from '../article'
import { disposableList } from '../util/disposable'
import { emitter, type Event } from '../util/emitter'
import { pause } from '../util/pause'
import { analyzeInSlices, emptyAnalysis } from './analyzeInSlices'
import { documentFormat, isArticle } from './articleLanguage'
import type { Log } from './log'
import type { OpenText, OpenTexts, TextChange } from './openTexts'

/** Why an open article has no annotations although it has a result. */
export type DocumentProblem = 'binary' | 'too-large' | 'no-engine' | 'failed'

/** An article as an editor has it, saved or not. With a problem, article and analysis are empty. */
export interface OpenArticle extends AnalyzedArticle {
  readonly uri: Uri
  /** Of the document. */
  readonly version: number
  /** How often this version was looked at anew: 0 for what its analysis gave first. */
  readonly revision: number
  readonly problem?: DocumentProblem
}

/**
 * What is true of an article when the suggestions of the engine are put together with what lies beside its text. The
 * suggestions themselves, the same object, where nothing does.
 */
export type Decide = (suggested: AnalyzedArticle) => Analysis

export interface ArticleDocumentsOptions {
  readonly texts: OpenTexts
  readonly engine: () => Promise<Engine>
  readonly log: Log
  readonly decide?: Decide
}

/** Typing rests this long, in milliseconds, before its result is computed. */
const quietTime = 150

/** VS Code looks this far for a NUL character when it decides whether a file is binary. */
const binaryProbeLength = 512

interface Entry {
  readonly document: OpenText
  readonly memory: ArticleMemory
  changedAt: number
  /** What the engine found in the version of `result`, before anything beside the text was applied. */
  suggested?: OpenArticle
  result?: OpenArticle
  pending?: { readonly version: number; readonly result: Promise<OpenArticle | undefined> }
}

/**
 * The analyses of the open articles. Articles in visible editors are analyzed unasked, and again after typing; others
 * when somebody asks. A result is kept for the document's present version and forgotten when the document closes.
 */
export class ArticleDocuments implements Disposable {
  readonly #entries = new Map<string, Entry>()
  readonly #owned = disposableList()
  readonly #analyzed = this.#owned.add(emitter<OpenArticle>())
  readonly #edited = this.#owned.add(emitter<TextChange>())
  readonly #forgotten = this.#owned.add(emitter<Uri>())
  readonly #busy = this.#owned.add(emitter<Uri>())
  readonly #options: ArticleDocumentsOptions

  /** A new result of a document's present version: of its analysis, or because it was looked at anew. */
  readonly onDidAnalyze: Event<OpenArticle> = this.#analyzed.event
  /** An article that has a result or waits for one was edited. Its result is gone when this is fired. */
  readonly onDidEdit: Event<TextChange> = this.#edited.event
  /** The document was closed, or is no article any more. */
  readonly onDidForget: Event<Uri> = this.#forgotten.event
  /** An analysis began or ended: `isAnalyzing` may have changed. */
  readonly onDidChangeActivity: Event<Uri> = this.#busy.event

  constructor(options: ArticleDocumentsOptions) {
    this.#options = options
    const { texts } = options
    this.#owned.add(texts.onDidChange((change) => this.#changed(change)))
    this.#owned.add(texts.onDidClose(({ uri }) => this.#forget(uri)))
    this.#owned.add(texts.onDidChangeVisible(() => this.#followVisible()))
    this.#owned.add(texts.onDidChangeSettings(() => this.#startOver()))
    void pause().then(() => this.#followVisible())
  }

  /**
   * The result of the version that the document has now, after typing has rested. Undefined when the document is no
   * article, or changes or closes meanwhile, or the token is cancelled. Never rejects.
   */
  async analyze(document: OpenText, token?: CancellationToken): Promise<OpenArticle | undefined> {
    if (!isArticle(document) || document.isClosed || token?.isCancellationRequested) return undefined
    const entry = this.#entry(document)
    const version = document.version
    if (entry.result?.version === version) return entry.result
    if (entry.pending?.version !== version) entry.pending = { version, result: this.#run(entry, version) }
    const result = await entry.pending.result
    return token?.isCancellationRequested ? undefined : result
  }

  /** The result of the document's present version, if there is one. */
  peek(uri: Uri): OpenArticle | undefined {
    const entry = this.#entries.get(uri.toString())
    return entry?.result?.version === entry?.document.version ? entry?.result : undefined
  }

  /** The results of articles with changes that are not saved. */
  unsaved(): readonly OpenArticle[] {
    return this.#options.texts.all().flatMap(({ uri, isDirty }) => (isDirty && this.peek(uri)) || [])
  }

  /**
   * Something beside the text changed: what is true of the article is decided anew from what the engine has found, and
   * announced as a new result. Nothing happens while there is no result of the present version.
   */
  lookAnew(uri: Uri): void {
    const known = this.peek(uri)
    const entry = this.#entries.get(uri.toString())
    if (!known || !entry?.suggested) return
    entry.result = this.#decided(entry.suggested, known.revision + 1)
    this.#analyzed.fire(entry.result)
  }

  isAnalyzing(uri: Uri): boolean {
    return this.#entries.get(uri.toString())?.pending !== undefined
  }

  dispose(): void {
    this.#entries.clear()
    this.#owned.dispose()
  }

  #entry(document: OpenText): Entry {
    const key = document.uri.toString()
    const known = this.#entries.get(key)
    if (known?.document === document) return known
    const entry: Entry = { document, memory: {}, changedAt: -Infinity }
    this.#entries.set(key, entry)
    return entry
  }

  async #run(entry: Entry, version: number): Promise<OpenArticle | undefined> {
    const { document } = entry
    const isWanted = () => document.version === version && this.#entries.get(document.uri.toString()) === entry
    try {
      await pause(Math.max(0, entry.changedAt + quietTime - performance.now()))
      if (!isWanted()) return undefined
      this.#busy.fire(document.uri)
      const suggested = await this.#read(entry, isWanted)
      if (!suggested || !isWanted()) return undefined
      entry.suggested = suggested
      entry.result = this.#decided(suggested, 0)
      this.#analyzed.fire(entry.result)
      return entry.result
    } finally {
      if (entry.pending?.version === version) {
        delete entry.pending
        this.#busy.fire(document.uri)
      }
    }
  }

  async #read({ document, memory }: Entry, isWanted: () => boolean): Promise<OpenArticle | undefined> {
    const { texts, engine: loadEngine, log } = this.#options
    const { uri, version } = document
    const format = documentFormat(document)
    const read = (text: string) => {
      const article = readArticle(text, format)
      return { id: uri.toString(), name: texts.nameOf(uri), text, article, uri, version, revision: 0 }
    }
    const withProblem = (problem: DocumentProblem): OpenArticle => ({ ...read(''), analysis: emptyAnalysis, problem })
    const text = document.getText()
    if (text.length > texts.maximumSize(document)) return withProblem('too-large')
    if (text.slice(0, binaryProbeLength).includes('\0')) return withProblem('binary')
    const engine = await loadEngine().catch(() => undefined)
    if (!engine) return withProblem('no-engine')
    try {
      const found = read(text)
      const analysis = await analyzeInSlices(engine, found.article, isWanted, memory)
      return analysis && { ...found, analysis }
    } catch (error) {
      log.error(`The analysis of ${uri.toString(true)} failed`, error)
      return withProblem('failed')
    }
  }

  #decided(suggested: OpenArticle, revision: number): OpenArticle {
    const { decide, log } = this.#options
    const decided = { ...suggested, revision }
    if (!decide || suggested.problem) return decided
    try {
      return { ...decided, analysis: decide(suggested) }
    } catch (error) {
      log.error(`What lies beside ${suggested.uri.toString(true)} could not be applied`, error)
      return decided
    }
  }

  #changed(change: TextChange): void {
    const { document } = change
    const entry = this.#entries.get(document.uri.toString())
    if (entry?.document !== document) return
    entry.changedAt = performance.now()
    delete entry.result
    delete entry.suggested
    this.#edited.fire(change)
    if (this.#options.texts.visible().includes(document)) void this.analyze(document)
  }

  #forget(uri: Uri): void {
    if (this.#entries.delete(uri.toString())) this.#forgotten.fire(uri)
  }

  #followVisible(): void {
    for (const document of this.#options.texts.visible()) void this.analyze(document)
  }

  #startOver(): void {
    for (const entry of this.#entries.values()) delete entry.result
    this.#followVisible()
  }
}
