import type { Uri } from 'vscode'
import { annotationsFolder, articleOfLayerPath } from '../../annotations'
import { disposableList, type Disposable } from '../../util/disposable'
import type { Log } from '../log'
import type { AnnotationHomes } from './annotationHomes'
import type { AnnotationsChange, AnnotationsProblem } from './annotations'
import { folderAnnotations, type FolderAnnotations } from './folderAnnotations'

/** An article's folder, and its path below it. */
export interface Place {
  readonly folder: FolderAnnotations
  readonly path: string
}

/** The folders of a window with their annotations; each is opened when it is asked for. */
export interface WindowFolders extends Disposable {
  /** By its URI. */
  of(folder: string): FolderAnnotations
  /** Where the decisions on an article are kept. Undefined for what is no file. */
  place(article: Uri): Place | undefined
  /** The same where the folder is open already: asking for it reads nothing. */
  knownPlace(article: Uri): Place | undefined
  /** The articles with layers in memory, in order of URI. */
  articles(): readonly Uri[]
  problems(): readonly AnnotationsProblem[]
  /** Reads the layers of every article of the workspace. Never rejects. */
  loadAll(isWanted: () => boolean): Promise<void>
  /** Resolves when everything is on disk, or could not be written. */
  written(): Promise<void>
}

export interface WindowFoldersOptions {
  readonly homes: AnnotationHomes
  readonly changed: (change: AnnotationsChange) => void
  readonly problemsChanged: () => void
  readonly log: Log
}

export function windowFolders({ homes, changed, problemsChanged, log }: WindowFoldersOptions): WindowFolders {
  const owned = disposableList()
  const folders = new Map<string, FolderAnnotations>()
  /** By the URI of what is not used. */
  const notUsed = new Map<string, AnnotationsProblem>()

  function of(folder: string): FolderAnnotations {
    const known = folders.get(folder)
    if (known) return known
    const made = folderAnnotations({
      store: homes.storeOf(folder),
      articleOfFile: articleOfLayerPath,
      changed: ({ articles, isProject }) =>
        changed({ articles: new Set(articles.map((path) => homes.articleOf({ folder, path }).toString())), isProject }),
      problemsChanged,
      log
    })
    folders.set(folder, made)
    owned.add(made)
    owned.add(homes.watch(folder, (path) => made.fileChanged(path)))
    void made.loadProject()
    return made
  }

  /** Whether what a folder has on an article holds: it does not where another home is nearer to the article. */
  function isHome(folder: string, path: string): boolean {
    const home = homes.homeOf(homes.articleOf({ folder, path }))
    if (!home || home.folder === folder) return true
    const nearer = path.slice(0, -home.path.length - 1)
    const file = homes.articleOf({ folder, path: `${annotationsFolder}/${nearer}` })
    if (!notUsed.has(file.toString())) {
      notUsed.set(file.toString(), { file, kind: 'not-used', detail: nearer })
      problemsChanged()
    }
    return false
  }

  return {
    of,
    place(article) {
      const home = homes.homeOf(article)
      return home && { folder: of(home.folder), path: home.path }
    },
    knownPlace(article) {
      const home = homes.homeOf(article)
      const folder = home && folders.get(home.folder)
      return folder && { folder, path: home.path }
    },
    articles: () =>
      [...folders]
        .flatMap(([folder, own]) =>
          own.articles().flatMap((path) => (isHome(folder, path) ? homes.articleOf({ folder, path }) : []))
        )
        .sort((a, b) => (a.toString() < b.toString() ? -1 : 1)),
    problems: () => [
      ...notUsed.values(),
      ...[...folders].flatMap(([folder, own]) =>
        own.problems().map(({ file, ...problem }) => ({ file: homes.articleOf({ folder, path: file }), ...problem }))
      )
    ],
    async loadAll(isWanted) {
      await homes.find('all')
      for (const folder of homes.folders()) await of(folder).loadAll((path) => isWanted() && isHome(folder, path))
    },
    async written() {
      await Promise.all([...folders.values()].map((folder) => folder.written()))
    },
    dispose: () => owned.dispose()
  }
}
