import {
  CancellationTokenSource,
  EventEmitter,
  workspace,
  type CancellationToken,
  type Disposable,
  type Event,
  type LogOutputChannel,
  type Progress,
  type Uri
} from 'vscode'
import type { Engine } from '../analysis'
import type { Corpus } from '../corpus'
import { disposableList } from '../util/disposable'
import { turns } from '../util/turns'
import { hostAnalyst } from './analyst'
import type { AnalystSource } from './analystSource'
import type { AnalyzedDocument, ArticleDocuments } from './articleDocuments'
import type { EngineSource } from './engineSource'
import type { FolderArticle, FolderProblem } from './folderArticle'
import { folderContents } from './folderContents'
import { articleFiles, findArticleFiles, watchArticleFiles } from './folderFiles'
import { reportTo, type FolderState } from './folderProgress'
import { readFolder } from './folderReading'
import { openFolderStore, type FolderStore } from './folderStore'
import { storageShelf } from './storageShelf'

export type { FolderArticle, FolderProblem } from './folderArticle'
export type { FolderState } from './folderProgress'

export interface FolderCorpusOptions {
  readonly engine: EngineSource
  readonly documents: ArticleDocuments
  /** Who analyses what has to be analysed anew; without one it is done on this thread. */
  readonly analysts?: AnalystSource
  /** Where analyses are kept between sessions; undefined keeps them in memory alone. */
  readonly storage: Uri | undefined
  /** What is kept for another version is not used. */
  readonly version: string
  readonly log: LogOutputChannel
}

interface Tools {
  readonly engine: Engine
  readonly store: FolderStore
}

interface Reading {
  readonly result: Promise<boolean>
  readonly cancel: CancellationTokenSource
}

/** The links of a folder that changes are written at most this often, in milliseconds: they are written whole. */
const linksSavedEvery = 60_000
/** Changes are told to listeners, and file changes are taken up, at most this often. Milliseconds. */
const settlingTime = 300

/**
 * All articles of the workspace's folders with their analyses. Nothing is read before the first `refresh`; from then on
 * the corpus follows changes of files, of settings, and of the articles that are open in editors.
 */
