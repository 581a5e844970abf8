import type { Decision, DecisionOf } from '../annotations'
import type { FilterQuery } from '../util/filterQuery'
import type { Steps } from '../util/steps'
import { decisionMatches } from './decided/markMatches'
import type { FolderMarks, InArticle } from './folderMarks'

/** The codings and the decisions to review that a filter leaves. */
export interface MarkView {
  /** By the id of a code in the order of the codebook, by index of `folder.articles`. */
  readonly coded: ReadonlyMap<string, ReadonlyMap<number, readonly DecisionOf<'code'>[]>>
  readonly codings: number
  readonly review: readonly InArticle<Decision>[]
}

/** `isLeft` says whether the query's facets leave a decision on an article. */
export function* markView(
  { codebook, codings, review }: FolderMarks,
  query: FilterQuery,
  isLeft: (waiting: InArticle<Decision>) => boolean = () => true
): Steps<MarkView> {
  const coded = new Map<string, Map<number, DecisionOf<'code'>[]>>()
  let count = 0
  for (const [place, { article, decision }] of codings.entries()) {
    if (place % 1024 === 0) yield
    if (!decisionMatches(query, decision, 'decided', codebook)) continue
    if (!isLeft({ article, decision })) continue
    count++
    const articles = coded.get(decision.code) ?? new Map<number, DecisionOf<'code'>[]>()
    coded.set(decision.code, articles)
    const given = articles.get(article)
    if (given) given.push(decision)
    else articles.set(article, [decision])
  }
  const foundReview: InArticle<Decision>[] = []
  for (const [place, waiting] of review.entries()) {
    if (place % 1024 === 0) yield
    if (decisionMatches(query, waiting.decision, 'review', codebook) && isLeft(waiting)) foundReview.push(waiting)
  }
  return {
    coded: new Map(codebook.inOrder(coded.keys()).map((id) => [id, coded.get(id)!])),
    codings: count,
    review: foundReview
  }
}
