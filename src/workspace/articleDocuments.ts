import type { CancellationToken, Disposable, Uri } from 'vscode'
import type { Decided } from '../annotations'
import { disposableList } from '../util/disposable'
import { emitter, type Event } from '../util/emitter'
import { pause } from '../util/pause'
import { isArticle } from './articleLanguage'
import type { Decisions, OpenArticle } from './openArticle'
import { openDecisions, type OpenDecisions } from './openDecisions'
import { openEntry, type OpenEntry } from './openEntry'
import type { OpenText, TextChange } from './openTexts'
import { suggestOpen, suggestSeen, type SuggestOptions } from './suggestOpen'

export { isDecidedAnew } from './openArticle'
export type { Decisions, DocumentProblem, OpenArticle } from './openArticle'

export interface ArticleDocumentsOptions extends SuggestOptions {
  readonly decisions?: Decisions
}

/** An edited article is analyzed after this long without another edit. Milliseconds. */
const typingPause = 150

/**
 * The analyses of the open articles. Articles in visible editors are analyzed by themselves, and again after typing;
 * others when `analyze` is called. A result is kept for the document's present version and dropped when the document
 * closes.
 */
export class ArticleDocuments implements Disposable {
  readonly #entries = new Map<string, OpenEntry>()
  readonly #owned = disposableList()
  readonly #analyzed = this.#owned.add(emitter<OpenArticle>())
  readonly #foreseen = this.#owned.add(emitter<OpenArticle>())
  readonly #edited = this.#owned.add(emitter<TextChange>())
  readonly #forgotten = this.#owned.add(emitter<Uri>())
  readonly #activity = this.#owned.add(emitter<Uri>())
  readonly #options: ArticleDocumentsOptions
  readonly #decisions: OpenDecisions

  /** A new result of a document's present version: from an analysis, maybe a preliminary one before it, or from `lookAnew`. */
  readonly onDidAnalyze: Event<OpenArticle> = this.#analyzed.event
  /**
   * Of a long article that was opened: what is found in the part that is seen, while the rest is not analyzed. Its entities are those
   * of that part. It is no result: nothing but colours may come of it.
   */
  readonly onDidForesee: Event<OpenArticle> = this.#foreseen.event
  /** An article that has a result or waits for one was edited. Its result has already been dropped when this fires. */
  readonly onDidEdit: Event<TextChange> = this.#edited.event
  /** The document was closed, or is not an article any more; its result was dropped. */
  readonly onDidForget: Event<Uri> = this.#forgotten.event
  /** An analysis began or ended: `isAnalyzing` may have changed. */
  readonly onDidChangeActivity: Event<Uri> = this.#activity.event

