import type { Decision, DecisionOf } from '../../annotations'
import { hasConditions, meetsConditions, type FilterQuery } from '../../util/filterQuery'
import { foldLetters, hasAllWords } from '../../util/folding'
import type { Steps } from '../../util/steps'
import type { FolderMarks, InArticle } from './folderMarks'

/** The codings and the decisions to review that a filter leaves. */
export interface MarkView {
  /** By the id of a code in the order of the codebook, by index of `folder.articles`. */
  readonly coded: ReadonlyMap<string, ReadonlyMap<number, readonly DecisionOf<'code'>[]>>
  readonly codings: number
  readonly review: readonly InArticle<Decision>[]
}

export function* markView({ codebook, codings, review }: FolderMarks, query: FilterQuery): Steps<MarkView> {
  const coded = new Map<string, Map<number, DecisionOf<'code'>[]>>()
  let count = 0
  for (const [place, { article, decision }] of codings.entries()) {
    if (place % 1024 === 0) yield
    const { path } = codebook.code(decision.code)
    if (!isFound(query, decision, [...path, decision.memo ?? ''], 'decided', [path])) continue
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
    const { decision } = waiting
    const path = decision.kind === 'code' ? [codebook.code(decision.code).path] : []
    if (isFound(query, decision, path.flat(), 'review', path)) foundReview.push(waiting)
  }
  return {
    coded: new Map(codebook.inOrder(coded.keys()).map((id) => [id, coded.get(id)!])),
    codings: count,
    review: foundReview
  }
}

function isFound(
  query: FilterQuery,
  decision: Decision,
  texts: readonly string[],
  state: 'decided' | 'review',
  codes: readonly (readonly string[])[]
): boolean {
  const { words } = query
  if (words.length > 0) {
    const said = decision.target.flatMap(({ exact, was = '' }) => [exact, was])
    if (!hasAllWords(foldLetters([...said, ...texts].join('\n')), words)) return false
  }
  if (!hasConditions(query)) return true
  const hasMemo = decision.kind === 'memo' || (decision.kind === 'code' && Boolean(decision.memo))
  return meetsConditions(query, { state, hasMemo, codes, people: [decision.creator] })
}
