import type { Uri } from 'vscode'
import type { AnnotationStore } from '../../annotations'
import type { Disposable } from '../../util/disposable'
import type { Event } from '../../util/emitter'

/** Where the decisions on an article are kept. */
export interface AnnotationHome {
  /** The URI of the folder in which `.annotations` lies. */
  readonly folder: string
  /** The article's path below that folder, with slashes. */
  readonly path: string
}

/** A file or folder that got another name. */
export interface Renaming {
  readonly from: Uri
  readonly to: Uri
}

/** The folders with annotations: an interface, so that code that uses them can run without VS Code. */
export interface AnnotationHomes {
  /**
   * The nearest folder at or above the article that has `.annotations`, as far as it was found, and not above the workspace's folder;
   * else the workspace's folder; outside of the workspace the article's own. Undefined for what is no file.
   */
  homeOf(article: Uri): AnnotationHome | undefined
  /**
   * Finds the homes of these articles, or all homes in the workspace: `homeOf` and `folders` speak of them from then on, and say
   * the same as long as the window is open. Never rejects.
   */
  find(articles: readonly Uri[] | 'all'): Promise<void>
  articleOf(home: AnnotationHome): Uri
  /** The URI that `toString` gives this id. */
  parse(id: string): Uri
  /** Whether there is a file of that name. Never rejects. */
  exists(article: Uri): Promise<boolean>
  /** The URIs of the workspace's folders, then those of the homes below them that were found. */
  folders(): readonly string[]
  storeOf(folder: string): AnnotationStore
  /** Calls with the paths below `.annotations` of files that were created, changed or deleted. */
  watch(folder: string, changed: (path: string) => void): Disposable
  readonly onDidRename: Event<readonly Renaming[]>
}

/** Whose decisions are shown, and who decides. */
export interface AnnotatorSettings {
  /** Undefined until somebody has said it. */
  annotator(): string | undefined
  /** The decisions of all annotators, or the own ones alone. */
  shownLayers(): 'all' | 'own'
  readonly onDidChange: Event<void>
}
