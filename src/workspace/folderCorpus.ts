import { CancellationTokenSource, EventEmitter, workspace, type CancellationToken, type Disposable, type Event, type LogOutputChannel, type Progress, type Uri } from 'vscode'
import type { Engine } from '../analysis'
import { corpusIndex, summarize, type Corpus } from '../corpus'
import { concurrently } from '../util/concurrently'
import { disposableList } from '../util/disposable'
import { analysisStore, type AnalysisStore } from './analysisStore'
import type { AnalyzedDocument, ArticleDocuments } from './articleDocuments'
import type { EngineSource } from './engineSource'
import { folderArticle, readFolderArticle, type FolderArticle, type FolderProblem } from './folderArticle'
import { findArticleFiles, watchArticleFiles } from './folderFiles'

export type { FolderArticle, FolderProblem } from './folderArticle'

/** `unread` until somebody asks; `ready` is not `complete` when the last reading was cancelled or the engine is missing. */
export type FolderState =
  | { readonly kind: 'unread' }
  | { readonly kind: 'reading'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready'; readonly complete: boolean }

export interface FolderCorpusOptions {
  readonly engine: EngineSource
  readonly documents: ArticleDocuments
  /** Where analyses are kept between sessions; undefined keeps them in memory alone. */
  readonly storage: Uri | undefined
  /** What is kept for another version is not used. */
  readonly version: string
  readonly log: LogOutputChannel
}

interface Reading {
  readonly result: Promise<boolean>
  readonly cancel: CancellationTokenSource
}

/** Files read at the same time: enough to hide a slow disk or network. */
const lanes = 8
/** Changes are told to listeners, and file changes are taken up, at most this often. Milliseconds. */
const settlingTime = 300

/**
 * All articles of the workspace's folders with their analyses. Nothing is read before the first `refresh`; from then on
 * the corpus follows changes of files, of settings, and of the articles that are open in editors.
 */
export class FolderCorpus implements Disposable {
  readonly #options: FolderCorpusOptions
  readonly #articles = new Map<string, FolderArticle>()
  /** Follows `#articles`, so that a changed article does not link the whole folder anew. */
  readonly #index = corpusIndex()
  readonly #problems = new Map<string, FolderProblem>()
  readonly #owned = disposableList()
  readonly #changed = this.#owned.add(new EventEmitter<void>())
  readonly #ended = this.#owned.add(new CancellationTokenSource())
  #state: FolderState = { kind: 'unread' }
  #sorted: readonly FolderArticle[] | undefined
  #corpus: Corpus | undefined
  #corpusIsFresh = false
  #store: AnalysisStore | undefined
  #reading: Reading | undefined
  #turn: Promise<unknown> = Promise.resolve()
  #toRead = new Map<string, Uri>()
  #toList = false
  #watching: Disposable | undefined
  #telling: ReturnType<typeof setTimeout> | undefined
  #takingUp: ReturnType<typeof setTimeout> | undefined

  /** State, articles or problems changed; several changes at once are one event. */
  readonly onDidChange: Event<void> = this.#changed.event

  constructor(options: FolderCorpusOptions) {
    this.#options = options
    const { documents } = options
    this.#owned.add(documents.onDidAnalyze((analyzed) => this.#followOpen(analyzed)))
    this.#owned.add(documents.onDidForget((uri) => this.#fileChanged(uri)))
    this.#owned.add(workspace.onDidChangeWorkspaceFolders(() => this.#startOver()))
    this.#owned.add(workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('articleAnnotator.folder') && this.#startOver()))
  }

  get state(): FolderState {
    return this.#state
  }

  /** What has been read, in order of name. */
  articles(): readonly FolderArticle[] {
    return (this.#sorted ??= [...this.#articles.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)))
  }

  /** The articles that have no result, in order of discovery. */
  problems(): readonly FolderProblem[] {
    return [...this.#problems.values()]
  }

  article(uri: Uri): FolderArticle | undefined {
    return this.#articles.get(uri.toString())
  }

  /**
   * The articles' entities and quotes together; an article is called `uri.toString()` in it. Undefined before the first
   * reading has ended; while another one is under way, what was true before it.
   */
  corpus(): Corpus | undefined {
    if (this.#state.kind !== 'ready' || this.#corpusIsFresh) return this.#corpus
    this.#corpusIsFresh = true
    return (this.#corpus = this.#index.corpus())
  }

  /**
   * Reads all articles, those of unchanged content from what is kept. A second caller joins the reading under way; either
   * token cancels it, and what was read stays. True when every file was looked at. Never rejects.
   */
  async refresh(progress?: Progress<{ message?: string; increment?: number }>, token?: CancellationToken): Promise<boolean> {
    this.#reading ??= this.#begin()
    const { result, cancel } = this.#reading
    const cancelling = token?.onCancellationRequested(() => cancel.cancel())
    if (token?.isCancellationRequested) cancel.cancel()
    const reporting = progress && this.onDidChange(reportTo(progress, () => this.#state))
    try {
      return await result
    } finally {
      cancelling?.dispose()
      reporting?.dispose()
    }
  }

  dispose(): void {
    this.#ended.cancel()
    this.#reading?.cancel.cancel()
    this.#watching?.dispose()
    clearTimeout(this.#telling)
    clearTimeout(this.#takingUp)
    this.#owned.dispose()
  }

  #begin(): Reading {
    const cancel = new CancellationTokenSource()
    this.#setState({ kind: 'reading', done: 0, total: 0 })
    const result = this.#inTurn(() => this.#readAll(cancel.token)).then((complete = false) => {
      this.#reading = undefined
      this.#setState({ kind: 'ready', complete })
      return complete
    })
    return { result, cancel }
  }

  async #readAll(token: CancellationToken): Promise<boolean> {
    this.#watching ??= watchArticleFiles({ changed: (uri) => this.#fileChanged(uri), listChanged: () => this.#takeUp(undefined) })
    const uris = await findArticleFiles(token)
    if (token.isCancellationRequested) return false
    this.#keepOnly(uris)
    const engine = await this.#options.engine()
    let done = 0
    await concurrently(uris, lanes, async (uri) => {
      if (token.isCancellationRequested) return
      await this.#read(uri, engine, token)
      done += 1
      this.#setState({ kind: 'reading', done, total: uris.length })
    })
    await this.#store?.save()
    return !token.isCancellationRequested
  }

  async #read(uri: Uri, engine: Engine, token: CancellationToken): Promise<void> {
    const { documents, log, storage, version } = this.#options
    const open = documents.peek(uri)
    if (open && !open.problem) return this.#followOpen(open, true)
    const store = (this.#store ??= analysisStore(storage, `${version}-${engine.version}`, log))
    const result = await readFolderArticle(uri, { engine, store, log, isWanted: () => !token.isCancellationRequested })
    if (!result) return
    if ('problem' in result) {
      this.#drop(uri.toString())
      this.#problems.set(uri.toString(), result)
      this.#contentChanged()
    } else this.#take(result)
  }

  #followOpen({ uri, article, analysis, problem }: AnalyzedDocument, isListed = this.#isKnown(uri)): void {
    if (isListed && !problem) this.#take(folderArticle(uri, article.text, article.format, analysis))
  }

  #isKnown(uri: Uri): boolean {
    return this.#articles.has(uri.toString()) || this.#problems.has(uri.toString())
  }

  #keepOnly(uris: readonly Uri[]): void {
    const wanted = new Set(uris.map(String))
    for (const key of [...this.#articles.keys(), ...this.#problems.keys()]) if (!wanted.has(key)) this.#drop(key)
    this.#contentChanged()
  }

  #take(article: FolderArticle): void {
    const key = article.uri.toString()
    this.#problems.delete(key)
    this.#articles.set(key, article)
    this.#index.put(summarize({ article: key, text: article.text, analysis: article.analysis }))
    this.#contentChanged()
  }

  #drop(key: string): void {
    this.#problems.delete(key)
    if (this.#articles.delete(key)) this.#index.remove(key)
  }

  #fileChanged(uri: Uri): void {
    if (this.#isKnown(uri)) this.#takeUp(uri)
  }

  /** Takes up one changed file, or with undefined files that came and went, once the changes have settled. */
  #takeUp(uri: Uri | undefined): void {
    if (uri) this.#toRead.set(uri.toString(), uri)
    else this.#toList = true
    clearTimeout(this.#takingUp)
    this.#takingUp = setTimeout(() => void this.#inTurn(() => this.#readChanges()), settlingTime)
  }

  async #readChanges(): Promise<void> {
    const changed = [...this.#toRead.values()]
    this.#toRead.clear()
    const listed = this.#toList ? await findArticleFiles(this.#ended.token) : undefined
    this.#toList = false
    if (listed) this.#keepOnly(listed)
    const engine = await this.#options.engine()
    const uris = [...changed.filter((uri) => this.#isKnown(uri)), ...(listed?.filter((uri) => !this.#isKnown(uri)) ?? [])]
    await concurrently(uris, lanes, (uri) => this.#read(uri, engine, this.#ended.token))
    await this.#store?.save()
  }

  /** One reading at a time, so that an older look at a file never replaces a newer one. Failures are logged and give undefined. */
  #inTurn<T>(task: () => Promise<T>): Promise<T | undefined> {
    const result = this.#turn.then(async () => (this.#ended.token.isCancellationRequested ? undefined : await task())).catch((error: unknown) => {
      if (!this.#ended.token.isCancellationRequested) this.#options.log.error('The folder could not be read', error)
      return undefined
    })
    this.#turn = result
    return result
  }

  #startOver(): void {
    this.#watching?.dispose()
    this.#watching = undefined
    if (this.#state.kind !== 'unread') void this.refresh()
  }

  #contentChanged(): void {
    this.#sorted = undefined
    this.#corpusIsFresh = false
    this.#tell()
  }

  #setState(state: FolderState): void {
    const isNew = state.kind !== this.#state.kind
    this.#state = state
    if (isNew) this.#changed.fire()
    else this.#tell()
  }

  #tell(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined
      this.#changed.fire()
    }, settlingTime)
  }
}

function reportTo(progress: Progress<{ message?: string; increment?: number }>, state: () => FolderState): () => void {
  let reported = 0
  return () => {
    const now = state()
    if (now.kind !== 'reading' || now.total === 0) return
    const percent = (100 * now.done) / now.total
    progress.report({ message: `${now.done} / ${now.total}`, increment: percent - reported })
    reported = percent
  }
}
