import type { SearchText } from '../../corpus'
import type { FolderArticle } from '../../workspace/folderArticle'

const unpacked = new WeakMap<FolderArticle, SearchText>()

/** What a filter looks through in an article: unpacked once, because every letter that is typed looks through all of them. */
export function searchTextOf(article: FolderArticle): SearchText {
  const known = unpacked.get(article)
  if (known) return known
  const { searchText } = article
  unpacked.set(article, searchText)
  return searchText
}
