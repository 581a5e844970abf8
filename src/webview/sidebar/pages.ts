import type { ListPage } from '../../protocol/sidebar'

export interface KnownPage extends ListPage {
  /** The state that it belongs to. */
  readonly revision: number
}

/** The pages of the folder's lists that have come so far. */
export interface FolderPages {
  /** In order. */
  of(list: string): readonly KnownPage[]
  with(pages: readonly ListPage[], revision: number): FolderPages
}

export const noPages: FolderPages = folderPages(new Map())

function folderPages(known: ReadonlyMap<string, readonly KnownPage[]>): FolderPages {
  return {
    of: (list) => known.get(list) ?? none,
    with(pages, revision) {
      const next = new Map(known)
      for (const page of pages) {
        const others = (next.get(page.list) ?? none).filter(({ from }) => from !== page.from)
        next.set(
          page.list,
          [...others, { ...page, revision }].sort((a, b) => a.from - b.from)
        )
      }
      return folderPages(next)
    }
  }
}

const none: readonly KnownPage[] = []
