import type { Disposable, Uri } from 'vscode'
import type { Engine } from '../analysis'
import { cancellationSource, type Cancellation } from '../util/cancellation'
import { disposableList } from '../util/disposable'
import { emitter, type Event } from '../util/emitter'
import { turns } from '../util/turns'
import type { AnalyzerSource } from './analyzerSource'
import type { CacheFiles } from './cacheFiles'
import { changedFiles } from './changedFiles'
import type { ArticleDocuments, OpenArticle } from './articleDocuments'
import { articlesReader, type ArticlesReader } from './articlesReader'
import { decisionsFollower } from './decisionsFollower'
import type { FolderArticle, FolderProblem, FolderRemark, FolderSnapshot } from './folderArticle'
import { folderContents, type FolderContents } from './folderContents'
import type { FolderDecisions } from './folderDecisions'
import type { FolderFiles } from './folderFiles'
import { reportTo, type FolderProgress, type FolderReadingState } from './folderProgress'
import { folderSaver, type FolderSaver } from './folderSaver'
import type { FolderStore } from './folderStore'
import { folderTools, type FolderTools } from './folderTools'
import { followChanges } from './followChanges'
import { joinReading, type ReadingUnderWay } from './joinReading'
import type { Log } from './log'

export interface ArticleFolderOptions {
  readonly files: FolderFiles
  readonly documents: Pick<ArticleDocuments, 'onDidAnalyze' | 'onDidForget' | 'unsaved'>
  readonly engine: () => Promise<Engine>
  /** What the researchers have decided; undefined leaves everything as it is suggested. */
  readonly decisions?: FolderDecisions
  /** Where articles are analyzed; by default on this thread. */
  readonly analyzers?: AnalyzerSource
  /** Where the analyses of one engine version are kept between sessions; undefined keeps them in memory alone. */
  readonly cache?: (engineVersion: string) => CacheFiles | undefined
  /** The version under which they are kept, where `analyzers` read with more than the engine. */
  readonly versionOf?: (engine: Engine) => Promise<string>
  readonly log: Log
}

/** Changes within this time are one event to listeners, and file changes one reading. Milliseconds. */
const settlingTime = 300

/**
 * All articles of the workspace's folders with their analyses. Nothing is read before the first `refresh`; from then on
 * articles and corpus are kept up to date with files, settings and the articles that are open in editors. A folder that
 * was read in an earlier session is opened again from the store.
 */
