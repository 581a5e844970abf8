import type { Answers } from '../protocol/common'
import type { Column, PanelHostEvent, PanelSide, PanelState, Show, WordMatch } from '../protocol/quotesPanel'
import type { FolderView } from '../study/folderView'
import type { Study } from '../study/study'
import type { Kept } from '../study/studyFilter'
import { delayed } from '../util/delayed'
import { disposableList, type Disposable } from '../util/disposable'
import { conditionsOf, withCondition } from '../util/filterQuery'
import { inSlices } from '../util/slices'
import type { ArticleFolder } from '../workspace/articleFolder'
import { concordance, type Concordance } from './concordance'
import { keepMatch, keptMatch } from './keptMatch'
import { rowContent, type RowContent } from './rowContent'
import { rowOrder, type RowOrder } from './rowOrder'
import { searchWords } from './searchWords'
import type { PanelTexts } from './panelStrings'
import { partsOf, summaryOf } from './panelSummary'
import { hitsInArticles, noHits, type WordHits } from './wordHits'

/** Computes what the quotes panel lists and posts it whenever it changes. */
export interface PanelContent extends Disposable {
  /** The page is there: everything is posted. */
  start(): void
  /** The panel is hidden: nothing is computed until it is there again. */
  stop(): void
  show(show: Show): void
  /** Lists what another filter leaves; the window's filter stays as it is, and takes its place when it changes. */
  list(query: string, show: Show): void
  /** Lists again what was listed before `list`, as the window's filter leaves it now. */
  unlist(): void
  /** What the rows are filtered by: the window's filter, or that of `list`. */
  query(): string
  setWords(words: string): void
  /** How words are looked for, from now on. */
  setMatch(match: WordMatch): void
  sort(column: Column, isDescending: boolean): void
  stopSearch(): void
  /** Takes a part out of the filter as `PanelState.filter` names it. */
  withoutCondition(part: string): void
  readonly answers: Answers<PanelSide>
  /** What rows of a version are; none of a version that is not shown any more. */
  rows(version: number, ranges: readonly (readonly [from: number, to: number])[]): readonly RowContent[]
}

export interface PanelContentOptions {
  readonly study: Study
  readonly folder: Pick<ArticleFolder, 'state'>
  readonly texts: PanelTexts
  /** Where it is kept how words are looked for. */
  readonly kept: Kept
  readonly post: (event: PanelHostEvent) => void
  readonly onFailure: (error: unknown) => void
}

/** Events within this time cause one update. Milliseconds. */
const settlingTime = 60
/** Work that takes no longer shows no progress. Milliseconds. */
const progressDelay = 250

interface Shown {
  readonly rows: Concordance
  readonly order: RowOrder
  readonly version: number
}

interface Wish {
  readonly show: Show
  readonly words: string
  readonly match: WordMatch
  readonly column: Column
  readonly isDescending: boolean
}

