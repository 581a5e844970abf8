import type { Uri } from 'vscode'
import type { Select } from '../exchange'
import type { Answers } from '../protocol/common'
import type { HostEvent, ListAddress, Scope, WebviewSide } from '../protocol/sidebar'
import { delayed } from '../util/delayed'
import { disposableList, type Disposable } from '../util/disposable'
import { throughSlices } from '../util/slices'
import type { ArticleDocuments } from '../workspace/articleDocuments'
import type { ArticleFolder } from '../workspace/articleFolder'
import type { FolderSnapshot } from '../workspace/folderArticle'
import type { OpenText } from '../workspace/openTexts'
import { articleContent } from './articleContent'
import type { ArticleEditors } from './articleEditors'
import { articleInput } from './articleInput'
import { cursorPlace } from './cursorPlace'
import { firstPlace, type RowPlace } from './folder/firstPlace'
import { folderContent } from './folder/folderContent'
import type { FolderAnnotations } from '../study/folderDecisions'
import type { Study } from '../study/study'
import { statusOfFolder } from '../study/folderStatus'
import { shownSelection } from './shownSelection'
import { sidebarAnswers } from './sidebarAnswers'
import { emptyFolder, emptyState } from './sidebarLists'

/** Computes what the sidebar shows and posts it to the webview whenever it changes. */
export interface SidebarContent extends Disposable {
  /** Starts, or starts again, with these lists: everything is posted. */
  show(scope: Scope): void
  /** The user has changed the filter on the page: it is that of the window. */
  setFilter(filter: string): void
  /** The view is hidden: nothing is computed until the next `show`. */
  hide(): void
  /** Answers the webview's requests from the lists that were posted last. */
  readonly answers: Answers<WebviewSide>
  /** Whether the article is in the present lists, so that the webview may open it. */
  lists(uri: string): boolean
  /**
   * To be called before the sidebar itself moves the cursor: the list does not scroll then. After a preview of another
   * article the list stays as it is.
   */
  expectCursor(place: RowPlace, isPreview: boolean): void
  /** What the first row of one of the folder's lists is about. */
  firstPlace(list: ListAddress): Promise<RowPlace | undefined>
  /** Undefined while the view is hidden. */
  shown(): ShownInSidebar | undefined
  /** Which annotations of these articles the filter leaves. */
  select(articles: FolderSnapshot): Promise<Select>
}

/** What the reader sees. */
export interface ShownInSidebar {
  readonly scope: Scope
  readonly filter: string
  /** The article that the lists are of, where `scope` is one. */
  readonly article: Uri | undefined
}

export interface SidebarContentOptions {
  readonly documents: Pick<ArticleDocuments, 'analyze' | 'peek' | 'onDidAnalyze' | 'onDidForget'>
  readonly folder: Pick<ArticleFolder, 'state' | 'snapshot' | 'articles' | 'reopen' | 'onDidChange'>
  readonly editors: ArticleEditors
  /** What researchers have decided; without it nobody has decided anything. */
  readonly annotations?: FolderAnnotations | undefined
  readonly study: Pick<Study, 'decisions' | 'views' | 'filter'>
  readonly post: (event: HostEvent) => void
  /** Called with what made it impossible to show the lists. */
  readonly onFailure: (error: unknown) => void
}

/** Events within this time cause one update. Milliseconds. */
const settlingTime = 30
/** After this time an unfinished update shows that it is under way; sooner, the view would flicker. Milliseconds. */
const waitingNoticeDelay = 300
/**
 * After a change, the folder's lists are computed again after this many times the time that they took, at most
 * `longestRest` ms.
 */
const restFactor = 5
const longestRest = 5000

