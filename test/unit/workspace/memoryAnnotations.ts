import { URI } from 'vscode-uri'
import type { AnalyzedArticle } from '../../../src/analysis'
import {
  emptyProject,
  inTextOrder,
  isAssistant,
  layersOfPeople,
  openProposals,
  inverse,
  mergedDecisions,
  type Decided,
  type Decision,
  type DecisionContent,
  type DecisionFacts,
  type Edit,
  type Layer,
  type Project,
  type Proposal,
  type RegisteredEntity,
  type Step
} from '../../../src/annotations'
import { emitter } from '../../../src/util/emitter'
import type { Annotations, AnnotationsChange, AnnotationsProblem } from '../../../src/workspace/annotations/annotations'

export interface MemoryAnnotationsOptions {
  readonly annotator?: string
  /** The URI of the one folder with a project. */
  readonly folder?: string
  /** By default nothing is applied: `decide` gives undefined. */
  readonly apply?: (
    suggested: AnalyzedArticle,
    decisions: readonly Decision[],
    entities: readonly RegisteredEntity[]
  ) => Decided
}

/**
 * Annotations in memory, without files and without an editor whose edits they would follow. Ids and times are counted, so that
 * tests can read them: `urn:uuid:00000000-0000-4000-8000-000000000001` at 00:00:01, and so on.
 */
export class MemoryAnnotations implements Annotations {
  /** Every step in the order in which they were performed; what was undone since stays in it. */
  readonly steps: Step[] = []
  readonly #options: MemoryAnnotationsOptions
  readonly #layers = new Map<string, Map<string, Layer>>()
  readonly #changed = emitter<AnnotationsChange>()
  readonly #problemsChanged = emitter()
  #name: string | undefined
  #project: Project = emptyProject
  #past: readonly Step[] = []
  #future: readonly Step[] = []
  #problems: readonly AnnotationsProblem[] = []
  #drafted = 0

  readonly onDidChange = this.#changed.event
  readonly onDidChangeProblems = this.#problemsChanged.event

  constructor(options: MemoryAnnotationsOptions = {}) {
    this.#options = options
    this.#name = options.annotator ?? 'Ann'
  }

  look(): Promise<void> {
    return Promise.resolve()
  }

  /** Memory is always ahead of the disk that it does not have. */
  stamp(): undefined {
    return undefined
  }

  annotator(): string | undefined {
    return this.#name
  }

  setAnnotator(name: string | undefined): void {
    this.#name = name
  }

  load(): Promise<void> {
    return Promise.resolve()
  }

  loadAll(): Promise<void> {
    return Promise.resolve()
  }

