import { TextEditorSelectionChangeKind, window, workspace, type TextDocument, type TextEditor } from 'vscode'
import type { Answers } from '../protocol/common'
import { disposableList, type Disposable } from '../util/disposable'
import { inSlices } from '../util/slices'
import type { ArticleDocuments } from '../workspace/articleDocuments'
import type { FolderCorpus } from '../workspace/folderCorpus'
import { settingsSection, showsAttitudes } from '../workspace/settings'
import { rangeToSpan } from '../workspace/spans'
import { cursorPlace } from './cursorPlace'
import { entityMentions } from './entityMentions'
import { folderContent } from './folder/folderContent'
import type { HostEvent, Scope, WebviewSide } from '../protocol/sidebar'
import { foundElsewhere, quotesElsewhere, searchElsewhere, type ElsewhereView } from './quotesElsewhere'
import { emptyFolder, sidebarLists } from './sidebarLists'
import { documentSource, folderSource, folderStatus, followedEditor, problemReason } from './sidebarSources'
import type { SidebarFolder, SidebarLists } from './sources'

/** What the sidebar shows now, told to the webview whenever it changes. */
export interface SidebarContent extends Disposable {
  /** Begins, and tells everything again. */
  show(scope: Scope, filter: string): void
  /** The reader looks for something else. */
  setFilter(filter: string): void
  /** Nobody looks: nothing is computed until the next `show`. */
  hide(): void
  /** What the webview asks, answered of what was told last. */
  readonly answers: Answers<WebviewSide>
  /** Whether the article is one of those listed now. */
  lists(uri: string): boolean
  /** The sidebar itself is about to move the cursor there; a glance leaves the list as it is, also in another article. */
  expectCursor(place: CursorSpan, isGlance: boolean): void
}

interface CursorSpan {
  readonly uri: string
  readonly start: number
  readonly end: number
}

/** Milliseconds: several events at once are one update. */
const settlingTime = 30
/** Milliseconds until the list says that it waits, so that it does not flicker. */
const patience = 300
/** The folder's lists are computed again after this many times what they took, and at most after `longestWait` ms. */
const restFactor = 5
const longestWait = 5000

