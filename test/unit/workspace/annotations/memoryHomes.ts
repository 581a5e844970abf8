import { URI } from 'vscode-uri'
import { openAnnotationStore, type AnnotationFiles } from '../../../../src/annotations'
import { emitter } from '../../../../src/util/emitter'
import type {
  AnnotationHomes,
  AnnotatorSettings,
  Renaming
} from '../../../../src/workspace/annotations/annotationHomes'

export const folder = 'file:///folder'

/** One folder of articles, `file:///folder`, with its annotations in `files`; what happens to them is in the test's hands. */
export function memoryHomes(
  files: AnnotationFiles,
  exists: (id: string) => boolean = () => true,
  recovery?: AnnotationFiles
) {
  const renamed = emitter<readonly Renaming[]>()
  const watching = new Set<(path: string) => void>()
  const homes: AnnotationHomes = {
    homeOf: (article) =>
      article.scheme === 'file' && article.path.startsWith('/folder/')
        ? { folder, path: article.path.slice('/folder/'.length) }
        : undefined,
    articleOf: ({ folder: root, path }) => URI.parse(`${root}/${path}`),
    parse: (id) => URI.parse(id),
    find: () => Promise.resolve(),
    exists: (article) => Promise.resolve(exists(article.toString())),
    folders: () => [folder],
    storeOf: () => openAnnotationStore(files, recovery),
    watch(_, changed) {
      watching.add(changed)
      return { dispose: () => void watching.delete(changed) }
    },
    onDidRename: renamed.event
  }
  return {
    homes,
    rename: (renamings: readonly Renaming[]) => renamed.fire(renamings),
    changed: (path: string) => watching.forEach((tell) => tell(path))
  }
}

/** Settings that a test may change. */
export function memorySettings(annotator: string | undefined = 'Ann') {
  const changed = emitter()
  let shown: 'all' | 'own' = 'all'
  const settings: AnnotatorSettings = {
    annotator: () => annotator,
    shownLayers: () => shown,
    onDidChange: changed.event
  }
  return {
    settings,
    set(next: { readonly annotator?: string; readonly shown?: 'all' | 'own' }) {
      annotator = next.annotator ?? annotator
      shown = next.shown ?? shown
      changed.fire()
    }
  }
}
