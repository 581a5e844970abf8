import type { Decision, DecisionOf } from '../../annotations'
import type { ListAddress, ListRow } from '../../protocol/sidebar'
import type { FolderArticle } from '../../workspace/folderArticle'
import { articleEntry, articleTitle } from '../articleEntry'
import { placedDecision, type DecidedArticle } from '../../study/decided/decidedArticle'
import { codingEntry } from '../decided/markEntries'
import { proposalEntry, reviewEntry } from '../decided/reviewEntries'
import type { FolderView } from '../../study/folderView'

/** The articles that have a code. */
export function codedArticles(view: FolderView, code: string): readonly number[] | undefined {
  const articles = view.marks.coded.get(code)
  return articles && [...articles.keys()].sort((a, b) => a - b)
}

export function codedArticleRow(view: FolderView, code: string, article: number): ListRow | undefined {
  const source = view.index.folder.articles[article]
  const list: ListAddress = { kind: 'codedIn', code, article: source?.id ?? '' }
  const total = view.marks.coded.get(code)?.get(article)?.length ?? 0
  return source && { kind: 'article', key: source.id, article: articleEntry(source), opens: { list, total } }
}

/** The codings of an article with a code. */
export function codingsIn(view: FolderView, code: string, uri: string): readonly DecisionOf<'code'>[] | undefined {
  return view.marks.coded.get(code)?.get(view.index.numbers.get(uri) ?? -1)
}

export function codingRow(view: FolderView, uri: string, coding: DecisionOf<'code'>): ListRow | undefined {
  const source = view.index.folder.article(uri)
  if (!source) return undefined
  const placed = placedIn(source, coding)
  return placed.kind === 'code'
    ? { kind: 'coding', key: coding.id, coding: codingEntry(source, placed), uri }
    : undefined
}

export function reviewRow(
  view: FolderView,
  { article, decision }: { readonly article: number; readonly decision: Decision }
): ListRow | undefined {
  const source = view.index.folder.articles[article]
  if (!source) return undefined
  const { decided }: DecidedArticle = source
  const { codebook } = view.allMarks
  const row = { kind: 'review', key: decision.id, uri: source.id, article: articleTitle(source) } as const
  if (view.allMarks.isProposal(decision)) return { ...row, review: proposalEntry(source, decision, codebook) }
  const placed = (decided && placedDecision(decided, decision.id)) ?? {
    decision,
    state: 'changed' as const,
    placements: decision.target.map(({ start, end }) => ({
      state: 'changed' as const,
      span: { start, end },
      candidates: []
    })),
    isInText: true
  }
  return { ...row, review: reviewEntry(source, placed, codebook) }
}

/** A decision as it is in the present text, where that is known. */
function placedIn(source: FolderArticle, decision: Decision): Decision {
  const { decided }: DecidedArticle = source
  return (decided && placedDecision(decided, decision.id)?.decision) ?? decision
}
