import type { CancellationToken, Disposable, Uri } from 'vscode'
import type { Analysis, AnalyzedArticle, ArticleMemory, Engine } from '../analysis'
import type { Decided } from '../annotations'
import { readArticle, readArticleInSteps, type Article } from '../article'
import { disposableList } from '../util/disposable'
import { emitter, type Event } from '../util/emitter'
import { pause } from '../util/pause'
import { atOnceOrInSlices, inSlices } from '../util/slices'
import type { Steps } from '../util/steps'
import { analyzeInSlices, emptyAnalysis } from './analyzeInSlices'
import { documentFormat, isArticle } from './articleLanguage'
import { standingOf, type ArticleStanding } from './articleStanding'
import type { Log } from './log'
import { analyzeOpen } from './openAnalysis'
import { inWhole, seenPart } from './seenPart'
import type { OpenText, OpenTexts, TextChange } from './openTexts'
import type { WholeEngine } from './windowThread'

/** Why an open article has no annotations although it has a result. */
export type DocumentProblem = 'binary' | 'too-large' | 'no-engine' | 'failed'

/** An article with the text of its editor, saved or not. With a problem, text, article and analysis are empty. */
export interface OpenArticle extends AnalyzedArticle {
  readonly uri: Uri
  /** The document's version (`OpenText.version`) that was analyzed. */
  readonly version: number
  /**
   * 0 for the first result of this version; one more when another takes its place: one that is not preliminary any more, or what
   * `lookAnew` decides without a new analysis.
   */
  readonly revision: number
  /** The revision of this version's first result that was not preliminary; 0 where it is not said. See `isDecidedAnew`. */
  readonly firstRevision?: number
  /** What the rules alone say, while the language model still reads: another result of this version follows. */
  readonly isPreliminary?: true
  /** What the rules alone say where the language model should have been asked, too. */
  readonly byRules?: true
  /** Whether it is an article, and who says so. Of what is none, `analysis` has nothing but what was decided. */
  readonly standing?: ArticleStanding
  /** What researchers have decided about it; undefined where nobody has decided anything. */
  readonly decided?: Decided
  /** What the engine suggested, where `decided` changed it. */
  readonly suggested?: Analysis
  readonly problem?: DocumentProblem
}

/** Whether the result took the place of one that said the same of the text: something was decided, or taken back. */
export function isDecidedAnew({ revision, firstRevision = 0 }: OpenArticle): boolean {
  return revision > firstRevision
}

/** What lies beside the articles' texts. Implemented by `Annotations`. */
export interface Decisions {
  /** Reads what has been decided about an article, when it is not known yet. Never rejects. */
  load(article: Uri): Promise<void>
  /** Applies it to what the engine suggests. Undefined where nobody has decided anything. */
  decide(suggested: AnalyzedArticle): Decided | undefined
  /** The same in steps: to apply thousands of decisions takes long. */
  decideInSteps?(suggested: OpenArticle): Steps<Decided | undefined>
}

export interface ArticleDocumentsOptions {
  readonly texts: OpenTexts
  readonly engine: () => Promise<Engine>
  /** The engine with the language model, in another thread; undefined leaves `engine` alone. */
  readonly whole?: WholeEngine | undefined
  /** What it has found in that very text before, where a folder keeps it. */
  readonly known?: (uri: Uri, text: string) => Analysis | undefined
  readonly log: Log
  readonly decisions?: Decisions
}

/** An edited article is analyzed after this long without another edit. Milliseconds. */
const typingPause = 150

/** Of a longer article that is opened, what is seen is analyzed before the rest. UTF-16 units. */
const longText = 50_000

/** A NUL among this many UTF-16 units at the beginning makes a text binary, as in VS Code. */
const binaryProbeLength = 512

interface Entry {
  readonly document: OpenText
  memory: ArticleMemory
  /** The whole engine has analyzed one of its versions. */
  wasWhole: boolean
  /** Time of the last edit, of `performance.now()`. */
  changedAt: number
  /** What the engine found in the version of `result`, before anything was decided. */
  suggested?: OpenArticle
  result?: OpenArticle
  /** The engine has been asked about one of its versions. */
  isKnown: boolean
  /** The engine was not asked, because settings and text say that this is no article, and nobody had decided otherwise. */
  isSkipped: boolean
  /** Somebody decided that it is an article: the engine is asked whatever the text looks like. */
  isWantedAnyway: boolean
  /** How often `lookAnew` was called: what was decided before the last time may be outdated. */
  looked: number
  /** The analysis under way, and of which version of the document. */
  pending?: { readonly version: number; readonly result: Promise<OpenArticle | undefined> }
}

