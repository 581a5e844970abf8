import {
  actorKinds,
  type FolderState,
  type FolderStatus,
  type ListAddress,
  type ListHead,
  type ListPage
} from '../../protocol/sidebar'
import { codeEntries } from '../decided/decidedState'
import { folderPage } from './folderPage'
import type { FolderView } from '../../study/folderView'
import type { Steps } from '../../util/steps'

/** The state of the folder's lists: the length of each, and the first page of those that are expanded initially. */
export function* folderState(view: FolderView, status: FolderStatus): Steps<FolderState> {
  const { index, entities } = view
  const { allMarks, marks } = view
  const { folder, quotes } = index
  const actors = actorKinds.flatMap((kind) =>
    entities[kind].length === 0 ? [] : { kind, opens: head({ kind: 'actors', entityKind: kind }, entities[kind]) }
  )
  const lists = {
    places: head({ kind: 'places' }, entities.place),
    quotes: head({ kind: 'quotes' }, view.articles),
    links: head({ kind: 'links' }, view.sources),
    suggested: head({ kind: 'suggested' }, view.suggestions),
    unattributed: head({ kind: 'unattributed' }, view.unattributed),
    reuse: head({ kind: 'reuse' }, view.reuse)
  }
  const pages: ListPage[] = []
  for (const { list } of [...actors.map(({ opens }) => opens), lists.places, lists.quotes, lists.links, lists.reuse]) {
    const page = yield* folderPage(view, list, 0)
    if (page) pages.push(page)
  }
  const places = index.entities.reduce((count, { kind }) => (kind === 'place' ? count + 1 : count), 0)
  return {
    kind: 'folder',
    scope: 'folder',
    filter: view.filter,
    summary: { title: folder.name, details: [], words: index.words, quotedWords: quotes.all.words },
    articles: folder.articles.length,
    tallies: {
      actors: { count: actors.reduce((sum, { opens }) => sum + opens.total, 0), total: index.entities.length - places },
      places: { count: entities.place.length, total: places },
      quotes: { count: view.distinctQuotes, total: quotes.all.distinct },
      links: { count: view.sources.length, total: index.links.length },
      reuse: { count: view.reuse.length, total: quotes.reuse.length },
      codes: { count: marks.codings, total: allMarks.codings.length },
      review: { count: marks.review.length, total: allMarks.review.length }
    },
    kinds: view.kinds,
    actors,
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
  const { codebook, people, decided, rejected } = allMarks
  if (people.length === 0) return {}
  const counts = new Map<string, number>()
  for (const { decision } of allMarks.codings) counts.set(decision.code, (counts.get(decision.code) ?? 0) + 1)
  const mentions = index.entities.reduce((sum, row) => sum + row.mentions, 0)
  return {
    decided: {
      progress: { decided, total: mentions + index.quotes.size + rejected },
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
