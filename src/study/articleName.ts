import { fileName } from '../workspace/fileName'
import type { FolderArticle } from '../workspace/folderArticle'

/** How readers know an article: by its headline, else by its file. */
export function articleName({ head, uri }: Pick<FolderArticle, 'head' | 'uri'>): string {
  return head.headline ?? fileName(uri)
}
