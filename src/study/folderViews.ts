import { inSlices, throughSlices } from '../util/slices'
import type { FolderSnapshot } from '../workspace/folderArticle'
import { folderIndex, type FolderIndex } from './folderIndex'
import { folderMarks, type FolderDecisions, type FolderMarks } from './folderMarks'
import { folderView, type FolderView } from './folderView'

/** What the folder's lists are made of. */
export interface FolderRequest {
  readonly folder: FolderSnapshot
  readonly filter: string
  readonly showAttitudes: boolean
  readonly decisions?: FolderDecisions | undefined
}

/** Views of the folder, computed in slices of time; what two of them share is computed once. */
export interface FolderViews {
  /**
   * The lists under a filter; undefined when `isWanted` said no before they were there, which is asked only where the filter is
   * what makes the difference. The last view is kept: whoever asks for the same gets it at once.
   */
  of(request: FolderRequest, isWanted: () => boolean): Promise<FolderView | undefined>
  /** The time that the last `folderIndex` took, in milliseconds. */
  cost(): number
}

/** The marks of a folder, and what they were made of. */
interface MarksOf {
  readonly of: FolderIndex
  readonly decisions: FolderDecisions | undefined
  readonly marks: FolderMarks
}

export function folderViews(): FolderViews {
  let index: FolderIndex | undefined
  let marks: MarksOf | undefined
  let view: FolderView | undefined
  /** One view at a time: the second that asks for the same finds it. */
  let turn: Promise<unknown> = Promise.resolve()
  let cost = 0

  async function make(
    { folder, filter, showAttitudes, decisions }: FolderRequest,
    isWanted: () => boolean
  ): Promise<FolderView | undefined> {
    if (!isWanted()) return undefined
    if (index?.folder !== folder || index.showAttitudes !== showAttitudes) {
      const begun = performance.now()
      const made = await throughSlices(folderIndex(folder, showAttitudes))
      index = made
      cost = performance.now() - begun
    }
    if (marks?.of !== index || marks.decisions !== decisions) {
      const made = await throughSlices(folderMarks(folder, decisions))
      marks = { of: index, decisions, marks: made }
    }
    if (view?.index === index && view.allMarks === marks.marks && view.filter === filter) return view
    const made = await inSlices(folderView(index, filter, marks.marks), isWanted)
    if (made) view = made
    return made
  }

  return {
    of(request, isWanted) {
      const made = turn.then(() => make(request, isWanted))
      turn = made.catch(() => undefined)
      return made
    },
    cost: () => cost
  }
}