export class FolderCorpus implements Disposable {
  readonly #options: FolderCorpusOptions
  readonly #contents = folderContents(() => this.#tell())
  readonly #owned = disposableList()
  readonly #changed = this.#owned.add(new EventEmitter<void>())
  readonly #ended = this.#owned.add(new CancellationTokenSource())
  readonly #turns = turns((error) => {
    if (!this.#ended.token.isCancellationRequested) this.#options.log.error('The folder could not be read', error)
  })
  #state: FolderState = { kind: 'unread' }
  #tools: Promise<Tools> | undefined
  #linksSaved = -Infinity
  #reading: Reading | undefined
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
    this.#owned.add(
      workspace.onDidChangeConfiguration(
        (change) => change.affectsConfiguration('articleAnnotator.folder') && this.#startOver()
      )
    )
  }

  get state(): FolderState {
    return this.#state
  }

  /** What has been read, in order of name. */
  articles(): readonly FolderArticle[] {
    return this.#contents.articles()
  }

  /** The articles that have no result, in order of discovery. */
  problems(): readonly FolderProblem[] {
    return this.#contents.problems()
  }

  article(uri: Uri): FolderArticle | undefined {
    return this.#contents.article(uri)
  }

  /**
   * The articles' entities and quotes together; an article is called `uri.toString()` in it. Undefined before the first
   * reading has ended; while another one is under way, and for the moments that many changes take, what was true before.
   */
  corpus(): Corpus | undefined {
    return this.#state.kind === 'ready' ? this.#contents.links.corpus() : this.#contents.links.lastCorpus()
  }

  /** The same, but undefined while it is older than the articles: the numbers of entities and quotes in it would be somebody else's in them. */
  currentCorpus(): Corpus | undefined {
    return this.#state.kind === 'ready' ? this.#contents.links.currentCorpus() : undefined
  }

  /**
   * Reads all articles, those of unchanged content from what is kept. A second caller joins the reading under way; either
   * token cancels it, and what was read stays. True when every file was looked at. Never rejects.
   */
  async refresh(
    progress?: Progress<{ message?: string; increment?: number }>,
    token?: CancellationToken
  ): Promise<boolean> {
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
    this.#watching ??= watchArticleFiles({
      changed: (uri) => this.#fileChanged(uri),
      listChanged: () => this.#takeUp(undefined)
    })
    const isWanted = () => !token.isCancellationRequested
    const uris = await findArticleFiles(token)
    if (!isWanted()) return false
    this.#contents.keepOnly(uris)
    const tools = await this.#open()
    const { store } = tools
    store.keepOnly(new Set(uris.map(String)))
    await this.#read(uris, tools, token, (done) => this.#setState({ kind: 'reading', done, total: uris.length }))
    const links = isWanted() && this.#contents.areOfFiles() ? await store.links() : undefined
    // Somebody may have begun to write while they were fetched.
    if (links && this.#contents.areOfFiles()) {
      this.#contents.links.adopt(links)
      // The index follows while the links are already there; what changes in between waits for it.
      void this.#settle().then(() => this.#contents.changed())
    } else await this.#settle()
    await this.#save(store, links === undefined && isWanted())
    return isWanted()
  }

  /** Never rejects. */
  async #settle(): Promise<void> {
    await this.#contents.links
      .settle(() => !this.#ended.token.isCancellationRequested)
      .catch((error: unknown) => this.#options.log.error('The articles could not be linked', error))
  }

  /** Reads articles; those that are unsaved in editors are taken from them. */
  async #read(
    uris: readonly Uri[],
    { engine, store }: Tools,
    token: CancellationToken,
    progress: (done: number) => void
  ): Promise<void> {
    const { documents, analysts, log } = this.#options
    const byName = new Map(uris.map((uri) => [uri.toString(), uri]))
    for (const { uri, isDirty } of workspace.textDocuments) {
      const open = isDirty && byName.has(uri.toString()) ? documents.peek(uri) : undefined
      if (!open || open.problem) continue
      byName.delete(uri.toString())
      this.#contents.takeOpen(open)
    }
    const opened = uris.length - byName.size
    await readFolder([...byName.keys()], {
      files: articleFiles(byName, log),
      store,
      analyst: async (count) => (await analysts?.(engine, count)) ?? hostAnalyst(engine),
      isWanted: () => !token.isCancellationRequested,
      took: (name, kept) => this.#contents.take(byName.get(name)!, kept),
      failed: (name, problem) => this.#contents.fail(byName.get(name)!, problem),
      save: () => this.#save(store, false),
      progress: (done) => progress(opened + done)
    })
  }

  /** Once and for all; again after a failure. */
  #open(): Promise<Tools> {
    const { engine, storage, version, log } = this.#options
    return (this.#tools ??= (async () => {
      const loaded = await engine()
      return {
        engine: loaded,
        store: await openFolderStore(storage && storageShelf(storage, `${version}-${loaded.version}`, log))
      }
    })().catch((error: unknown) => {
      this.#tools = undefined
      throw error
    }))
  }

  /** Never rejects: what is not written costs time, not data. */
  async #save(store: FolderStore, withLinks: boolean): Promise<void> {
    const links = withLinks && this.#contents.areOfFiles() ? this.#contents.links.currentCorpus() : undefined
    if (links) this.#linksSaved = performance.now()
    try {
      await store.save(links)
    } catch (error) {
      this.#options.log.warn('What was read could not be kept', error)
    }
  }

  #followOpen(open: AnalyzedDocument): void {
    if (this.#contents.isKnown(open.uri) && !open.problem) this.#contents.takeOpen(open)
  }

  #fileChanged(uri: Uri): void {
    if (this.#contents.isKnown(uri)) this.#takeUp(uri)
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
    if (listed) this.#contents.keepOnly(listed)
    const tools = await this.#open()
    const { store } = tools
    if (listed) store.keepOnly(new Set(listed.map(String)))
    const uris = [
      ...changed.filter((uri) => this.#contents.isKnown(uri)),
      ...(listed?.filter((uri) => !this.#contents.isKnown(uri)) ?? [])
    ]
    await this.#read(uris, tools, this.#ended.token, () => undefined)
    await this.#settle()
    await this.#save(store, performance.now() > this.#linksSaved + linksSavedEvery)
  }

  /** One reading at a time, so that an older look at a file never replaces a newer one. Failures are logged and give undefined. */
  #inTurn<T>(task: () => Promise<T>): Promise<T | undefined> {
    return this.#turns(async () => (this.#ended.token.isCancellationRequested ? undefined : task()))
  }

  #startOver(): void {
    this.#watching?.dispose()
    this.#watching = undefined
    if (this.#state.kind === 'unread') return
    // A reading under way looks at the files of before.
    if (this.#reading) void this.#reading.result.then(() => this.refresh())
    else void this.refresh()
  }

  #setState(state: FolderState): void {
    const isNew = state.kind !== this.#state.kind
    this.#state = state
    if (isNew) this.#changed.fire()
    else this.#tell()
  }

  #tell(): void {
    this.#telling ??= setTimeout(() => void this.#tellNow(), settlingTime)
  }

  async #tellNow(): Promise<void> {
    if (this.#state.kind === 'ready') await this.#settle()
    this.#telling = undefined
    this.#changed.fire()
  }
}
