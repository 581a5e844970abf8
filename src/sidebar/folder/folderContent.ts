import { inSlices } from '../../util/slices'
import { folderCursorPlace } from '../cursorPlace'
import type { CursorPlace, FolderStatus, HostEvent, ListAddress, ListPage } from '../../protocol/sidebar'
import type { SidebarFolder } from '../sources'
import { folderIndex, type FolderIndex } from './folderIndex'
import { folderPage } from './folderPage'
import { folderState } from './folderState'
import { folderView, type FolderView } from './folderView'

export interface FolderWish {
  readonly folder: SidebarFolder
  readonly filter: string
  readonly showAttitudes: boolean
}

/** The folder's lists: made in slices of time, kept until the folder changes, told in pages. */
export interface FolderContent {
  /** The same wish again changes nothing; another filter drops what is under way for the last one. Resolves when what is wished is told or given up. */
  show(wish: FolderWish): Promise<void>
  /** Nobody looks: what is under way is dropped, what is made is kept. The next wish is told whatever it is. */
  hide(): void
  /** Rows of a list as it was told last. Undefined where that is so no more, and for a list that there is not. */
  page(list: ListAddress, from: number): Promise<ListPage | undefined>
  lists(uri: string): boolean
  /** Undefined while there are no lists. `isCurrent` is asked whether the listed text is the one that the cursor is in. */
  cursor(uri: string, offset: number, reveal: boolean, isCurrent: (text: string) => boolean): CursorPlace | undefined
  /** Whether the lists that were told last are still what the reader sees. */
  isTold(): boolean
  /** Milliseconds that the last counting of the whole folder took. */
  cost(): number
}

export interface FolderContentOptions {
  readonly post: (event: HostEvent) => void
  readonly status: () => FolderStatus
}

export function folderContent({ post, status }: FolderContentOptions): FolderContent {
  let wish: FolderWish | undefined
  let told: { readonly wish: FolderWish; readonly view: FolderView } | undefined
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
    const state = view && (await inSlices(folderState(view, status()), isWanted))
    if (!view || !state || !wish) return
    told = { wish: { folder: made.folder, showAttitudes: made.showAttitudes, filter: present.filter }, view }
    post({ kind: 'state', state: { ...state, folder: status() } })
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
    async page(list, from) {
      const asked = told
      return asked && (await inSlices(folderPage(asked.view, list, from), () => told === asked))
    },
    lists: (uri) => told?.view.index.numbers.has(uri) ?? false,
    cursor(uri, offset, reveal, isCurrent) {
      const number = told?.view.index.numbers.get(uri)
      const source = number === undefined ? undefined : told?.view.index.folder.articles[number]
      if (!told || (source && !isCurrent(source.text))) return undefined
      return folderCursorPlace(told.view.index, uri, offset, reveal)
    },
    isTold: () => told !== undefined,
    cost: () => cost
  }
}

function sameWish(a: FolderWish, b: FolderWish): boolean {
  return a.folder === b.folder && a.filter === b.filter && a.showAttitudes === b.showAttitudes
}
