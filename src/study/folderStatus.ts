import type { FolderStatus } from '../protocol/common'
import type { ArticleFolder } from '../workspace/articleFolder'

/** How far the folder is read, for a page; `isOpen`: a folder is open in this window. */
export function statusOfFolder(folder: Pick<ArticleFolder, 'state' | 'articles'>, isOpen: boolean): FolderStatus {
  const { state } = folder
  switch (state.kind) {
    case 'unread':
      return isOpen ? { kind: 'unread' } : { kind: 'none' }
    case 'reading':
      return { kind: 'reading', done: state.done, total: state.total }
    case 'ready':
      return { kind: 'read', articles: folder.articles().length }
  }
}
