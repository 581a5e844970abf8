import { firstColumns, firstRows, type HostEvent, type OverviewState, type PictureKind } from '../protocol/overview'
import type { Study } from '../study/study'
import { delayed } from '../util/delayed'
import { disposableList, type Disposable } from '../util/disposable'
import { inSlices } from '../util/slices'
import type { ArticleFolder } from '../workspace/articleFolder'
import { makePicture, type PictureSize } from './pictures'
import { statusOfFolder } from '../study/folderStatus'

/** What the page wants to see. */
export interface Wanted extends PictureSize {
  readonly picture: PictureKind
}

/** What the overview shows, made anew and posted whenever the study has changed. */
export interface OverviewContent extends Disposable {
  show(wanted: Wanted): void
  /** The page is hidden: nothing is made for it until it asks again. */
  hide(): void
}

export interface OverviewContentOptions {
  readonly folder: Pick<ArticleFolder, 'state' | 'articles' | 'snapshot' | 'reopen'>
  readonly study: Pick<Study, 'present' | 'filter' | 'views' | 'onDidChange'>
  /** Whether a folder is open in the window. */
  readonly isOpen: () => boolean
  readonly post: (event: HostEvent) => void
  readonly onFailure: (error: unknown) => void
}

export const firstWanted: Wanted = { picture: 'matrix', rows: firstRows, columns: firstColumns }

/** Changes within this time are one picture. Milliseconds. */
const settlingTime = 30
/** Between two pictures of a folder that changes: so many times what its lists took, at most so many milliseconds. */
const restFactor = 4
const longestRest = 5000

export function overviewContent({ folder, study, isOpen, post, onFailure }: OverviewContentOptions): OverviewContent {
  const owned = disposableList()
  let wanted: Wanted | undefined
  /** Another object for each picture that is asked for. */
  let turn = {}
  const soon = owned.add(delayed(settlingTime, () => void makeOne()))

  async function makeOne(): Promise<void> {
    const own = {}
    turn = own
    const asked = wanted
    if (!asked) return
    const isWanted = () => turn === own && wanted === asked
    try {
      const state = await stateOf(asked, isWanted)
      if (state && isWanted()) post({ kind: 'state', state })
    } catch (error) {
      if (isWanted()) onFailure(error)
    }
  }

  async function stateOf({ picture, ...size }: Wanted, isWanted: () => boolean): Promise<OverviewState | undefined> {
    const view = await study.present()
    const known = {
      folder: folder.snapshot()?.name ?? '',
      reading: statusOfFolder(folder, isOpen()),
      filter: study.filter.query()
    }
    // Without a view there is nothing read yet, or the filter has changed meanwhile: then another turn has begun.
    if (!view) return folder.snapshot() ? undefined : { ...known, articles: 0, quotes: 0 }
    const made = await inSlices(makePicture(view, picture, size), isWanted)
    return made && { ...known, picture: made, articles: view.articles.length, quotes: view.distinctQuotes }
  }

  let lastFilter = study.filter.query()
  owned.add(
    study.onDidChange(() => {
      const filter = study.filter.query()
      if (filter !== lastFilter) soon.cancel()
      // While a folder is being read or decided it changes again and again: the host has other things to do.
      soon(filter === lastFilter ? Math.min(longestRest, study.views.cost() * restFactor) : 0)
      lastFilter = filter
    })
  )
  return {
    show(newly) {
      wanted = newly
      // What changed before is in what is made now.
      soon.cancel()
      void folder.reopen()
      void makeOne()
    },
    hide() {
      wanted = undefined
    },
    dispose() {
      wanted = undefined
      owned.dispose()
    }
  }
}
