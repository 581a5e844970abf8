import { conditionsOf, nameCondition, readQuery, withCondition } from '../util/filterQuery'
import { isNamed } from '../util/facets'
import type { FolderArticle } from '../workspace/folderArticle'
import { articleFacts, articleTitle, fileName } from './articleEntry'

/** An article that may be chosen, and what the filter calls it. */
export interface Choice {
  readonly title: string
  readonly path: string
  readonly condition: string
  readonly isChosen: boolean
}

/** In the order of the folder. A headline that several articles have does not tell them apart: they go by their files. */
export function articleChoices(articles: readonly FolderArticle[], filter: string): readonly Choice[] {
  const wanted = readQuery(filter).facets.articles
  const titles = articles.map(articleTitle)
  const counts = new Map<string, number>()
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1)
  return articles.map((article, index) => {
    const title = titles[index]!
    const { names } = articleFacts(article)
    return {
      title,
      path: article.name,
      condition: nameCondition('article', counts.get(title) === 1 ? title : fileName(article.name)),
      isChosen: wanted.some((name) => names.some((known) => isNamed(name, known)))
    }
  })
}

/** A filter that leaves these articles, in place of those that it left. */
export function withArticles(filter: string, conditions: readonly string[]): string {
  const known = conditionsOf(filter).filter((condition) => /^article:/i.test(condition))
  const others = known.reduce(withCondition, filter)
  return [...new Set(conditions)].reduce(withCondition, others)
}
