import { delayed } from '../util/delayed'
import { disposableList, type Disposable } from '../util/disposable'
import { emitter, type Event } from '../util/emitter'
import type { Annotations } from '../workspace/annotations/annotations'
import type { FolderDecisions } from './folderMarks'

/** What the sidebar needs of the decisions. */
export type FolderAnnotations = Pick<
  Annotations,
  'onDidChange' | 'loadAll' | 'articles' | 'decisions' | 'proposals' | 'project'
>

export interface DecisionsInFolder extends Disposable {
  /**
   * The same object until something is decided. Undefined where nobody has decided anything. Whoever asks first has the layers of all
   * articles read, also of those that nobody opens: until they are, it is what is known so far.
   */
  present(): FolderDecisions | undefined
  readonly onDidChange: Event<void>
}

export function decisionsInFolder(annotations: FolderAnnotations): DecisionsInFolder {
  const owned = disposableList()
  const changed = owned.add(emitter())
  let known: { readonly present: FolderDecisions | undefined } | undefined
  let loading: 'not yet' | 'now' | 'done' = 'not yet'
  let isDisposed = false
  let isUntold = false
  const tell = () => {
    isUntold = false
    known = undefined
    changed.fire()
  }
  // Thousands of layers are not thousands of lists.
  const tellSoon = owned.add(delayed(whileLoading, tell))
  owned.add(
    annotations.onDidChange(() => {
      isUntold = true
      if (loading === 'now') tellSoon()
      else tell()
    })
  )

  async function load(): Promise<void> {
    loading = 'now'
    await annotations.loadAll(() => !isDisposed)
    loading = 'done'
    tellSoon.cancel()
    if (isUntold && !isDisposed) tell()
  }

  return {
    onDidChange: changed.event,
    present() {
      if (loading === 'not yet') void load()
      known ??= { present: decisionsOf(annotations) }
      return known.present
    },
    dispose() {
      isDisposed = true
      owned.dispose()
    }
  }
}

/** Between two times that it is told what is known so far. Milliseconds. */
const whileLoading = 500

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