/**
 * The analyses of the open articles. Articles in visible editors are analyzed by themselves, and again after typing;
 * others when `analyze` is called. A result is kept for the document's present version and dropped when the document
 * closes.
 */
export class ArticleDocuments implements Disposable {
  readonly #entries = new Map<string, Entry>()
  readonly #owned = disposableList()
  readonly #analyzed = this.#owned.add(emitter<OpenArticle>())
  readonly #foreseen = this.#owned.add(emitter<OpenArticle>())
  readonly #edited = this.#owned.add(emitter<TextChange>())
  readonly #forgotten = this.#owned.add(emitter<Uri>())
  readonly #activity = this.#owned.add(emitter<Uri>())
  readonly #options: ArticleDocumentsOptions

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
    const { texts } = options
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
      const result = this.#withDecided(suggested, this.peek(uri)!.revision + 1, decided)
      if (entry.isSkipped && result.standing?.isArticle) this.#analyzeSkipped(entry)
      else {
        entry.result = result
        this.#analyzed.fire(result)
      }
    }
    const deciding = this.#decided(suggested, isWanted)
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

  #entry(document: OpenText): Entry {
    const key = document.uri.toString()
    const known = this.#entries.get(key)
    if (known?.document === document) return known
    const entry: Entry = {
      document,
      memory: {},
      wasWhole: false,
      changedAt: -Infinity,
      looked: 0,
      isKnown: false,
      isSkipped: false,
      isWantedAnyway: false
    }
    this.#entries.set(key, entry)
    return entry
  }

  async #analyzeAfterPause(entry: Entry, version: number): Promise<OpenArticle | undefined> {
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
  #show(entry: Entry, suggested: OpenArticle, result: OpenArticle): OpenArticle {
    const before = this.peek(entry.document.uri)
    const revision = before ? before.revision + 1 : 0
    const first = revision > 0 && !result.isPreliminary ? { firstRevision: revision } : {}
    entry.suggested = { ...suggested, ...first }
    entry.result = { ...result, ...first, revision }
    this.#analyzed.fire(entry.result)
    return entry.result
  }

  /** Somebody said of a text that did not look like it that it is an article. */
  #analyzeSkipped(entry: Entry): void {
    entry.isWantedAnyway = true
    delete entry.result
    delete entry.suggested
    void this.analyze(entry.document)
  }

  async #analyzeText(entry: Entry, isWanted: () => boolean): Promise<OpenArticle | undefined> {
    const { document } = entry
    const { texts, engine: loadEngine, whole, log } = this.#options
    entry.isSkipped = false
    const { uri, version } = document
    const format = documentFormat(document)
    const opened = (article: Article) => {
      const name = texts.nameOf(uri)
      const { text, markup } = article
      return { id: uri.toString(), name, text, markup, article, uri, version, revision: 0 }
    }
    const withProblem = (problem: DocumentProblem): OpenArticle => ({
      ...opened(readArticle('', format)),
      analysis: emptyAnalysis,
      problem
    })
    const text = document.getText()
    if (text.length > texts.maximumSize(document)) return withProblem('too-large')
    if (text.slice(0, binaryProbeLength).includes('\0')) return withProblem('binary')
    const engine = await loadEngine().catch(() => undefined)
    if (!engine) return withProblem('no-engine')
    try {
      const article = await inSlices(readArticleInSteps(text, format), isWanted)
      if (!article) return undefined
      const { isArticle } = standingOf(null, texts.bySetting?.(document), article.verdict)
      entry.isSkipped = !isArticle && !entry.isWantedAnyway
      if (entry.isSkipped) return { ...opened(article), analysis: emptyAnalysis }
      // Unpacking what is kept of a long one takes longer than a slice of time.
      const kept = whole && text.length <= longText ? this.#options.known?.(uri, text) : undefined
      if (kept) return { ...opened(article), analysis: kept }
      const isForeseen = !entry.isKnown && text.length > longText && texts.visible().includes(document)
      entry.isKnown = true
      const { memory, wasWhole } = entry
      const found = await analyzeOpen({
        ...{ engine, whole, id: uri.toString(), text, article, memory, wasWhole, isWanted },
        foresee: isForeseen ? (isAwaited) => this.#foresee(entry, opened(article), isAwaited) : undefined,
        showRules: (analysis, isAwaited) =>
          this.#showPreliminary(entry, { ...opened(article), analysis, isPreliminary: true, byRules: true }, isAwaited)
      })
      if (found?.by === 'whole') {
        entry.wasWhole = true
        entry.memory = {}
      }
      return found && { ...opened(article), analysis: found.analysis, ...(found.by === 'rules' && { byRules: true }) }
    } catch (error) {
      log.error(`The analysis of ${uri.toString(true)} failed`, error)
      return withProblem('failed')
    }
  }

  async #showPreliminary(entry: Entry, suggested: OpenArticle, isWanted: () => boolean): Promise<void> {
    await this.#options.decisions?.load(entry.document.uri)
    const result = await this.#firstResult(entry, suggested, isWanted)
    if (result?.standing?.isArticle && isWanted()) this.#show(entry, suggested, result)
  }

  async #foresee({ document }: Entry, whole: Omit<OpenArticle, 'analysis'>, isWanted: () => boolean): Promise<void> {
    const { texts, engine: loadEngine, decisions } = this.#options
    const { start, end } = seenPart(whole.text, texts.seen?.(document) ?? { start: 0, end: 0 })
    const part = await inSlices(readArticleInSteps(whole.text.slice(start, end), documentFormat(document)), isWanted)
    const found = part && (await analyzeInSlices(await loadEngine(), part, isWanted))
    if (!found) return
    await decisions?.load(document.uri)
    const suggested = { ...whole, analysis: inWhole(found, start) }
    const decided = await this.#decided(suggested, isWanted)
    const foreseen = isWanted() && this.#withDecided(suggested, 0, decided)
    if (foreseen && foreseen.standing?.isArticle) this.#foreseen.fire(foreseen)
  }

  /** Undefined as soon as it is not wanted. What is decided while this goes on is in it. */
  async #firstResult(entry: Entry, suggested: OpenArticle, isWanted: () => boolean): Promise<OpenArticle | undefined> {
    for (;;) {
      const { looked } = entry
      const deciding = this.#decided(suggested, () => isWanted() && entry.looked === looked)
      const decided = deciding instanceof Promise ? await deciding : deciding
      if (!isWanted()) return undefined
      if (entry.looked === looked) return this.#withDecided(suggested, 0, decided)
    }
  }

  /** At once where it does not take long. Of what is no article, suggestions are left out. Never rejects. */
  #decided(suggested: OpenArticle, isWanted: () => boolean): Decided | undefined | Promise<Decided | undefined> {
    const withoutSuggestions = (decided: Decided | undefined) =>
      decided && suggested.analysis !== emptyAnalysis && !this.#standing(suggested, decided).isArticle
        ? this.#applied({ ...suggested, analysis: emptyAnalysis }, isWanted)
        : decided
    const applied = this.#applied(suggested, isWanted)
    return applied instanceof Promise ? applied.then(withoutSuggestions) : withoutSuggestions(applied)
  }

  #withDecided(suggested: OpenArticle, revision: number, decided: Decided | undefined): OpenArticle {
    const standing = this.#standing(suggested, decided)
    const result = { ...suggested, revision, standing }
    if (decided) return { ...result, analysis: decided.analysis, decided, suggested: suggested.analysis }
    return standing.isArticle ? result : { ...result, analysis: emptyAnalysis }
  }

  #standing({ id, article, problem }: OpenArticle, decided: Decided | undefined): ArticleStanding {
    const document = this.#entries.get(id)?.document
    const bySetting = document && this.#options.texts.bySetting?.(document)
    return standingOf(decided?.isArticle, bySetting, problem ? undefined : article.verdict)
  }

  #applied(suggested: OpenArticle, isWanted: () => boolean): Decided | undefined | Promise<Decided | undefined> {
    const { decisions, log } = this.#options
    if (!decisions || suggested.problem) return undefined
    const failed = (error: unknown) => {
      log.error(`What lies beside ${suggested.uri.toString(true)} could not be applied`, error)
      return undefined
    }
    try {
      if (!decisions.decideInSteps) return decisions.decide(suggested)
      const deciding = atOnceOrInSlices(decisions.decideInSteps(suggested), isWanted)
      return deciding instanceof Promise ? deciding.catch(failed) : deciding
    } catch (error) {
      return failed(error)
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