  constructor(options: ArticleDocumentsOptions) {
    this.#options = options
    const { texts, decisions, log } = options
    const bySetting = (id: string) => {
      const document = this.#entries.get(id)?.document
      return document && texts.bySetting?.(document)
    }
    this.#decisions = openDecisions({ decisions, bySetting, log })
    this.#owned.add(texts.onDidChange((change) => this.#changed(change)))
    this.#owned.add(texts.onDidClose(({ uri }) => this.#forget(uri)))
    this.#owned.add(texts.onDidChangeVisible(() => this.#analyzeVisible()))
    this.#owned.add(texts.onDidChangeSettings(() => this.#analyzeAnew()))
    void pause().then(() => this.#analyzeVisible())
  }

  /**
   * The result of the version that the document has now, after a pause in typing. Undefined when the document is not an
   * article, or changes or closes meanwhile, or the token is cancelled. Never rejects.
   */
  async analyze(document: OpenText, token?: CancellationToken): Promise<OpenArticle | undefined> {
    if (!isArticle(document) || document.isClosed || token?.isCancellationRequested) return undefined
    const entry = this.#entry(document)
    const version = document.version
    if (entry.result?.version === version && !entry.result.isPreliminary) return entry.result
    if (entry.pending?.version !== version) entry.pending = { version, result: this.#analyzeAfterPause(entry, version) }
    const result = await entry.pending.result
    return token?.isCancellationRequested ? undefined : result
  }

  /** The same, but maybe a preliminary result: for what is looked at in passing. Never rejects. */
  async analyzeSoon(document: OpenText, token?: CancellationToken): Promise<OpenArticle | undefined> {
    const { version } = document
    const analyzing = this.analyze(document, token)
    const known = this.peek(document.uri)
    if (known?.isPreliminary && !token?.isCancellationRequested) return known
    let listening: Disposable | undefined
    const preliminary = new Promise<OpenArticle>((resolve) => {
      listening = this.onDidAnalyze((result) => {
        if (result.id === document.uri.toString() && result.version === version) resolve(result)
      })
    })
    const result = await Promise.race([analyzing, preliminary])
    listening?.dispose()
    return token?.isCancellationRequested ? undefined : result
  }

  /** The result of the document's present version, if there is one. It may be preliminary. */
  peek(uri: Uri): OpenArticle | undefined {
    const entry = this.#entries.get(uri.toString())
    return entry?.result?.version === entry?.document.version ? entry?.result : undefined
  }

  /** The results of articles with changes that are not saved; preliminary ones are left out. */
  unsaved(): readonly OpenArticle[] {
    return this.#options.texts.all().flatMap(({ uri, isDirty }) => {
      const result = isDirty ? this.peek(uri) : undefined
      return result && !result.isPreliminary ? result : []
    })
  }

  /**
   * To be called when something beside the text changed, such as a decision: applies it to what the engine found, without a
   * new analysis, and fires `onDidAnalyze`: at once, or a little later where it takes longer than a slice of time. Does nothing
   * while the present version has no result.
   */
  lookAnew(uri: Uri): void {
    const entry = this.#entries.get(uri.toString())
    if (!entry) return
    const looked = ++entry.looked
    const { suggested } = entry
    if (!suggested || !this.peek(uri)) return
    const isWanted = () => entry.looked === looked && entry.suggested === suggested && this.peek(uri) !== undefined
    const show = (decided: Decided | undefined) => {
      if (!isWanted()) return
      const result = this.#decisions.withDecided(suggested, this.peek(uri)!.revision + 1, decided)
      if (entry.isSkipped && result.standing?.isArticle) this.#analyzeSkipped(entry)
      else {
        entry.result = result
        this.#analyzed.fire(result)
      }
    }
    const deciding = this.#decisions.decided(suggested, isWanted)
    if (deciding instanceof Promise) void deciding.then(show)
    else show(deciding)
  }

  isAnalyzing(uri: Uri): boolean {
    return this.#entries.get(uri.toString())?.pending !== undefined
  }

  dispose(): void {
    this.#entries.clear()
    this.#owned.dispose()
  }