  layers(article: { toString(): string }): readonly Layer[] {
    const layers = layersOfPeople(this.#allLayers(article))
    const own = layers.filter(({ annotator }) => annotator === this.#name)
    return [...own, ...layers.filter((layer) => !own.includes(layer))]
  }

  decisions(article: { toString(): string }): readonly Decision[] {
    return mergedDecisions(this.layers(article))
  }

  proposals(article: { toString(): string }): readonly Proposal[] {
    return openProposals(this.assistants(article), this.decisions(article))
  }

  assistants(article: { toString(): string }): readonly Layer[] {
    return this.#allLayers(article).filter(({ annotator }) => isAssistant(annotator))
  }

  #allLayers(article: { toString(): string }): readonly Layer[] {
    return [...(this.#layers.get(article.toString())?.values() ?? [])]
  }

  decide(suggested: AnalyzedArticle): Decided | undefined {
    const decisions = this.decisions({ toString: () => suggested.id })
    if (decisions.length === 0) return undefined
    return this.#options.apply?.(suggested, decisions, this.#project.entities)
  }

  project(): Project {
    return this.#project
  }

  projectFolder(): string | undefined {
    return this.#options.folder ?? 'file:///folder'
  }

  articles(): readonly URI[] {
    return [...this.#layers.keys()].sort().map((id) => URI.parse(id))
  }

  draft(content: DecisionContent, place: Pick<DecisionFacts, 'target' | 'from'>): Decision {
    const number = ++this.#drafted
    return {
      id: `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      creator: this.#name ?? '',
      created: new Date(Date.UTC(2026, 0, 1, 0, 0, number)).toISOString(),
      ...place,
      ...content
    }
  }

  perform(step: Step): void {
    this.steps.push(step)
    this.#past = [...this.#past, step]
    this.#future = []
    this.#apply(step)
  }

  canAnnotate(article: { readonly scheme: string }): boolean {
    return article.scheme === 'file'
  }

  undoLabel(): string | undefined {
    return this.#past.at(-1)?.label
  }

  redoLabel(): string | undefined {
    return this.#future.at(-1)?.label
  }

  undo(): Step | undefined {
    const step = this.#past.at(-1)
    if (!step) return undefined
    this.#past = this.#past.slice(0, -1)
    this.#future = [...this.#future, step]
    this.#apply(inverse(step))
    return step
  }

  redo(): Step | undefined {
    const step = this.#future.at(-1)
    if (!step) return undefined
    this.#future = this.#future.slice(0, -1)
    this.#past = [...this.#past, step]
    this.#apply(step)
    return step
  }

  ownerFor(): Promise<undefined> {
    return Promise.resolve(undefined)
  }

  takeOver(): Promise<void> {
    return Promise.resolve()
  }

  problems(): readonly AnnotationsProblem[] {
    return this.#problems
  }

  setProblems(problems: readonly AnnotationsProblem[]): void {
    this.#problems = problems
    this.#problemsChanged.fire()
  }

  written(): Promise<void> {
    return Promise.resolve()
  }

  dispose(): void {
    this.#changed.dispose()
    this.#problemsChanged.dispose()
  }

  #apply({ edits }: Step): void {
    for (const edit of edits) this.#applyEdit(edit)
    const articles = new Set(edits.flatMap((edit) => (edit.kind === 'decision' ? [edit.article] : [])))
    this.#changed.fire({ articles, isProject: edits.some(({ kind }) => kind !== 'decision') })
  }

  #applyEdit(edit: Edit): void {
    switch (edit.kind) {
      case 'decision': {
        if (edit.before) this.#setDecision(edit.article, edit.before, undefined)
        if (edit.after) this.#setDecision(edit.article, undefined, edit.after)
        return
      }
      case 'code':
        this.#project = { ...this.#project, codes: replaced(this.#project.codes, edit, ({ id }) => id) }
        return
      case 'entity':
        this.#project = { ...this.#project, entities: replaced(this.#project.entities, edit, ({ iri }) => iri) }
        return
      case 'memo':
        this.#project = { ...this.#project, memos: replaced(this.#project.memos, edit, ({ id }) => id) }
    }
  }

  #setDecision(article: string, before: Decision | undefined, after: Decision | undefined): void {
    const creator = (before ?? after)!.creator
    const layers = this.#layers.get(article) ?? new Map<string, Layer>()
    this.#layers.set(article, layers)
    const known = layers.get(creator)?.decisions ?? []
    if (before && !known.some(({ id }) => id === before.id)) throw new Error(`nothing decided as ${before.id}`)
    const decisions = [...known.filter(({ id }) => id !== (before ?? after)!.id), ...(after ? [after] : [])]
    layers.set(creator, { annotator: creator, decisions: decisions.sort(inTextOrder) })
  }
}

/** The list with one thing replaced, in order of its name. */
function replaced<T>(
  things: readonly T[],
  { before, after }: { readonly before?: T; readonly after?: T },
  nameOf: (thing: T) => string
): readonly T[] {
  const gone = (before ?? after) && nameOf((before ?? after)!)
  return [...things.filter((thing) => nameOf(thing) !== gone), ...(after ? [after] : [])].sort((a, b) =>
    nameOf(a) < nameOf(b) ? -1 : 1
  )
}
