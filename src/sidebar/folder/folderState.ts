import type { FolderState, FolderStatus, ListAddress, ListHead, ListPage } from '../../protocol/sidebar'
import { codeEntries } from '../decided/decidedState'
import { folderFacets } from '../facetCounts'
import { folderPage } from './folderPage'
import { nameCount, namesOf } from './nameRows'
import { mostQuotes } from './sourceRows'
import type { FolderView } from '../../study/folderView'
import type { Steps } from '../../util/steps'

/** What is open before the reader touches anything. */
const firstLists: readonly ListAddress[] = [
  { kind: 'sources', order: 'quotes' },
  { kind: 'names', types: [] }
]

/** The state of the folder's lists: the length of each, and the first page of those that are expanded initially. */
export function* folderState(view: FolderView, status: FolderStatus): Steps<FolderState> {
  const { index, marks, allMarks } = view
  const { folder, quotes } = index
  const names = yield* namesOf(view)
  const lists = {
    suggested: head({ kind: 'suggested' }, view.suggestions),
    unattributed: head({ kind: 'unattributed' }, view.unattributed),
    reuse: head({ kind: 'reuse' }, view.reuse)
  }
  const pages: ListPage[] = []
  for (const list of firstLists) {
    const page = yield* folderPage(view, list, 0)
    if (page) pages.push(page)
  }
  return {
    kind: 'folder',
    scope: 'folder',
    filter: view.filter,
    summary: { title: folder.name, file: '', details: [], words: index.words, quotedWords: quotes.all.words },
    articles: folder.articles.length,
    articlesWithQuotes: view.articles.length,
    facets: yield* folderFacets(index),
    tallies: {
      sources: { count: view.sources.length, total: index.links.length },
      names: { count: names.of([]).total, total: yield* nameCount(index) },
      quotes: { count: view.distinctQuotes, total: quotes.all.distinct },
      reuse: { count: view.reuse.length, total: quotes.reuse.length },
      codes: { count: marks.codings, total: allMarks.codings.length },
      review: { count: marks.review.length, total: allMarks.review.length }
    },
    kinds: view.kinds,
    names: names.counts,
    mostQuotes: mostQuotes(view),
    ...lists,
    unattributedQuotes: view.unattributedQuotes,
    pages,
    ...decidedLists(view),
    folder: status,
    attitudes: { shown: index.showAttitudes, count: index.attitudes }
  }
}

/** What researchers have said, where they have. */
function decidedLists({ marks, allMarks, index }: FolderView): Pick<FolderState, 'decided' | 'codes' | 'review'> {
  const { codebook, people, progress } = allMarks
  if (people.length === 0) return {}
  const counts = new Map<string, number>()
  for (const { decision } of allMarks.codings) counts.set(decision.code, (counts.get(decision.code) ?? 0) + 1)
  const mentions = index.entities.reduce((sum, row) => sum + row.mentions, 0)
  const quotes = index.quotes.listed.reduce((sum, isListed) => sum + isListed, 0)
  const { showAttitudes } = index
  const decided = progress.decided - (showAttitudes ? 0 : progress.decidedAttitudes)
  const rejected = progress.rejected - (showAttitudes ? 0 : progress.rejectedAttitudes)
  return {
    decided: {
      progress: { decided, total: mentions + quotes + rejected },
      codes: codeEntries(counts, codebook),
      people,
      isArticle: true
    },
    codes: [...marks.coded].map(([code, articles]) => ({
      code,
      count: [...articles.values()].reduce((sum, given) => sum + given.length, 0),
      opens: { list: { kind: 'coded', code }, total: articles.size }
    })),
    review: head({ kind: 'review' }, marks.review)
  }
}

function head(list: ListAddress, rows: readonly unknown[]): ListHead {
  return { list, total: rows.length }
}
