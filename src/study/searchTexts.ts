import type { SearchText } from '../corpus'
import type { FolderArticle } from '../workspace/folderArticle'

const unpacked = new WeakMap<FolderArticle, SearchText>()

/** The search text of an article, unpacked once, because every letter typed into the filter searches all articles. */
export function searchTextOf(article: FolderArticle): SearchText {
  const known = unpacked.get(article)
  if (known) return known
  const { searchText } = article
  unpacked.set(article, searchText)
  return searchText
}
