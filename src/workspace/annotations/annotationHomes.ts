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
  /** Undefined for what is no file. An article outside of the workspace has its own folder as home. */
  homeOf(article: Uri): AnnotationHome | undefined
  articleOf(home: AnnotationHome): Uri
  /** The URI that `toString` gives this id. */
  parse(id: string): Uri
  /** Whether there is a file of that name. Never rejects. */
  exists(article: Uri): Promise<boolean>
  /** The URIs of the workspace's folders. */
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