export function sidebarContent(options: SidebarContentOptions): SidebarContent {
  const { documents, folder, editors, annotations, study, post, onFailure } = options
  const { decisions, views, filter } = study
  const owned = disposableList()
  const folderStatus = () => statusOfFolder(folder, editors.hasFolder())
  let scope: Scope | undefined
  /** The document that the lists are of. */
  let followed: OpenText | undefined
  /** What the page has sent: it need not hear it. */
  let typed: string | undefined
  /** Where the sidebar itself has moved the cursor. */
  let expected: RowPlace | undefined
  /** URI of another article that was opened as a preview from the list, which stays as it is. */
  let previewed: string | undefined

  const folderLists = folderContent({ views, post, status: folderStatus })
  owned.add({ dispose: () => folderLists.hide() })
  const articleLists = articleContent({ post, onPosted: () => postCursor(), onFailure: failed })
  const update = owned.add(delayed(settlingTime, () => refresh(false)))
  const noticeWaiting = owned.add(delayed(waitingNoticeDelay, () => refresh(true)))
  const updateCursor = owned.add(delayed(settlingTime, postCursor))

  function refresh(hasWaited: boolean): void {
    try {
      if (scope === 'folder') refreshFolder(hasWaited)
      else if (scope === 'article') refreshArticle(hasWaited)
    } catch (error) {
      failed(error)
    }
  }

  function failed(error: unknown): void {
    articleLists.giveUp()
    onFailure(error)
  }

  /**
   * Posts the state when it has changed. An article whose analysis is under way keeps its list, unless that takes too
   * long; the list of another article is taken away at once.
   */
  function refreshArticle(hasWaited: boolean): void {
    const active = activeDocument()
    const document = isPreviewed(active) ? followed : active
    const result = document && documents.peek(document.uri)
    if (document !== active && !result) return
    if (document && !result && !hasWaited) {
      void documents.analyze(document)
      articleLists.giveUp()
      const lists = articleLists.lists()
      if (document === followed && lists) return
      noticeWaiting()
      if (lists && followed) showNothing(document)
      return
    }
    noticeWaiting.cancel()
    followed = document
    const input = articleInput(document, result, {
      editors,
      snapshot: folder.snapshot(),
      folderStatus: folderStatus(),
      project: document && annotations?.project(document.uri),
      proposals: document && annotations?.proposals(document.uri)
    })
    if (articleLists.isMade(input.state)) return post({ kind: 'folder', folder: folderStatus() })
    articleLists.make(input.state, input.lists, () => {
      const lists = articleLists.lists()
      if (document && lists && lists.articles[0]?.id !== document.uri.toString()) showNothing(document)
    })
  }

  /** What was shown is of another article. */
  function showNothing(document: OpenText): void {
    followed = document
    articleLists.forget()
    post({ kind: 'state', state: emptyState('article', 'analyzing', folderStatus()) })
  }

  /**
   * The lists are computed in slices of time; before the first ones are posted, the view shows that they are under way.
   */
  function refreshFolder(hasWaited: boolean): void {
    followed = activeDocument()
    const status = folderStatus()
    const snapshot = folder.snapshot()
    if (!snapshot?.articles.length) {
      // What is under way for the articles before would be posted over it.
      folderLists.hide()
      return post({ kind: 'state', state: emptyFolder(status) })
    }
    if (folderLists.isPosted()) post({ kind: 'folder', folder: status })
    else if (hasWaited) post({ kind: 'state', state: emptyFolder({ kind: 'reading', done: 0, total: 0 }) })
    else noticeWaiting()
    const shown = folderLists.show({
      folder: snapshot,
      filter: filter.query(),
      showAttitudes: editors.showsAttitudes(followed),
      decisions: decisions.present()
    })
    void shown
      .then(() => {
        if (!folderLists.isPosted()) return
        noticeWaiting.cancel()
        postCursor()
      })
      .catch(onFailure)
  }

  function activeDocument(): OpenText | undefined {
    return editors.followed(followed)?.document
  }

  function isPreviewed(document: OpenText | undefined): boolean {
    return scope === 'article' && previewed !== undefined && document?.uri.toString() === previewed
  }

  /** Posts which entries the cursor is on; nothing while the text is newer than the lists. */
  function postCursor(): void {
    const editor = editors.followed(followed)
    if (!scope || !editor) return
    const { document, selection } = editor
    const uri = document.uri.toString()
    const { start, end } = selection
    const reveal = !(expected?.uri === uri && expected.start === start && expected.end === end)
    const result = documents.peek(document.uri)
    if (scope === 'folder') {
      const place = folderLists.cursor(uri, start, reveal, (text) => text === result?.text)
      if (place) post({ kind: 'cursor', place })
      return
    }
    const lists = articleLists.lists()
    if (!lists) return
    const listed = lists.articles.find(({ id }) => id === uri)
    if (listed && listed.text !== result?.text) return
    post({ kind: 'cursor', place: cursorPlace(lists, uri, start, reveal) })
  }

  owned.add(
    documents.onDidAnalyze(({ uri }) => {
      const isShown = [activeDocument(), followed].some((document) => document?.uri.toString() === uri.toString())
      if (isShown) update()
    })
  )
  owned.add(documents.onDidForget(() => update()))
  owned.add(
    editors.onDidChangeActive((document) => {
      if (document && !isPreviewed(document)) previewed = undefined
      // At once: the lists of the article before must not be taken for those of this one.
      if (document && scope === 'article') refresh(false)
      update()
      updateCursor()
    })
  )
  owned.add(editors.onDidChangeVisible(() => update()))
  owned.add(
    editors.onDidChangeSelection(({ document, isByHand }) => {
      if (document !== activeDocument()) return
      if (isByHand && isPreviewed(document)) {
        previewed = undefined
        update()
      }
      updateCursor()
    })
  )
  owned.add(editors.onDidChangeSettings(() => update()))
  owned.add(editors.onDidChangeFolders(() => update()))
  owned.add(
    filter.onDidChange((query) => {
      if (!scope) return
      if (query !== typed) post({ kind: 'filter', filter: query })
      if (scope === 'folder') refreshFolder(false)
    })
  )
  owned.add(filter.onDidChangeSaved((searches) => scope && post({ kind: 'searches', searches })))
  const updateFolder = () => update(scope === 'folder' ? Math.min(longestRest, views.cost() * restFactor) : 0)
  owned.add(folder.onDidChange(updateFolder))
  // Open articles are decided anew by themselves; the codebook and the folder's counts are beside them.
  owned.add(decisions.onDidChange(updateFolder))

  return {
    show(wanted) {
      void folder.reopen()
      folderLists.hide()
      scope = wanted
      articleLists.forget()
      articleLists.giveUp()
      post({ kind: 'filter', filter: filter.query() })
      post({ kind: 'searches', searches: filter.saved() })
      refresh(false)
    },
    setFilter(wanted) {
      typed = wanted
      filter.set(wanted)
      typed = undefined
    },
    hide() {
      scope = undefined
      articleLists.forget()
      articleLists.giveUp()
      folderLists.hide()
    },
    answers: sidebarAnswers(() => articleLists.lists(), folderLists),
    shown: () => scope && { scope, filter: filter.query(), article: followed?.uri },
    select: (articles) =>
      throughSlices(shownSelection(articles, filter.query(), editors.showsAttitudes(followed), decisions.present())),
    lists: (uri) => folderLists.lists(uri) || articleLists.has(uri),
    expectCursor(place, isPreview) {
      expected = place
      previewed = isPreview && place.uri !== followed?.uri.toString() ? place.uri : undefined
    },
    firstPlace: async (list) => firstPlace(await folderLists.page(list, 0)),
    dispose: () => owned.dispose()
  }
}
