import type { Disposable, Uri } from 'vscode'
import type {
  Decided,
  Decision,
  DecisionContent,
  DecisionFacts,
  FileProblem,
  Layer,
  Project,
  Proposal,
  Step
} from '../../annotations'
import type { AnalyzedArticle } from '../../analysis'
import type { Event } from '../../util/emitter'

/** What became different. */
export interface AnnotationsChange {
  /** `AnalyzedArticle.id` of the articles on which something was decided, or whose layers were read anew. */
  readonly articles: ReadonlySet<string>
  /** A codebook, a registry of entities or the memos of a project changed. */
  readonly isProject: boolean
}

/** Why what was decided is not on disk as it is in memory. */
export interface AnnotationsProblem {
  readonly file: Uri
  /** `not-used`: of a folder of layers, where the articles have a nearer folder with annotations. */
  readonly kind: FileProblem['kind'] | 'not-used'
  /** As in `FileProblem`; of `not-used` the name of the nearer folder. */
  readonly detail: string
  readonly said?: FileProblem['said']
}

/**
 * What the researchers have decided, of all articles: in memory at once, on disk soon after. The one owner of decisions in this
 * window: commands give it steps, everybody else asks it. Nothing here asks the user anything.
 */
export interface Annotations extends Disposable {
  readonly onDidChange: Event<AnnotationsChange>
  readonly onDidChangeProblems: Event<void>

  /** The annotator's name from the settings; undefined until somebody has said it. */
  annotator(): string | undefined
  /** Reads the layers of an article when they are not known yet. Never rejects. */
  load(article: Uri): Promise<void>
  /** Looks which of these articles have layers, without reading those of people alone: `stamp` then speaks of them. Never rejects. */
  look(articles: readonly Uri[], isWanted: () => boolean): Promise<void>
  /**
   * Names the decisions that hold for an article, without those of the project: as long as it is the same, they are. "" where
   * there are none; undefined while what is in memory is not on disk.
   */
  stamp(article: Uri): string | undefined
  /** Reads the layers of every article of the workspace's folders. Never rejects. */
  loadAll(isWanted?: () => boolean): Promise<void>
  /** The layers of people on an article as they are in memory, the own one first; none before `load`. Anchors follow open documents. */
  layers(article: Uri): readonly Layer[]
  /** The decisions that hold for what is shown: of all layers, or of the own one alone, as the setting says. */
  decisions(article: Uri): readonly Decision[]
  /** What assistants propose about an article, and nobody has answered. The same object until something changes. */
  proposals(article: Uri): readonly Proposal[]
  /** The layers of assistants on an article as they are in memory, with what people have rejected; none before `load`. */
  assistants(article: Uri): readonly Layer[]
  /** Applies what holds to suggestions. Undefined where nothing has been decided about the article. */
  decide(suggested: AnalyzedArticle): Decided | undefined
  /** The project of the folder that has the article; of the first folder without one. */
  project(article?: Uri): Project
  /** The URI by which edits name that project. Undefined where no folder is open. */
  projectFolder(article?: Uri): string | undefined
  /** All articles with a layer that is known, in order of URI: those of the folder that were loaded, and the open ones. */
  articles(): readonly Uri[]

  /** A decision that is not yet made: with an id, the annotator and the time. */
  draft(content: DecisionContent, place: Pick<DecisionFacts, 'target' | 'from'>): Decision
  /**
   * Makes a step: in memory at once, then on disk. Each decision goes to the layer of its `creator`. Throws where an article
   * has no place on disk (`canAnnotate`).
   */
  perform(step: Step): void
  /** Whether decisions on this article can be kept: it is a file. */
  canAnnotate(article: Uri): boolean
  /** The labels of what `undo` and `redo` would do. */
  undoLabel(): string | undefined
  redoLabel(): string | undefined
  undo(): Step | undefined
  redo(): Step | undefined

  /**
   * Whose decisions fit an article that has none: of an article that is gone (this is it, under another name), or of the one that
   * this is a copy of. Never rejects.
   */
  ownerFor(article: Uri, text: string): Promise<{ readonly owner: Uri; readonly isThere: boolean } | undefined>
  /** Gives an article the decisions on another one: moves them where that is gone, copies them otherwise. */
  takeOver(owner: Uri, article: Uri): Promise<void>

  /** What could not be read or written. */
  problems(): readonly AnnotationsProblem[]
  /** Resolves when everything is on disk, or could not be written. */
  written(): Promise<void>
}
