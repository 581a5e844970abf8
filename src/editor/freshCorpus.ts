import { workspace, type CancellationToken } from 'vscode'
import type { ArticleDocuments } from '../workspace/articleDocuments'
import type { ArticleFolder } from '../workspace/articleFolder'

/** Analyses the folder's articles that are open and changed, so that the corpus knows them as they read now. */
export async function freshenOpenArticles(
  documents: ArticleDocuments,
  folder: ArticleFolder,
  token: CancellationToken
): Promise<void> {
  for (const document of workspace.textDocuments) {
    if (folder.state.kind !== 'ready' || token.isCancellationRequested) return
    if (folder.article(document.uri) && !documents.peek(document.uri)) await documents.analyze(document, token)
  }
}

/** Resolves when no reading of the folder is under way any more, or nobody waits. */
export function folderSettled(folder: ArticleFolder, token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const isOver = () => folder.state.kind !== 'reading' || token.isCancellationRequested
    if (isOver()) {
      resolve()
      return
    }
    const check = () => {
      if (!isOver()) return
      changing.dispose()
      cancelling.dispose()
      resolve()
    }
    const changing = folder.onDidChange(check)
    const cancelling = token.onCancellationRequested(check)
  })
}