  #entry(document: OpenText): OpenEntry {
    const key = document.uri.toString()
    const known = this.#entries.get(key)
    if (known?.document === document) return known
    const entry = openEntry(document)
    this.#entries.set(key, entry)
    return entry
  }

  async #analyzeAfterPause(entry: OpenEntry, version: number): Promise<OpenArticle | undefined> {
    const { document } = entry
    const isWanted = () => document.version === version && this.#entries.get(document.uri.toString()) === entry
    try {
      await pause(Math.max(0, entry.changedAt + typingPause - performance.now()))
      if (!isWanted()) return undefined
      this.#activity.fire(document.uri)
      let [suggested] = await Promise.all([
        this.#analyzeText(entry, isWanted),
        this.#options.decisions?.load(document.uri)
      ])
      let result = suggested && (await this.#firstResult(entry, suggested, isWanted))
      if (entry.isSkipped && result?.standing?.isArticle && isWanted()) {
        entry.isWantedAnyway = true
        suggested = await this.#analyzeText(entry, isWanted)
        result = suggested && (await this.#firstResult(entry, suggested, isWanted))
      }
      if (!suggested || !result || !isWanted()) return undefined
      return this.#show(entry, suggested, result)
    } finally {
      if (entry.pending?.version === version) {
        delete entry.pending
        this.#activity.fire(document.uri)
      }
    }
  }

  /** Of a version that has a preliminary result already, the new one is its next revision. */
  #show(entry: OpenEntry, suggested: OpenArticle, result: OpenArticle): OpenArticle {
    const before = this.peek(entry.document.uri)
    const revision = before ? before.revision + 1 : 0
    const first = revision > 0 && !result.isPreliminary ? { firstRevision: revision } : {}
    entry.suggested = { ...suggested, ...first }
    entry.result = { ...result, ...first, revision }
    this.#analyzed.fire(entry.result)
    return entry.result
  }

  /** Somebody said of a text that did not look like it that it is an article. */
  #analyzeSkipped(entry: OpenEntry): void {
    entry.isWantedAnyway = true
    delete entry.result
    delete entry.suggested
    void this.analyze(entry.document)
  }

  #analyzeText(entry: OpenEntry, isWanted: () => boolean): Promise<OpenArticle | undefined> {
    return suggestOpen(entry, {
      ...this.#options,
      isWanted,
      foresee: (whole, isAwaited) => this.#foresee(entry, whole, isAwaited),
      showRules: (suggested, isAwaited) => this.#showPreliminary(entry, suggested, isAwaited)
    })
  }

  async #showPreliminary(entry: OpenEntry, suggested: OpenArticle, isWanted: () => boolean): Promise<void> {
    await this.#options.decisions?.load(entry.document.uri)
    const result = await this.#firstResult(entry, suggested, isWanted)
    if (result?.standing?.isArticle && isWanted()) this.#show(entry, suggested, result)
  }

  async #foresee(
    { document }: OpenEntry,
    whole: Omit<OpenArticle, 'analysis'>,
    isWanted: () => boolean
  ): Promise<void> {
    const suggested = await suggestSeen(document, whole, { ...this.#options, isWanted })
    if (!suggested) return
    await this.#options.decisions?.load(document.uri)
    const decided = await this.#decisions.decided(suggested, isWanted)
    const foreseen = isWanted() && this.#decisions.withDecided(suggested, 0, decided)
    if (foreseen && foreseen.standing?.isArticle) this.#foreseen.fire(foreseen)
  }

  /** Undefined as soon as it is not wanted. What is decided while this goes on is in it. */
  async #firstResult(
    entry: OpenEntry,
    suggested: OpenArticle,
    isWanted: () => boolean
  ): Promise<OpenArticle | undefined> {
    for (;;) {
      const { looked } = entry
      const deciding = this.#decisions.decided(suggested, () => isWanted() && entry.looked === looked)
      const decided = deciding instanceof Promise ? await deciding : deciding
      if (!isWanted()) return undefined
      if (entry.looked === looked) return this.#decisions.withDecided(suggested, 0, decided)
    }
  }

  #changed(change: TextChange): void {
    const { document } = change
    const entry = this.#entries.get(document.uri.toString())
    if (entry?.document !== document) return
    entry.changedAt = performance.now()
    delete entry.result
    delete entry.suggested
    this.#options.whole?.giveUp(document.uri.toString())
    this.#edited.fire(change)
    if (this.#options.texts.visible().includes(document)) void this.analyze(document)
  }

  #forget(uri: Uri): void {
    if (!this.#entries.delete(uri.toString())) return
    this.#options.whole?.forget(uri.toString())
    this.#forgotten.fire(uri)
  }

  #analyzeVisible(): void {
    for (const document of this.#options.texts.visible()) void this.analyze(document)
  }

  #analyzeAnew(): void {
    for (const entry of this.#entries.values()) delete entry.result
    this.#analyzeVisible()
  }
}
