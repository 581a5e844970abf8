import { inSlices } from '../../util/slices'
import { folderCursorPlace } from '../cursorPlace'
import type { CursorPlace, FolderStatus, HostEvent, ListAddress, ListPage } from '../../protocol/sidebar'
import type { FolderSnapshot } from '../../workspace/folderArticle'
import { folderIndex, type FolderIndex } from './folderIndex'
import { folderPage } from './folderPage'
import { folderState } from './folderState'
import { folderView, type FolderView } from './folderView'

export interface FolderRequest {
  readonly folder: FolderSnapshot
  readonly filter: string
  readonly showAttitudes: boolean
}

/** The folder's lists: made in slices of time, kept until the folder changes, posted in pages. */
export interface FolderContent {
  /** The same request again changes nothing; another filter drops what is under way for the last one. Resolves when what is requested is posted or given up. */
  show(request: FolderRequest): Promise<void>
  /** Nobody looks: what is under way is dropped, what is made is kept. The next request is posted whatever it is. */
  hide(): void
  /** Rows of a list as it was posted last. Undefined where that is so no more, and for a list that there is not. */
  page(list: ListAddress, from: number): Promise<ListPage | undefined>
  lists(uri: string): boolean
  /** Undefined while there are no lists. `isCurrent` is asked whether the listed text is the one that the cursor is in. */
  cursor(uri: string, offset: number, reveal: boolean, isCurrent: (text: string) => boolean): CursorPlace | undefined
  /** Whether the lists that were posted last are still what the reader sees. */
  isPosted(): boolean
  /** Milliseconds that the last counting of the whole folder took. */
  cost(): number
}

export interface FolderContentOptions {
  readonly post: (event: HostEvent) => void
  readonly status: () => FolderStatus
}

export function folderContent({ post, status }: FolderContentOptions): FolderContent {
  let request: FolderRequest | undefined
  let posted: { readonly request: FolderRequest; readonly view: FolderView } | undefined
  let index: FolderIndex | undefined
  let working: Promise<void> | undefined
  let cost = 0

  async function work(): Promise<void> {
    while (request && !(posted && isSameRequest(posted.request, request))) {
      const { folder, showAttitudes } = request
      if (index?.folder !== folder || index.showAttitudes !== showAttitudes) {
        const begun = performance.now()
        // Counting goes on when the folder changes meanwhile: a folder under way would never be listed.
        const made = await inSlices(folderIndex(folder, showAttitudes), () => request !== undefined)
        if (!made) return
        index = made
        cost = performance.now() - begun
      }
      await postLists(index)
    }
  }

  /** Under the present filter; gives up when it changes. */
  async function postLists(made: FolderIndex): Promise<void> {
    const present = request
    if (!present) return
    const isWanted = () => request?.filter === present.filter
    const known = posted?.view.index === made && posted.view.filter === present.filter ? posted.view : undefined
    const view = known ?? (await inSlices(folderView(made, present.filter), isWanted))
    const state = view && (await inSlices(folderState(view, status()), isWanted))
    if (!view || !state || !request) return
    posted = { request: { folder: made.folder, showAttitudes: made.showAttitudes, filter: present.filter }, view }
    post({ kind: 'state', state: { ...state, folder: status() } })
  }

  return {
    async show(wanted) {
      request = wanted
      working ??= work().finally(() => {
        working = undefined
      })
      await working
    },
    hide() {
      request = undefined
      posted = undefined
    },
    async page(list, from) {
      const asked = posted
      return asked && (await inSlices(folderPage(asked.view, list, from), () => posted === asked))
    },
    lists: (uri) => posted?.view.index.numbers.has(uri) ?? false,
    cursor(uri, offset, reveal, isCurrent) {
      const number = posted?.view.index.numbers.get(uri)
      const source = number === undefined ? undefined : posted?.view.index.folder.articles[number]
      if (!posted || (source && !isCurrent(source.text))) return undefined
      return folderCursorPlace(posted.view.index, uri, offset, reveal)
    },
    isPosted: () => posted !== undefined,
    cost: () => cost
  }
}

function isSameRequest(a: FolderRequest, b: FolderRequest): boolean {
  return a.folder === b.folder && a.filter === b.filter && a.showAttitudes === b.showAttitudes
}