export class ArticleFolder implements Disposable {
  readonly #options: ArticleFolderOptions
  readonly #contents: FolderContents
  readonly #reader: ArticlesReader
  readonly #saver: FolderSaver
  readonly #tools: () => Promise<FolderTools>
  readonly #owned = disposableList()
  readonly #changed = this.#owned.add(emitter())
  readonly #changedFiles = this.#owned.add(
    changedFiles(settlingTime, () => void this.#inTurn(() => this.#readChanges()))
  )
  readonly #ended = cancellationSource()
  readonly #turns = turns((error) => {
    if (!this.#isEnded) this.#options.log.error('The folder could not be read', error)
  })
  #state: FolderReadingState = { kind: 'unread' }
  #reopening: Promise<void> | undefined
  #reading: ReadingUnderWay | undefined
  #watching: Disposable | undefined
  #announceTimer: ReturnType<typeof setTimeout> | undefined

  /** State, articles or problems changed; several changes at once are one event. */
  readonly onDidChange: Event<void> = this.#changed.event

  constructor(options: ArticleFolderOptions) {
    this.#options = options
    const { documents, files, decisions, analyzers, engine, cache, versionOf, log } = options
    this.#contents = folderContents({
      folderName: () => files.name(),
      nameOf: (uri) => files.nameOf(uri),
      bySetting: (uri) => files.bySetting?.(uri),
      onChange: () => this.#announceSoon()
    })
    this.#saver = folderSaver(this.#contents, log)
    const save = (store: FolderStore) => this.#saver.save(store, false)
    this.#reader = articlesReader({ contents: this.#contents, files, documents, analyzers, save })
    this.#tools = folderTools({ engine, cache, versionOf, decisions, reader: this.#reader, log })
    this.#owned.add(documents.onDidAnalyze((analyzed) => this.#followOpen(analyzed)))
    this.#owned.add(documents.onDidForget((uri) => this.#fileChanged(uri)))
    this.#owned.add(files.onDidChangeFolders(() => this.#readAnew()))
    if (decisions) this.#owned.add(this.#follow(decisions))
  }

  get state(): FolderReadingState {
    return this.#state
  }

  /** The articles that have been read, in order of name; without `noArticles`. */
  articles(): readonly FolderArticle[] {
    return this.#contents.articles()
  }

  /**
   * The files that are no articles by a researcher's word, the settings or their text, in order of name. They are in no list, link or
   * export of the folder. `FolderArticle.standing` says who says so, `head.verdict` why.
   */
  noArticles(): readonly FolderArticle[] {
    return this.#contents.noArticles()
  }

  /** The articles that have no result, in order of discovery. */
  problems(): readonly FolderProblem[] {
    return this.#contents.problems()
  }

  /** What is to be said of the files that were read in this session: an encoding, a spoiled text. */
  remarks(): readonly FolderRemark[] {
    return this.#contents.remarks()
  }

  /** The article of that file, also when it is one of `noArticles`. */
  article(uri: Uri): FolderArticle | undefined {
    return this.#contents.article(uri.toString())
  }

  /**
   * The articles with the corpus of exactly these articles: of now, or, while many changes are being linked, of before
   * them. The same object until something changes; undefined before the first reading has ended. `FolderSnapshot.has`
   * says whether it contains an open article with its present text.
   */
  snapshot(): FolderSnapshot | undefined {
    return this.#contents.snapshot()
  }

  /**
   * Reads all articles; those whose files have not changed come from the store. A second call joins the reading under
   * way; either token cancels it, and what was read stays. True when every file was processed. Never rejects.
   */
  async refresh(report?: (progress: FolderProgress) => void, token?: Cancellation): Promise<boolean> {
    this.#reading ??= this.#begin()
    const reporting = report && this.onDidChange(reportTo(report, () => this.#state))
    return joinReading(this.#reading, token, reporting)
  }

  /** Reads the folder when an earlier session has read it and it is still unread in this one. Never rejects. */
  reopen(): Promise<void> {
    return (this.#reopening ??= this.#reopenOnce())
  }

  dispose(): void {
    this.#ended.cancel()
    this.#reading?.cancel.cancel()
    this.#watching?.dispose()
    clearTimeout(this.#announceTimer)
    this.#owned.dispose()
  }

  get #isEnded(): boolean {
    return this.#ended.token.isCancellationRequested
  }

  async #reopenOnce(): Promise<void> {
    if (this.#state.kind !== 'unread' || !this.#options.cache) return
    const tools = await this.#tools().catch(() => undefined)
    if (tools && tools.store.wasReadCompletely() && this.state.kind === 'unread' && !this.#isEnded) await this.refresh()
  }

  #begin(): ReadingUnderWay {
    const cancel = cancellationSource()
    this.#setState({ kind: 'reading', done: 0, total: 0 })
    const result = this.#inTurn(() => this.#readAll(cancel.token)).then((complete = false) => {
      this.#reading = undefined
      this.#setState({ kind: 'ready', complete })
      return complete
    })
    return { result, cancel }
  }

  async #readAll(token: Cancellation): Promise<boolean> {
    const { files } = this.#options
    this.#watching ??= files.watch({
      changed: (uri) => this.#fileChanged(uri),
      listChanged: () => this.#changedFiles.listChanged()
    })
    const isWanted = () => !token.isCancellationRequested
    const uris = await files.list(token)
    if (!isWanted()) return false
    this.#contents.keepOnly(uris)
    const tools = await this.#tools()
    const { store } = tools
    store.keepOnly(new Set(uris.map(String)))
    store.regard(settingsKey(uris, files))
    const progress = (done: number) => this.#setState({ kind: 'reading', done, total: uris.length })
    await this.#reader.read(uris, tools, { token, progress })
    const isFirst = this.#contents.snapshot() === undefined
    const isKept = await store.hasCorpus()
    // Nothing is linked twice: what is decided comes first, unless there is a corpus that can be shown meanwhile.
    if (!isKept) await this.#decideAll(tools, uris, isWanted)
    const corpus =
      isKept && isFirst && isWanted() && this.#contents.areAllFromFiles() ? await store.corpus() : undefined
    // While the corpus was fetched, an edited article may have been taken from its editor: the corpus is then outdated.
    if (corpus && this.#contents.areAllFromFiles()) {
      this.#contents.adopt(corpus)
      this.#changed.fire()
      await this.#decideAll(tools, uris, isWanted)
      // The saved corpus can be used at once. The index, which later changes need, is built in the background. What was
      // decided since is saved with the corpus, so that what is on disk belongs together.
      const isOutdated = !(await store.hasCorpus())
      void this.#settle().then(() => {
        this.#announceSoon()
        if (isOutdated) void this.#inTurn(() => this.#saveWithCorpus())
      })
      if (isOutdated) return isWanted()
    } else {
      if (isKept) await this.#decideAll(tools, uris, isWanted)
      await this.#settle()
    }
    await this.#saver.save(store, corpus === undefined && (isFirst || !isKept) && isWanted())
    return isWanted()
  }

  /** Applies what was decided since the articles' records were made. Never rejects. */
  async #decideAll({ decider }: FolderTools, uris: readonly Uri[], isWanted: () => boolean): Promise<void> {
    await this.#options.decisions?.look(uris, isWanted)
    await decider?.decide(uris, isWanted)
  }

  /** Brings the corpus up to date with all changes. Never rejects. */
  async #settle(): Promise<void> {
    await this.#contents
      .settle(() => !this.#isEnded)
      .catch((error: unknown) => this.#options.log.error('The articles could not be linked', error))
  }

  #follow(decisions: FolderDecisions): Disposable {
    return decisionsFollower({
      decisions,
      isRead: () => this.#state.kind !== 'unread',
      inTurn: (task) => this.#inTurn(task),
      decider: async () => (await this.#tools()).decider,
      uriOf: (id) => this.#contents.article(id)?.uri,
      isWanted: () => !this.#isEnded,
      save: () => this.#saveWithCorpus()
    })
  }

  async #saveWithCorpus(): Promise<void> {
    const { store } = await this.#tools()
    await this.#settle()
    if (this.#state.kind === 'ready' && this.#state.complete) await this.#saver.save(store, true)
  }

  #followOpen(open: OpenArticle): void {
    void this.reopen()
    if (open.isPreliminary) return
    if (this.#contents.isKnown(open.uri) && !open.problem) this.#contents.takeOpen(open)
  }

  #fileChanged(uri: Uri): void {
    if (this.#contents.isKnown(uri)) this.#changedFiles.changed(uri)
  }

  async #readChanges(): Promise<void> {
    const { files, decisions } = this.#options
    const folder = { files, contents: this.#contents, tools: this.#tools, reader: this.#reader, decisions }
    const tools = await followChanges(this.#changedFiles, { ...folder, token: this.#ended.token })
    if (!tools) return
    await this.#settle()
    // After a reading that was cancelled the corpus is not that of all articles in the store.
    const isComplete = this.#state.kind === 'ready' && this.#state.complete
    await this.#saver.save(tools.store, isComplete && this.#saver.isCorpusDue())
  }

  /**
   * Runs one reading at a time, so that an older state of a file never replaces a newer one. Failures are logged and
   * give undefined.
   */
  #inTurn<T>(task: () => Promise<T>): Promise<T | undefined> {
    return this.#turns(async () => (this.#isEnded ? undefined : task()))
  }

  #readAnew(): void {
    this.#watching?.dispose()
    this.#watching = undefined
    if (this.#state.kind === 'unread') return
    // A reading under way still has the files of the previous folders or settings.
    if (this.#reading) void this.#reading.result.then(() => this.refresh())
    else void this.refresh()
  }

  #setState(state: FolderReadingState): void {
    const isNew = state.kind !== this.#state.kind
    this.#state = state
    if (isNew) this.#changed.fire()
    else this.#announceSoon()
  }

  #announceSoon(): void {
    this.#announceTimer ??= setTimeout(() => void this.#announce(), settlingTime)
  }

  async #announce(): Promise<void> {
    if (this.#state.kind === 'ready') await this.#settle()
    this.#announceTimer = undefined
    this.#changed.fire()
  }
}

/** Which files the settings speak of, and what they say: another corpus comes of other settings. */
function settingsKey(uris: readonly Uri[], files: FolderFiles): string {
  return uris
    .flatMap((uri) => {
      const said = files.bySetting?.(uri)
      return said === undefined ? [] : `${uri.toString()} ${said}`
    })
    .join('\n')
}
