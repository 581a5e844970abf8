import { workspace, type CancellationToken } from 'vscode'
import type { ArticleDocuments } from '../workspace/articleDocuments'
import type { ArticleFolder } from '../workspace/articleFolder'

/** Analyzes the folder's articles that are open and have no result yet, so that the corpus has their present texts. */
export async function analyzeOpenArticles(
  documents: ArticleDocuments,
  folder: ArticleFolder,
  token: CancellationToken
): Promise<void> {
  for (const document of workspace.textDocuments) {
    if (folder.state.kind !== 'ready' || token.isCancellationRequested) return
    if (folder.article(document.uri)) await documents.analyze(document, token)
  }
}

/** Resolves when no reading of the folder is under way, or the token is cancelled. */
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
