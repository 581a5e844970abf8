import { emptyProject, type DecisionOf } from '../../annotations'
import type { CodingsOfCode } from '../../protocol/sidebar'
import { meetsArticle } from '../../util/facets'
import { inOneArticle, readQuery } from '../../util/filterQuery'
import type { SidebarLists } from '../sources'
import { codebookOf } from '../../study/decided/codebook'
import { wordsInFacets } from '../../study/decided/wordsInFacets'
import { articleFacts } from '../articleEntry'
import { codingEntry } from './markEntries'
import { decisionMatches } from '../../study/decided/markMatches'

/** The most codings of one answer: an article may have tens of thousands. */
const mostAtOnce = 1000

/** The first `count` codings of the article with a code that match a filter; undefined without an article. */
export function codingsOfCode(
  lists: SidebarLists,
  code: string,
  filter: string,
  count: number
): CodingsOfCode | undefined {
  const [article] = lists.articles
  if (!article) return undefined
  const found = foundCodings(lists, filter).filter((coding) => coding.code === code)
  const codings = found.slice(0, Math.min(count, mostAtOnce)).map((coding) => codingEntry(article, coding))
  return { code, filter, codings, total: Math.min(found.length, mostAtOnce) }
}

/** How many codings of the article match a filter, by the ids of their codes. */
export function codingCounts(lists: SidebarLists, filter: string): readonly (readonly [code: string, count: number])[] {
  const counts = new Map<string, number>()
  for (const { code } of foundCodings(lists, filter)) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
}

function foundCodings(
  { articles, project = emptyProject }: SidebarLists,
  filter: string
): readonly DecisionOf<'code'>[] {
  const [article] = articles
  const query = inOneArticle(readQuery(filter))
  if (!article?.decided || !meetsArticle(query.facets, articleFacts(article))) return []
  const codebook = codebookOf(project)
  const isInFacets = wordsInFacets(article, query.facets)
  return article.decided.marks.flatMap((mark) =>
    mark.kind === 'code' && decisionMatches(query, mark, 'decided', codebook) && isInFacets(mark.target) ? mark : []
  )
}
