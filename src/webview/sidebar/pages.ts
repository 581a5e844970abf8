import type { ListAddress, ListPage } from '../../protocol/sidebar'

export interface KnownPage extends ListPage {
  /** `Model.generation` when it came. */
  readonly generation: number
  /** The host could not make its rows. */
  readonly isFailed: boolean
}

/** The pages of the folder's lists that have come so far. */
export interface FolderPages {
  /** In order. */
  of(list: ListAddress): readonly KnownPage[]
  with(pages: readonly ListPage[], generation: number): FolderPages
  /** With a page that the host could not make. */
  withFailed(list: ListAddress, from: number, generation: number): FolderPages
}

export const noPages: FolderPages = folderPages(new Map())

/** Equal for equal addresses. */
export function addressKey(list: ListAddress): string {
  return JSON.stringify(Object.entries(list).sort())
}

/** What a request for a page is about. */
export function pageTopic(list: ListAddress, from: number): string {
  return `page ${from} ${addressKey(list)}`
}

function folderPages(known: ReadonlyMap<string, readonly KnownPage[]>): FolderPages {
  return {
    of: (list) => known.get(addressKey(list)) ?? none,
    with: (pages, generation) => added(pages.map((page) => ({ ...page, generation, isFailed: false }))),
    withFailed: (list, from, generation) => added([{ list, from, rows: [], generation, isFailed: true }])
  }

  function added(pages: readonly KnownPage[]): FolderPages {
    const next = new Map(known)
    for (const page of pages) {
      const key = addressKey(page.list)
      const others = (next.get(key) ?? none).filter(({ from }) => from !== page.from)
      next.set(
        key,
        [...others, page].sort((a, b) => a.from - b.from)
      )
    }
    return folderPages(next)
  }
}

const none: readonly KnownPage[] = []