export function sidebarContent(
  documents: ArticleDocuments,
  folder: FolderCorpus,
  post: (event: HostEvent) => void
): SidebarContent {
  const owned = disposableList()
  let scope: Scope | undefined
  let followed: TextDocument | undefined
  let lists: SidebarLists | undefined
  let filter = ''
  let search: ElsewhereSearch | undefined
  let knownFolder: SidebarFolder | undefined
  let expected: CursorSpan | undefined
  /** Another article that the reader glances at from the list. */
  let glance: string | undefined

  const folderLists = folderContent({ post, status: () => folderStatus(folder) })
  owned.add({ dispose: () => folderLists.hide() })
  const update = delayed(owned, settlingTime, () => refresh(false))
  const saysWaiting = delayed(owned, patience, () => refresh(true))
  const cursor = delayed(owned, settlingTime, tellCursor)
  const takeFolder = delayed(owned, settlingTime, () => {
    knownFolder = folderSource(folder, knownFolder)
    refresh(false)
  })

  /** Computes and tells the state. An article whose analysis is under way keeps its list, unless `waited` for it too long. */
  function refresh(waited: boolean): void {
    if (!scope) return
    if (scope === 'folder') return refreshFolder(waited)
    const active = activeEditor()?.document
    const document = isGlance(active) ? followed : active
    const result = document && documents.peek(document.uri)
    if (document !== active && !result) return
    if (document && !result && !waited) {
      void documents.analyze(document)
      if (document !== followed || !lists) saysWaiting()
      return
    }
    saysWaiting.cancel()
    followed = document
    lists = sidebarLists({
      article: result && !result.problem ? documentSource(result) : undefined,
      articleProblem: !document ? 'no-article' : result?.problem ? problemReason(result.problem) : 'analyzing',
      folder: knownFolder,
      folderStatus: folderStatus(folder),
      showAttitudes: showsAttitudes(document)
    })
    post({ kind: 'state', state: lists.state })
    tellCursor()
  }

  /** The lists follow in slices; until the first of them are there, the reader hears that they are under way. */
  function refreshFolder(waited: boolean): void {
    followed = activeEditor()?.document
    const status = folderStatus(folder)
    if (!knownFolder?.articles.length) return post({ kind: 'state', state: emptyFolder(status) })
    if (folderLists.isTold()) post({ kind: 'folder', folder: status })
    else if (waited) post({ kind: 'state', state: emptyFolder({ kind: 'reading', done: 0, total: 0 }) })
    else saysWaiting()
    void folderLists.show({ folder: knownFolder, filter, showAttitudes: showsAttitudes(followed) }).then(() => {
      if (!folderLists.isTold()) return
      saysWaiting.cancel()
      tellCursor()
    })
  }

  /** What the filter finds of the article's sources in other articles; undefined where the lists or the filter change meanwhile. */
  function searchedElsewhere(wanted: string): Promise<ElsewhereView | undefined> {
    if (!lists) return Promise.resolve(undefined)
    if (search?.lists === lists && search.filter === wanted) return search.view
    const asked = lists
    const isWanted = () => lists === asked && search?.filter === wanted
    const view = inSlices(searchElsewhere(asked, wanted), () => isWanted()).then((found) =>
      isWanted() ? found : undefined
    )
    search = { lists, filter: wanted, view }
    return view
  }

  function activeEditor(): TextEditor | undefined {
    return followedEditor(followed)
  }

  function isGlance(document: TextDocument | undefined): boolean {
    return scope === 'article' && glance !== undefined && document?.uri.toString() === glance
  }

  /** Says nothing while the text is newer than the lists. */
  function tellCursor(): void {
    const editor = activeEditor()
    if (!scope || !editor) return
    const uri = editor.document.uri.toString()
    const { start, end } = rangeToSpan(editor.document, editor.selection)
    const reveal = !(expected?.uri === uri && expected.start === start && expected.end === end)
    const result = documents.peek(editor.document.uri)
    if (scope === 'folder') {
      const cursor = folderLists.cursor(uri, start, reveal, (text) => text === result?.article.text)
      if (cursor) post({ kind: 'cursor', place: cursor })
      return
    }
    if (!lists) return
    const source = lists.articles.find((article) => article.uri === uri)
    if (source && source.analysis !== result?.analysis) return
    post({ kind: 'cursor', place: cursorPlace(lists, uri, start, reveal) })
  }

  owned.add(
    documents.onDidAnalyze(
      ({ uri }) =>
        [activeEditor()?.document, followed].some((document) => document?.uri.toString() === uri.toString()) && update()
    )
  )
  owned.add(documents.onDidForget(() => update()))
  owned.add(
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor && !isGlance(editor.document)) glance = undefined
      update()
    })
  )
  owned.add(window.onDidChangeVisibleTextEditors(() => update()))
  owned.add(
    window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      if (textEditor !== activeEditor()) return
      const byHand = kind === TextEditorSelectionChangeKind.Keyboard || kind === TextEditorSelectionChangeKind.Mouse
      if (byHand && isGlance(textEditor.document)) {
        glance = undefined
        update()
      }
      cursor()
    })
  )
  owned.add(
    workspace.onDidChangeConfiguration(
      (change) => change.affectsConfiguration(`${settingsSection}.quotes.showAttitudes`) && update()
    )
  )
  owned.add(workspace.onDidChangeWorkspaceFolders(() => takeFolder()))
  owned.add(
    folder.onDidChange(() =>
      takeFolder(scope === 'folder' ? Math.min(longestWait, folderLists.cost() * restFactor) : 0)
    )
  )

  return {
    show(wanted, typed) {
      if (scope === undefined) knownFolder = folderSource(folder, knownFolder)
      folderLists.hide()
      scope = wanted
      filter = typed
      lists = undefined
      refresh(false)
    },
    setFilter(typed) {
      if (typed === filter) return
      filter = typed
      if (scope === 'folder') refreshFolder(false)
    },
    hide() {
      scope = undefined
      lists = undefined
      folderLists.hide()
    },
    answers: {
      mentions({ keys }) {
        const current = lists
        return current && keys.flatMap((key) => entityMentions(current, key) ?? [])
      },
      async found({ filter: wanted }) {
        const view = await searchedElsewhere(wanted)
        return lists && view && foundElsewhere(lists, view)
      },
      async elsewhere({ source, filter: wanted, count }) {
        const view = await searchedElsewhere(wanted)
        return lists && view && quotesElsewhere(lists, view, source, count)
      },
      page: ({ list, from }) => folderLists.page(list, from)
    },
    lists: (uri) =>
      folderLists.lists(uri) ||
      (lists !== undefined &&
        (lists.articles.some((article) => article.uri === uri) || lists.articleOf(uri) !== undefined)),
    expectCursor(place, isGlance) {
      expected = place
      glance = isGlance && place.uri !== followed?.uri.toString() ? place.uri : undefined
    },
    dispose: () => owned.dispose()
  }
}

/** The last search of other articles, under way or done. */
interface ElsewhereSearch {
  readonly lists: SidebarLists
  readonly filter: string
  readonly view: Promise<ElsewhereView | undefined>
}

interface Delayed {
  /** At least `wait` milliseconds from the first call; calls until then are this one. */
  (wait?: number): void
  cancel(): void
}

function delayed(owned: { add(disposable: Disposable): unknown }, settling: number, task: () => void): Delayed {
  let timer: ReturnType<typeof setTimeout> | undefined
  const cancel = () => {
    clearTimeout(timer)
    timer = undefined
  }
  owned.add({ dispose: cancel })
  return Object.assign(
    (wait = 0) => {
      timer ??= setTimeout(
        () => {
          timer = undefined
          task()
        },
        Math.max(settling, wait)
      )
    },
    { cancel }
  )
}
