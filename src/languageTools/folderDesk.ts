import type { Uri } from 'vscode'
import { proposingTools, type ProposalDesk, type ProposedEdit } from '../assistants/proposing'
import type { Annotations } from '../workspace/annotations/annotations'
import type { FolderArticle } from '../workspace/folderArticle'
import type { AskedMoment } from './askedFolder'

export interface FolderDeskOptions {
  readonly moment: Pick<AskedMoment, 'articles' | 'corpus'>
  readonly annotations: Pick<Annotations, 'load' | 'canAnnotate' | 'assistants' | 'project'>
  /** The text of an article in its editor; undefined where it is not open. */
  readonly openText: (uri: Uri) => string | undefined
  readonly assistant: string
  readonly made: string
  readonly perform: (edits: readonly ProposedEdit[]) => void
}

/** Where a proposal about the articles of the workspace is made: it becomes a step of the window, which can be undone. */
export function folderDesk({
  moment: { articles, corpus },
  annotations,
  openText,
  assistant,
  made,
  perform
}: FolderDeskOptions): ProposalDesk {
  const tools = proposingTools(assistant, made)
  const byId = new Map<string, readonly [file: string, FolderArticle]>()
  for (const [file, article] of articles) byId.set(article.id, [file, article])
  return {
    async deciding(file) {
      const article = articles.get(file)
      if (!article) return undefined
      const { uri, text } = article
      if (!annotations.canAnnotate(uri)) throw new Error('this article is no file: nothing can be kept beside it')
      if ((openText(uri) ?? text) !== text) throw new Error('the article is being edited: ask again')
      await annotations.load(uri)
      return { article, own: [], project: annotations.project(uri), folder: undefined, tools }
    },
    assistants(id) {
      const [, article] = byId.get(id) ?? []
      return article ? annotations.assistants(article.uri) : []
    },
    members(entity) {
      const members = corpus.entities.find(({ id }) => id === entity)?.members ?? []
      return members.flatMap((member) => {
        const [file] = byId.get(member.article) ?? []
        return file === undefined ? [] : [{ article: file, entity: member.entity }]
      })
    },
    save(edits) {
      perform(edits)
      return Promise.resolve()
    }
  }
}
