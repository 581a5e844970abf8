import { window, workspace, type TextDocument, type TextEditor } from 'vscode'
import type { AnalyzedDocument, DocumentProblem } from '../workspace/articleDocuments'
import { isArticle } from '../workspace/articleLanguage'
import type { FolderArticle, FolderCorpus } from '../workspace/folderCorpus'
import { articleName } from '../workspace/names'
import type { EmptyReason, FolderStatus } from '../protocol/sidebar'
import type { SidebarArticle, SidebarFolder } from './sources'

/**
 * The article that the sidebar follows: the active editor's. While something else has the focus (an output, a setting),
 * the article shown last stays as long as it is in sight.
 */
export function followedEditor(last: TextDocument | undefined): TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = window
  if (activeTextEditor && isArticle(activeTextEditor.document)) return activeTextEditor
  return (
    visibleTextEditors.find(({ document }) => document === last) ??
    visibleTextEditors.find(({ document }) => isArticle(document))
  )
}

const ofDocument = new WeakMap<AnalyzedDocument, SidebarArticle>()
const ofFolder = new WeakMap<FolderArticle, SidebarArticle>()

export function documentSource(document: AnalyzedDocument): SidebarArticle {
  const known = ofDocument.get(document)
  if (known) return known
  const { uri, article, analysis } = document
  const source: SidebarArticle = {
    uri: uri.toString(),
    path: articleName(uri),
    text: article.text,
    analysis,
    reading: article
  }
  ofDocument.set(document, source)
  return source
}

/** The folder as it was last read, the same object as before while nothing has changed; undefined before the first reading has ended. */
export function folderSource(folder: FolderCorpus, before: SidebarFolder | undefined): SidebarFolder | undefined {
  const corpus = folder.corpus()
  if (!corpus) return undefined
  const name = workspace.name ?? ''
  const articles = folder.articles()
  const isSame =
    before?.corpus === corpus &&
    before.name === name &&
    before.articles.length === articles.length &&
    articles.every((article, index) => before.articles[index] === ofFolder.get(article))
  return isSame ? before : { name, corpus, articles: articles.map(folderArticleSource) }
}

export function folderStatus(folder: FolderCorpus): FolderStatus {
  const { state } = folder
  switch (state.kind) {
    case 'unread':
      return workspace.workspaceFolders?.length ? { kind: 'unread' } : { kind: 'none' }
    case 'reading':
      return { kind: 'reading', done: state.done, total: state.total }
    case 'ready':
      return { kind: 'read', articles: folder.articles().length }
  }
}

export function problemReason(problem: DocumentProblem): EmptyReason {
  return problem === 'no-engine' ? 'failed' : problem
}

/** Text and analysis stay packed until they are asked for. */
function folderArticleSource(article: FolderArticle): SidebarArticle {
  const known = ofFolder.get(article)
  if (known) return known
  const source: SidebarArticle = {
    uri: article.uri.toString(),
    path: article.name,
    get text() {
      return article.text
    },
    get analysis() {
      return article.analysis
    },
    get digest() {
      return article.digest
    }
  }
  ofFolder.set(article, source)
  return source
}
