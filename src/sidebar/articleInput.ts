import { whyUnread } from '../article'
import type { Project, Proposal } from '../annotations'
import type { FolderStatus } from '../protocol/sidebar'
import type { OpenArticle } from '../workspace/articleDocuments'
import type { FolderSnapshot } from '../workspace/folderArticle'
import type { OpenText } from '../workspace/openTexts'
import type { ArticleEditors } from './articleEditors'
import type { SidebarInput } from './sources'
import { problemReason, type StateInput } from './stateInput'

export interface AroundArticle {
  readonly editors: Pick<ArticleEditors, 'whyNoArticle' | 'languageNote' | 'showsAttitudes'>
  readonly snapshot: FolderSnapshot | undefined
  readonly folderStatus: FolderStatus
  readonly project: Project | undefined
  readonly proposals?: readonly Proposal[] | undefined
}

/** What the lists of a document are made of, and what says whether they would be the same again. */
export function articleInput(
  document: OpenText | undefined,
  result: OpenArticle | undefined,
  { editors, snapshot, folderStatus, project, proposals }: AroundArticle
): { readonly state: StateInput; readonly lists: SidebarInput } {
  const unread = result && !result.problem ? whyUnread(result.article) : null
  const noArticle = result && !result.problem && unread === null ? editors.whyNoArticle(result) : undefined
  const article = result && !result.problem && unread === null && !noArticle ? result : undefined
  const state: StateInput = {
    article: article ?? (noArticle ? result : document?.uri.toString()),
    folder: article && snapshot?.has(article) ? snapshot : undefined,
    problem: !document
      ? 'no-article'
      : result?.problem
        ? problemReason(result.problem)
        : (unread ?? (noArticle ? 'not-article' : 'analyzing')),
    showAttitudes: editors.showsAttitudes(document),
    project,
    proposals
  }
  return {
    state,
    lists: {
      article,
      articleProblem: state.problem,
      noArticle,
      languageNote: article && editors.languageNote(article),
      folder: state.folder,
      folderStatus,
      showAttitudes: state.showAttitudes,
      project,
      proposals
    }
  }
}
