import type { AnalyzedArticle } from '../analysis'
import { articleHead, type Article, type ArticleHead } from '../article'
import type { ArticleEntry } from '../protocol/sidebar'
import type { ArticleFacts } from '../util/facets'
import type { FolderArticle } from '../workspace/folderArticle'
import { clipped } from './clipped'

/** An article as rows name it: by its headline, or its file. */
export function articleEntry(source: AnalyzedArticle): ArticleEntry {
  const { id, name } = source
  const { headline } = headOf(source)
  return { uri: id, ...(headline && { title: clipped(headline) }), name: fileName(name), folder: folderName(name) }
}

/** What a row calls an article. */
export function articleTitle(source: AnalyzedArticle): string {
  const { title, name } = articleEntry(source)
  return title ?? name
}

/** What a filter asks of an article. */
export function articleFacts(source: AnalyzedArticle): ArticleFacts {
  const { agency, isoDate, headline } = headOf(source)
  return { outlet: agency, isoDate, names: [headline ?? '', fileName(source.name)] }
}

const heads = new WeakMap<Article, ArticleHead>()

/** What an article says about itself; of an article of the folder nothing is unpacked for it. */
export function headOf(source: AnalyzedArticle & Partial<Pick<FolderArticle, 'head'>>): ArticleHead {
  if (source.head) return source.head
  const { article } = source
  let head = heads.get(article)
  if (!head) heads.set(article, (head = articleHead(article)))
  return head
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** A path without its last part. */
export function folderName(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
