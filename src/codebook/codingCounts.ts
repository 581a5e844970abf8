import type { Uri } from 'vscode'
import { codeCounts } from '../annotations'
import { disposableList, type Disposable } from '../util/disposable'
import type { Annotations } from '../workspace/annotations/annotations'

/** How often codes are given, by `Code.id`. */
export interface CodingCounts extends Disposable {
  inArticle(article: Uri | undefined): ReadonlyMap<string, number>
  /** In all articles whose decisions are known. */
  inAll(): ReadonlyMap<string, number>
}

/** Counts the codings of each article once, and again when what is decided about it changes. */
export function codingCounts(
  annotations: Pick<Annotations, 'articles' | 'decisions' | 'onDidChange' | 'annotator'>
): CodingCounts {
  const owned = disposableList()
  const known = new Map<string, ReadonlyMap<string, number>>()
  let sum: ReadonlyMap<string, number> | undefined

  owned.add(
    annotations.onDidChange(({ articles }) => {
      for (const id of articles) known.delete(id)
      if (articles.size > 0) sum = undefined
    })
  )

  function inArticle(article: Uri | undefined): ReadonlyMap<string, number> {
    if (!article) return new Map()
    const id = article.toString()
    const counted = known.get(id) ?? codeCounts(annotations.decisions(article))
    known.set(id, counted)
    return counted
  }

  function inAll(): ReadonlyMap<string, number> {
    if (sum) return sum
    const total = new Map<string, number>()
    for (const article of annotations.articles())
      for (const [code, count] of inArticle(article)) total.set(code, (total.get(code) ?? 0) + count)
    sum = total
    return total
  }

  return { inArticle, inAll, dispose: () => owned.dispose() }
}