export function panelContent({ study, folder, texts, kept, post, onFailure }: PanelContentOptions): PanelContent {
  const owned = disposableList()
  let isShown = false
  let wish: Wish = { show: 'quotes', words: '', match: keptMatch(kept), column: 'place', isDescending: false }
  let shown: Shown | undefined
  let hits:
    | {
        readonly of: FolderView['index']['folder']
        readonly words: string
        readonly match: WordMatch
        readonly hits: WordHits
      }
    | undefined
  /** Of these hits, those that a view leaves. */
  let hitsOfView: { readonly of: WordHits; readonly view: FolderView; readonly hits: WordHits } | undefined
  let isStopped = false
  let listed: string | undefined
  /** What was shown before `listed`, and in which order. */
  let beforeList: Pick<Wish, 'show' | 'column' | 'isDescending'> | undefined
  let version = 0
  /** Another object for each piece of work: who is not the last one gives up. */
  let work = {}

  const update = owned.add(delayed(settlingTime, () => void refresh().catch(onFailure)))
  owned.add(study.onDidChange(() => update()))
  owned.add(study.filter.onDidChange(() => void (listed = undefined)))
  const query = () => listed ?? study.filter.query()

  async function refresh(): Promise<void> {
    if (!isShown) return
    const mine = (work = {})
    const wanted = wish
    const isWanted = () => work === mine && isShown
    const progress = progressOf(isWanted)
    try {
      const view = await (listed === undefined ? study.present() : study.under(listed, isWanted))
      if (!isWanted()) return
      if (!view || view.index.folder.articles.length === 0) return postEmpty()
      const found = wanted.show === 'words' ? await hitsIn(view, wanted, isWanted, progress) : noHits
      const rows = found && (await inSlices(concordance(view, wanted.show, found), isWanted))
      const order =
        rows &&
        (await inSlices(
          rowOrder(rows, wanted.column, wanted.isDescending, (done) => progress(done / rows.size)),
          isWanted
        ))
      if (!order || !isWanted()) return
      shown = { rows, order, version: ++version }
      post({ kind: 'state', state: stateOf(shown, wanted) })
    } finally {
      if (work === mine) post({ kind: 'working', done: null })
    }
  }

  /** Those that were found last, where the same is looked for in the same articles; undefined when nobody waits any more. */
  async function hitsIn(
    view: FolderView,
    { words, match }: Wish,
    isWanted: () => boolean,
    progress: (done: number) => void
  ): Promise<WordHits | undefined> {
    const { folder: searched } = view.index
    const isIn = wordFilter(view)
    if (hits?.of !== searched || hits.words !== words || hits.match !== match) {
      isStopped = false
      const { articles } = searched
      const found = await inSlices(
        searchWords(articles, words, match, (done) => progress(done / articles.length)),
        () => isWanted() && !isStopped
      )
      if (!found && !isStopped) return undefined
      hits = { of: searched, words, match, hits: found ?? noHits }
    }
    if (hitsOfView?.of !== hits.hits || hitsOfView.view !== view)
      hitsOfView = { of: hits.hits, view, hits: hitsInArticles(hits.hits, isIn) }
    return hitsOfView.hits
  }

  function progressOf(isWanted: () => boolean): (done: number) => void {
    const begun = performance.now()
    let posted = 0
    return (done) => {
      const now = performance.now()
      if (now - begun < progressDelay || now - posted < 100 || !isWanted()) return
      posted = now
      post({ kind: 'working', done: Math.min(1, done) })
    }
  }

  function postEmpty(): void {
    shown = undefined
    const isUnread = folder.state.kind === 'unread'
    post({
      kind: 'state',
      state: {
        ...headOf(wish),
        version: ++version,
        total: 0,
        summary: '',
        empty: folder.state.kind === 'reading' ? texts.reading : isUnread ? texts.unread : texts.noArticles,
        isUnread
      }
    })
  }

  function headOf({ show, words, match, column, isDescending }: Wish) {
    return { show, words, match, sort: { column, isDescending }, filter: partsOf(query()) }
  }

  function stateOf({ rows, version: present }: Shown, wanted: Wish): PanelState {
    const isUnasked = wanted.show === 'words' && wanted.words.trim() === ''
    return {
      ...headOf(wanted),
      version: present,
      total: rows.size,
      summary: isUnasked ? '' : summaryOf(rows, texts),
      empty: rows.size > 0 ? '' : isUnasked ? texts.typeWords : texts.nothingFound,
      isUnread: false
    }
  }

  function change(next: Partial<Wish>): void {
    wish = { ...wish, ...next }
    void refresh().catch(onFailure)
  }

  const contentAt = ({ rows, order }: Shown, place: number): RowContent | undefined => {
    const row = order[place]
    return row === undefined ? undefined : rowContent(rows, row)
  }

  return {
    start() {
      isShown = true
      change({})
    },
    stop() {
      isShown = false
    },
    show: (show) => change({ show, column: 'place', isDescending: false }),
    list(wanted, show) {
      if (listed === undefined) beforeList = orderOf(wish)
      listed = wanted === study.filter.query() ? undefined : wanted
      change({ show, column: 'place', isDescending: false })
    },
    unlist() {
      if (listed === undefined) return
      listed = undefined
      change({ ...beforeList })
    },
    query,
    setWords: (words) => change({ show: 'words', words }),
    setMatch(match) {
      keepMatch(kept, match)
      change({ match })
    },
    sort: (column, isDescending) => change({ column, isDescending }),
    stopSearch() {
      isStopped = true
    },
    withoutCondition(part) {
      const conditions = conditionsOf(query())
      const left = conditions.includes(part) ? withCondition(query(), part) : conditions.join(' ')
      if (listed === undefined) return study.filter.set(left)
      listed = left === study.filter.query() ? undefined : left
      change({})
    },
    answers: {
      rows({ version: asked, from, count }) {
        if (shown?.version !== asked) return undefined
        const rows = Array.from({ length: Math.max(0, Math.min(count, shown.rows.size - from)) }, (_, place) =>
          contentAt(shown!, from + place)
        )
        return { version: asked, from, rows: rows.map((content) => content?.row ?? goneRow) }
      }
    },
    rows(asked, ranges) {
      const present = shown
      if (present?.version !== asked) return []
      return ranges
        .flatMap(([from, to]) =>
          Array.from(
            { length: Math.min(to, present.rows.size) - from },
            (_, place) => contentAt(present, from + place) ?? []
          )
        )
        .flat()
    },
    dispose: () => owned.dispose()
  }
}

function orderOf({ show, column, isDescending }: Wish): Pick<Wish, 'show' | 'column' | 'isDescending'> {
  return { show, column, isDescending }
}

/** Of an article that has changed since it was listed; another state is on its way. */
const goneRow = {
  key: '',
  left: '',
  keyword: '\u2026',
  right: '',
  source: '',
  sourceNote: '',
  named: true,
  article: '',
  date: '',
  outlet: '',
  kind: '',
  codes: [],
  status: 'suggested',
  line: 0
} as const

/** Which articles of the folder a filter leaves: those of which it leaves a quote, a name or a coding; without one all. */
function wordFilter(view: FolderView): (article: number) => boolean {
  if (view.filter.trim() === '') return () => true
  const left = new Set(view.articles.map(({ article }) => article))
  return (article) => left.has(article)
}
