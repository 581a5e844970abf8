import { inSlices } from '../../util/slices'
import { folderCursorPlace } from '../cursorPlace'
import type { CursorPlace, FolderStatus, HostMessage } from '../../protocol/sidebar'
import type { FolderSnapshot } from '../../workspace/folderArticle'
import { folderIndex, type FolderIndex } from './folderIndex'
import { folderPage } from './folderPage'
import { folderState } from './folderState'
import { folderView, type FolderView } from './folderView'

export interface FolderWish {
  readonly folder: FolderSnapshot
  readonly filter: string
  readonly showAttitudes: boolean
}

/** The folder's lists: made in slices of time, kept until the folder changes, told in pages. */
export interface FolderContent {
  /** The same wish again changes nothing; another filter drops what is under way for the last one. Resolves when what is wished is told or given up. */
  show(wish: FolderWish): Promise<void>
  /** Nobody looks: what is under way is dropped, what is made is kept. The next wish is told whatever it is. */
  hide(): void
  page(revision: number, list: string, from: number): Promise<void>
  lists(uri: string): boolean
  /** Undefined while there are no lists. `isCurrent` is asked whether the listed text is the one that the cursor is in. */
  cursor(
    uri: string,
    offset: number,
    reveal: boolean,
    isCurrent: (text: string) => boolean
  ): { readonly revision: number; readonly place: CursorPlace } | undefined
  /** Whether the lists that were told last are still what the reader sees. */
  isTold(): boolean
  /** Milliseconds that the last counting of the whole folder took. */
  cost(): number
}

export interface FolderContentOptions {
  readonly post: (message: HostMessage) => void
  readonly status: () => FolderStatus
  readonly nextRevision: () => number
}

export function folderContent({ post, status, nextRevision }: FolderContentOptions): FolderContent {
  let wish: FolderWish | undefined
  let told: { readonly wish: FolderWish; readonly view: FolderView; readonly revision: number } | undefined
  let index: FolderIndex | undefined
  let working: Promise<void> | undefined
  let cost = 0

  async function work(): Promise<void> {
    while (wish && !(told && sameWish(told.wish, wish))) {
      const { folder, showAttitudes } = wish
      if (index?.folder !== folder || index.showAttitudes !== showAttitudes) {
        const begun = performance.now()
        // Counting goes on when the folder changes meanwhile: a folder under way would never be listed.
        const made = await inSlices(folderIndex(folder, showAttitudes), () => wish !== undefined)
        if (!made) return
        index = made
        cost = performance.now() - begun
      }
      await tell(index)
    }
  }

  /** Under the present filter; gives up when it changes. */
  async function tell(made: FolderIndex): Promise<void> {
    const present = wish
    if (!present) return
    const isWanted = () => wish?.filter === present.filter
    const known = told?.view.index === made && told.view.filter === present.filter ? told.view : undefined
    const view = known ?? (await inSlices(folderView(made, present.filter), isWanted))
    const revision = nextRevision()
    const state = view && (await inSlices(folderState(view, revision, status()), isWanted))
    if (!view || !state || !wish) return
    told = { wish: { folder: made.folder, showAttitudes: made.showAttitudes, filter: present.filter }, view, revision }
    post({ type: 'state', state: { ...state, folder: status() } })
  }

  return {
    async show(wanted) {
      wish = wanted
      working ??= work().finally(() => {
        working = undefined
      })
      await working
    },
    hide() {
      wish = undefined
      told = undefined
    },
    async page(revision, list, from) {
      const asked = told
      if (!asked || asked.revision !== revision) return
      const page = await inSlices(folderPage(asked.view, list, from), () => told === asked)
      if (page) post({ type: 'page', revision, page })
    },
    lists: (uri) => told?.view.index.numbers.has(uri) ?? false,
    cursor(uri, offset, reveal, isCurrent) {
      const number = told?.view.index.numbers.get(uri)
      const source = number === undefined ? undefined : told?.view.index.folder.articles[number]
      if (!told || (source && !isCurrent(source.text))) return undefined
      return { revision: told.revision, place: folderCursorPlace(told.view.index, uri, offset, reveal) }
    },
    isTold: () => told !== undefined,
    cost: () => cost
  }
}

function sameWish(a: FolderWish, b: FolderWish): boolean {
  return a.folder === b.folder && a.filter === b.filter && a.showAttitudes === b.showAttitudes
}
