import type { Uri } from 'vscode'
import type { Codebook } from '../annotations'
import { disposableList, type Disposable } from '../util/disposable'
import { emitter, type Event } from '../util/emitter'
import { activeDocument, onDidChangeActiveDocument } from '../workspace/activeDocument'
import type { Annotations } from '../workspace/annotations/annotations'
import { isArticle } from '../workspace/articleLanguage'

/** The codebook that is shown: that of the folder of the article that was active last. */
export interface ActiveCodebook extends Disposable {
  /** The article that is active, or was before another kind of editor. */
  article(): Uri | undefined
  /** Undefined where no folder and no article is open. */
  codebook(): Codebook | undefined
  /** The codebook of the folder that this edit names. */
  ofFolder(folder: string): Codebook | undefined
  readonly onDidChange: Event<void>
}

export function activeCodebook(annotations: Annotations): ActiveCodebook {
  const owned = disposableList()
  const changed = owned.add(emitter())
  let article = activeArticle()

  owned.add(onDidChangeActiveDocument(follow))

  function follow(): void {
    const next = activeArticle() ?? article
    if (next?.toString() === article?.toString()) return
    article = next
    changed.fire()
  }

  function activeArticle(): Uri | undefined {
    const document = activeDocument()
    return document && isArticle(document) && annotations.canAnnotate(document.uri) ? document.uri : undefined
  }

  function codebook(): Codebook | undefined {
    const folder = annotations.projectFolder(article)
    return folder === undefined ? undefined : { folder, project: annotations.project(article) }
  }

  return {
    article: () => article,
    codebook,
    ofFolder(folder) {
      const active = codebook()
      if (active?.folder === folder) return active
      const uri = annotations.articles().find((known) => annotations.projectFolder(known) === folder)
      return uri && { folder, project: annotations.project(uri) }
    },
    onDidChange: changed.event,
    dispose: () => owned.dispose()
  }
}
