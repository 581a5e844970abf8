import type { Answers } from '../protocol/common'
import type { Column, PanelHostEvent, PanelScope, PanelSide, Show, WordMatch } from '../protocol/quotesPanel'
import type { Study } from '../study/study'
import type { Kept } from '../study/studyFilter'
import { delayed } from '../util/delayed'
import { disposableList, type Disposable } from '../util/disposable'
import type { Event } from '../util/emitter'
import { conditionsOf, withCondition } from '../util/filterQuery'
import { inSlices } from '../util/slices'
import type { ArticleFolder } from '../workspace/articleFolder'
import type { FolderArticle } from '../workspace/folderArticle'
import { concordance } from './concordance'
import { keepMatch, keepScope, keptMatch, keptScope } from './keptChoices'
import { rowContent, type RowContent } from './rowContent'
import { rowOrder } from './rowOrder'
import { rowsOfArticle } from './rowsOfArticle'
import { panelHits } from './panelHits'
import type { PanelTexts } from './panelStrings'
import { stateOf, stateWithoutArticles, type Shown, type Wish } from './panelState'
import { noHits } from './wordHits'

/** Computes what the quotes panel lists and posts it whenever it changes. */
export interface PanelContent extends Disposable {
  /** The page is there: everything is posted. */
  start(): void
  /** The panel is hidden: nothing is computed until it is there again. */
  stop(): void
  show(show: Show): void
  /** Lists the rows of the article in the editor alone, or of all articles, from now on. */
  setScope(scope: PanelScope): void
  /** Lists what another filter leaves of all articles; the window's filter stays as it is, and takes its place when it changes. */
  list(query: string, show: Show): void
  /** Lists again what was listed before `list`, as the window's filter leaves it now. */
  unlist(): void
  /** What the rows are filtered by: the window's filter, or that of `list`. */
  query(): string
  /** The article that the rows are of; undefined for those of the folder. */
  article(): FolderArticle | undefined
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
  readonly followed: FollowedArticle
  readonly texts: PanelTexts
  /** Where it is kept how words are looked for, and in which articles. */
  readonly kept: Kept
  readonly post: (event: PanelHostEvent) => void
  readonly onFailure: (error: unknown) => void
}

/** The article in the editor. */
export interface FollowedArticle {
  /** Its address; undefined where no article is open. */
  id(): string | undefined
  readonly onDidChange: Event<void>
}

/** Events within this time cause one update. Milliseconds. */
const settlingTime = 60
/** Work that takes no longer shows no progress. Milliseconds. */
const progressDelay = 250

export function panelContent(options: PanelContentOptions): PanelContent {
  const { study, folder, followed, texts, kept, post, onFailure } = options
  const owned = disposableList()
  let isShown = false
  let wish: Wish = {
    show: 'quotes',
    scope: keptScope(kept),
    words: '',
    match: keptMatch(kept),
    column: 'place',
    isDescending: false
  }
  let shown: Shown | undefined
  const hits = panelHits()
  let listed: string | undefined
  /** What was shown before `listed`, and in which order. */
  let beforeList: BeforeList | undefined
  let version = 0
  /** Another object for each piece of work: who is not the last one gives up. */
  let work = {}

  const update = owned.add(delayed(settlingTime, () => void refresh().catch(onFailure)))
  owned.add(study.onDidChange(() => update()))
  owned.add(study.filter.onDidChange(() => void (listed = undefined)))
  owned.add(followed.onDidChange(() => wish.scope === 'article' && shown?.followed !== followed.id() && update()))
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
      const found = wanted.show === 'words' ? await hits.of(view, wanted, isWanted, progress) : noHits
      const all = found && (await inSlices(concordance(view, wanted.show, found), isWanted))
      const id = followed.id()
      const article = wanted.scope === 'article' ? (view.index.numbers.get(id ?? '') ?? -1) : undefined
      const rows = all && article !== undefined ? rowsOfArticle(all, article) : all
      const order =
        rows &&
        (await inSlices(
          rowOrder(rows, wanted.column, wanted.isDescending, (done) => progress(done / rows.size)),
          isWanted
        ))
      if (!order || !isWanted()) return
      shown = { rows, article, followed: id, order, version: ++version }
      post({ kind: 'state', state: stateOf(shown, wanted, query(), texts) })
    } finally {
      if (work === mine) post({ kind: 'working', done: null })
    }
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
    post({ kind: 'state', state: stateWithoutArticles(folder.state.kind, ++version, wish, query(), texts) })
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
    setScope(scope) {
      keepScope(kept, scope)
      change({ scope })
    },
    list(wanted, show) {
      if (listed === undefined) beforeList = orderOf(wish)
      listed = wanted === study.filter.query() ? undefined : wanted
      change({ show, scope: 'folder', column: 'place', isDescending: false })
    },
    unlist() {
      if (listed === undefined) return
      listed = undefined
      change({ ...beforeList })
    },
    query,
    article: () => shown?.rows.view.index.folder.articles[shown.article ?? -1],
    setWords: (words) => change({ show: 'words', words }),
    setMatch(match) {
      keepMatch(kept, match)
      change({ match })
    },
    sort: (column, isDescending) => change({ column, isDescending }),
    stopSearch: () => hits.stop(),
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

type BeforeList = Pick<Wish, 'show' | 'scope' | 'column' | 'isDescending'>

function orderOf({ show, scope, column, isDescending }: Wish): BeforeList {
  return { show, scope, column, isDescending }
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
