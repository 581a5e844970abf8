import type { Uri } from 'vscode'
import type { Decision, DecisionEdit, Step } from '../annotations'
import {
  compareLayers,
  settlements,
  type ArticleLayers,
  type Comparison,
  type Judgement
} from '../annotations/agreement'
import { concurrently } from '../util/concurrently'
import { delayed } from '../util/delayed'
import { disposableList, type Disposable } from '../util/disposable'
import { grouped } from '../util/grouped'
import { emitter, type Event } from '../util/emitter'
import { turns } from '../util/turns'
import type { Annotations } from '../workspace/annotations/annotations'
import type { Log } from '../workspace/log'
import type { ArticleTexts } from './articleTexts'
import { haveSameDecisions, readComparedArticle, type KnownArticle } from './comparedArticle'

/** What is compared, and who gets what is settled. */
export interface ComparisonChoice {
  readonly annotators: readonly [string, string]
  /** One article, or all of the workspace that have layers. */
  readonly article?: Uri
  /** The annotator of the third layer. */
  readonly third: string
}

export interface ComparedState {
  readonly choice: ComparisonChoice
  readonly comparison: Comparison
  /** Those that are not agreed, in the order of the articles, then of the text. */
  readonly disagreements: readonly Judgement[]
  /** Those of them that are settled. */
  readonly settled: ReadonlySet<Judgement>
  /** The names of the articles, by id. */
  readonly names: ReadonlyMap<string, string>
  /** The names of the codes, by id. */
  readonly codes: ReadonlyMap<string, string>
  /** Decisions of the two that are nowhere in their articles; they are not compared. */
  readonly unplaced: number
}

export interface ComparisonSessionOptions {
  readonly annotations: Annotations
  readonly texts: ArticleTexts
  readonly log: Log
}

/** Several changes within this time are one to listeners. Milliseconds. */
const settlingTime = 50
const concurrentReads = 8

/** The comparison of two layers that is under way in this window: kept up to date with every decision. */
export class ComparisonSession implements Disposable {
  readonly #options: ComparisonSessionOptions
  readonly #owned = disposableList()
  readonly #changed = this.#owned.add(emitter())
  readonly #turns
  readonly #articles = new Map<string, KnownArticle>()
  readonly #stale = new Set<string>()
  #choice: ComparisonChoice | undefined
  #state: ComparedState | undefined

  readonly onDidChange: Event<void> = this.#changed.event

  constructor(options: ComparisonSessionOptions) {
    this.#options = options
    this.#turns = turns((error) => options.log.error('Layers could not be compared', error))
    const refresh = this.#owned.add(delayed(settlingTime, () => void this.#refreshStale()))
    this.#owned.add(
      options.annotations.onDidChange(({ articles, isProject }) => {
        if (!this.#choice || (articles.size === 0 && !isProject)) return
        for (const id of articles) this.#stale.add(id)
        refresh()
      })
    )
  }

  /** Undefined while nothing is compared. */
  state(): ComparedState | undefined {
    return this.#state
  }

