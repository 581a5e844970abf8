import { disposableList, type Disposable } from '../util/disposable'
import { emitter, type Event } from '../util/emitter'
import type { Annotations } from '../workspace/annotations/annotations'
import type { FolderDecisions } from './folderMarks'

/** What the sidebar needs of the decisions. */
export type FolderAnnotations = Pick<Annotations, 'onDidChange' | 'articles' | 'decisions' | 'proposals' | 'project'>

export interface DecisionsInFolder extends Disposable {
  /** The same object until something is decided. Undefined where nobody has decided anything. */
  present(): FolderDecisions | undefined
  readonly onDidChange: Event<void>
}

export function decisionsInFolder(annotations: FolderAnnotations): DecisionsInFolder {
  const owned = disposableList()
  const changed = owned.add(emitter())
  let known: { readonly present: FolderDecisions | undefined } | undefined
  owned.add(
    annotations.onDidChange(() => {
      known = undefined
      changed.fire()
    })
  )
  return {
    onDidChange: changed.event,
    present() {
      known ??= { present: decisionsOf(annotations) }
      return known.present
    },
    dispose: () => owned.dispose()
  }
}

function decisionsOf(annotations: FolderAnnotations): FolderDecisions | undefined {
  const uris = new Map(annotations.articles().map((uri) => [uri.toString(), uri]))
  if (uris.size === 0) return undefined
  return {
    project: annotations.project(),
    articles: new Set(uris.keys()),
    decisions(article) {
      const uri = uris.get(article)
      return uri ? annotations.decisions(uri) : []
    },
    proposals(article) {
      const uri = uris.get(article)
      return uri ? annotations.proposals(uri).map(({ main }) => main) : []
    }
  }
}
