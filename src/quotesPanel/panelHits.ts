import type { WordMatch } from '../protocol/quotesPanel'
import type { FolderView } from '../study/folderView'
import { inSlices } from '../util/slices'
import { searchWords } from './searchWords'
import { hitsInArticles, noHits, type WordHits } from './wordHits'

/** Looks for words, and keeps what was found last. */
export interface PanelHits {
  /** Those in the articles that the view leaves; undefined when `isWanted` says no. `onProgress` is told how much is read: 0 to 1. */
  of(
    view: FolderView,
    wanted: { readonly words: string; readonly match: WordMatch },
    isWanted: () => boolean,
    onProgress: (done: number) => void
  ): Promise<WordHits | undefined>
  /** Gives up the present search: nothing was found. */
  stop(): void
}

export function panelHits(): PanelHits {
  let known:
    | {
        readonly of: FolderView['index']['folder']
        readonly words: string
        readonly match: WordMatch
        readonly hits: WordHits
      }
    | undefined
  /** Of these hits, those that a view leaves. */
  let ofView: { readonly of: WordHits; readonly view: FolderView; readonly hits: WordHits } | undefined
  let isStopped = false

  return {
    async of(view, { words, match }, isWanted, onProgress) {
      const { folder } = view.index
      const isIn = wordFilter(view)
      if (known?.of !== folder || known.words !== words || known.match !== match) {
        isStopped = false
        const { articles } = folder
        const found = await inSlices(
          searchWords(articles, words, match, (done) => onProgress(done / articles.length)),
          () => isWanted() && !isStopped
        )
        if (!found && !isStopped) return undefined
        known = { of: folder, words, match, hits: found ?? noHits }
      }
      if (ofView?.of !== known.hits || ofView.view !== view)
        ofView = { of: known.hits, view, hits: hitsInArticles(known.hits, isIn) }
      return ofView.hits
    },
    stop() {
      isStopped = true
    }
  }
}

/** Which articles of the folder a filter leaves: those of which it leaves a quote, a name or a coding; without one all. */
function wordFilter(view: FolderView): (article: number) => boolean {
  if (view.filter.trim() === '') return () => true
  const left = new Set(view.articles.map(({ article }) => article))
  return (article) => left.has(article)
}