  /** Compares, in place of what was compared before. Never rejects. */
  async start(choice: ComparisonChoice): Promise<void> {
    await this.#turns(async () => {
      this.#articles.clear()
      this.#stale.clear()
      this.#choice = choice
      const { annotations } = this.#options
      if (choice.article) await annotations.load(choice.article)
      else await annotations.loadAll()
      await this.#read(choice.article ? [choice.article] : annotations.articles())
      this.#show()
    })
  }

  /** The name of a code of what is compared; its id where it has none any more. */
  codeName(code: string): string {
    return this.#state?.codes.get(code) ?? code
  }

  stop(): void {
    this.#choice = undefined
    this.#state = undefined
    this.#articles.clear()
    this.#changed.fire()
  }

  /** What the third layer has decided on the judgement's article, with its places in the present text. */
  thirdOf({ article }: Judgement): readonly Decision[] {
    return this.#articles.get(article)?.third ?? []
  }

  uriOf({ article }: Judgement): Uri | undefined {
    return this.#articles.get(article)?.uri
  }

  /** The disagreement of that id with its places in the present text. Undefined when it is none any more. */
  async present(id: string | undefined): Promise<Judgement | undefined> {
    const find = () => this.#state?.disagreements.find((judgement) => judgement.id === id)
    const known = this.#articles.get(find()?.article ?? '')
    if (known) await this.#follow([known])
    return find()
  }

  /** The state with all places in the present texts. */
  async presentState(): Promise<ComparedState | undefined> {
    await this.#follow([...this.#articles.values()])
    return this.#state
  }

  /** Makes the edits of the third layer as one step. Whether anything was to be done. */
  perform(judgement: Judgement, edits: readonly DecisionEdit[], label: string): boolean {
    return this.performAll(
      edits.map((edit) => ({ kind: 'decision', article: judgement.article, ...edit })),
      label
    )
  }

  performAll(edits: Step['edits'], label: string): boolean {
    if (edits.length > 0) this.#options.annotations.perform({ label, edits })
    return edits.length > 0
  }

  dispose(): void {
    this.stop()
    this.#owned.dispose()
  }

  /** While a text is edited its layers follow; they are compared anew when somebody asks. */
  async #follow(articles: readonly KnownArticle[]): Promise<void> {
    const moved = articles.filter(
      ({ uri, source }) => !haveSameDecisions(source, this.#options.annotations.layers(uri))
    )
    for (const { uri } of moved) this.#stale.add(uri.toString())
    if (moved.length > 0) await this.#refreshStale()
  }

  async #refreshStale(): Promise<void> {
    await this.#turns(async () => {
      const choice = this.#choice
      if (!choice) return
      const ids = [...this.#stale]
      this.#stale.clear()
      const { annotations } = this.#options
      const compared = choice.article ? [choice.article] : annotations.articles()
      const uris = new Map(compared.map((uri) => [uri.toString(), uri]))
      for (const id of ids) if (!uris.has(id)) this.#articles.delete(id)
      await this.#read(ids.flatMap((id) => uris.get(id) ?? []))
      if (choice === this.#choice) this.#show()
    })
  }

  async #read(uris: readonly Uri[]): Promise<void> {
    const choice = this.#choice
    if (!choice) return
    await concurrently(uris, concurrentReads, async (uri) => {
      const known = await readComparedArticle(uri, choice, this.#options)
      if (known) this.#articles.set(uri.toString(), known)
      else this.#articles.delete(uri.toString())
    })
  }

  #show(): void {
    const choice = this.#choice
    if (!choice) return
    const known = [...this.#articles.values()].sort((a, b) => compareNames(a.compared, b.compared))
    const comparison = compareLayers(
      known.map(({ compared }) => compared),
      choice.annotators
    )
    const disagreements = comparison.judgements.filter(({ isAgreed }) => !isAgreed)
    this.#state = {
      choice,
      comparison,
      disagreements,
      settled: this.#settled(disagreements),
      names: new Map(known.map(({ compared: { article } }) => [article.id, article.name])),
      codes: this.#codeNames(known),
      unplaced: known.reduce((sum, { unplaced }) => sum + unplaced, 0)
    }
    this.#changed.fire()
  }

  #codeNames(known: readonly KnownArticle[]): ReadonlyMap<string, string> {
    const { annotations } = this.#options
    const projects = grouped(known, ({ uri }) => annotations.projectFolder(uri))
    const codes = [...projects.values()].flatMap(([first]) => (first ? annotations.project(first.uri).codes : []))
    return new Map(codes.map(({ id, name }) => [id, name]))
  }

  #settled(disagreements: readonly Judgement[]): ReadonlySet<Judgement> {
    const settled = new Set<Judgement>()
    for (const [id, judgements] of grouped(disagreements, ({ article }) => article)) {
      for (const judgement of settlements(judgements, this.#articles.get(id)?.third ?? []).keys())
        settled.add(judgement)
    }
    return settled
  }
}

function compareNames({ article: a }: ArticleLayers, { article: b }: ArticleLayers): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
