import { URI } from 'vscode-uri'
import { openAnnotationStore } from '../../../src/annotations'
import { nodeAnnotationFiles } from '../../../src/cli/annotationFiles'
import { emitter } from '../../../src/util/emitter'
import type { AnnotationHomes } from '../../../src/workspace/annotations/annotationHomes'
import type { Annotations } from '../../../src/workspace/annotations/annotations'
import { projectAnnotations } from '../../../src/workspace/annotations/projectAnnotations'
import { uriOf, type MemoryWorkspace } from '../workspace/memoryWorkspace'

/**
 * The annotations of a workspace in memory, whose `.annotations` are in a folder of this machine. `watching` is called with
 * whoever wants to hear of changed files.
 */
export function annotationsIn(
  folder: string,
  { texts, log }: MemoryWorkspace,
  watching: (changed: (path: string) => void) => void = () => undefined
): Annotations {
  const store = openAnnotationStore(nodeAnnotationFiles(folder), undefined)
  const root = uriOf('').toString()
  const homes: AnnotationHomes = {
    homeOf: (article) => ({ folder: root, path: article.path.slice('/folder/'.length) }),
    articleOf: ({ path }) => uriOf(path),
    find: () => Promise.resolve(),
    exists: () => Promise.resolve(true),
    parse: (id) => URI.parse(id),
    folders: () => [root],
    storeOf: () => store,
    watch(_, changed) {
      watching(changed)
      return { dispose: () => undefined }
    },
    onDidRename: emitter<never>().event
  }
  const settings = { annotator: () => 'Rosa', shownLayers: () => 'all' as const, onDidChange: emitter().event }
  return projectAnnotations({ homes, texts, settings, log })
}
