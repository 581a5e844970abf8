import { inSlices } from '../../util/slices'
import { folderCursorPlace } from '../cursorPlace'
import type { CursorPlace, FolderStatus, HostEvent, ListAddress, ListPage } from '../../protocol/sidebar'
import { folderPage } from './folderPage'
import { folderState } from './folderState'
import type { FolderView } from '../../study/folderView'
import type { FolderRequest, FolderViews } from '../../study/folderViews'

/** The folder's lists: computed in slices of time, kept until the folder changes, posted in pages. */
export interface FolderContent {
  /**
   * Computes and posts the lists, unless they were posted for the same request. Another filter ends the work for the
   * one before. Resolves when the lists are posted or given up.
   */
  show(request: FolderRequest): Promise<void>
  /** The view is hidden: ends the work, but keeps what is computed. The next `show` posts even for the same request. */
  hide(): void
  /**
   * The rows of a list from index `from` on. Undefined for an unknown list, and when other lists are posted meanwhile.
   */
  page(list: ListAddress, from: number): Promise<ListPage | undefined>
  /** Whether the article is in the lists. */
  lists(uri: string): boolean
  /**
   * The entries at the cursor. Undefined before there are lists, and when `isCurrent` says that the listed text is
   * outdated.
   */
  cursor(uri: string, offset: number, reveal: boolean, isCurrent: (text: string) => boolean): CursorPlace | undefined
  /** Whether the view shows lists that were posted. */
  isPosted(): boolean
}

export interface FolderContentOptions {
  readonly views: FolderViews
  readonly post: (event: HostEvent) => void
  readonly status: () => FolderStatus
}

export function folderContent({ views, post, status }: FolderContentOptions): FolderContent {
  let request: FolderRequest | undefined
  let posted: { readonly request: FolderRequest; readonly view: FolderView } | undefined
  let working: Promise<void> | undefined

  async function work(): Promise<void> {
    while (request && !(posted && isSameRequest(posted.request, request))) {
      const present = request
      // Not ended by a change of the folder: during its reading, which changes it all the time, it would never be listed.
      const isWanted = () => request?.filter === present.filter
      const view = await views.of(present, isWanted)
      const state = view && (await inSlices(folderState(view, status()), isWanted))
      if (!view || !state || !request) continue
      posted = { request: present, view }
      post({ kind: 'state', state: { ...state, folder: status() } })
    }
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
      const current = posted
      return current && (await inSlices(folderPage(current.view, list, from), () => posted === current))
    },
    lists: (uri) => posted?.view.index.numbers.has(uri) ?? false,
    cursor(uri, offset, reveal, isCurrent) {
      const number = posted?.view.index.numbers.get(uri)
      const source = number === undefined ? undefined : posted?.view.index.folder.articles[number]
      if (!posted || (source && !isCurrent(source.text))) return undefined
      return folderCursorPlace(posted.view.index, uri, offset, reveal)
    },
    isPosted: () => posted !== undefined
  }
}

function isSameRequest(a: FolderRequest, b: FolderRequest): boolean {
  return (
    a.folder === b.folder && a.filter === b.filter && a.showAttitudes === b.showAttitudes && a.decisions === b.decisions
  )
}
