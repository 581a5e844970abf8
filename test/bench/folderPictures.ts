import { makePicture } from '../../src/overview/pictures'
import { firstColumns, firstRows, pictureKinds, type PictureKind } from '../../src/protocol/overview'
import type { FolderIndex } from '../../src/study/folderIndex'
import { folderView } from '../../src/study/folderView'
import { hostSlices } from './hostSlices'

/** What the overview's pictures of a whole folder cost its host. Milliseconds of processor time; bytes of JSON. */
export interface PicturesCost {
  /** Each for the first time in a session, which reads the articles' heads and whom their quotes speak of. */
  readonly first: Readonly<Record<PictureKind, number>>
  /** Each under another filter, when the filter itself is done. */
  readonly filtered: Readonly<Record<PictureKind, number>>
  /** The longest time without a pause in any of these. */
  readonly longestSlice: number
  readonly largestMessage: number
}

const size = { rows: firstRows, columns: firstColumns }

export function measurePictures(index: FolderIndex): PicturesCost {
  const slices = hostSlices()
  const { run } = slices
  let largestMessage = 0
  const costs = (filter: string) => {
    const view = run(folderView(index, filter)).result
    // Index and view are the sidebar's, too, and measured with its lists.
    slices.forget()
    return Object.fromEntries(
      pictureKinds.map((kind) => {
        const { result, cost } = run(makePicture(view, kind, size))
        largestMessage = Math.max(largestMessage, Buffer.byteLength(JSON.stringify(result)))
        return [kind, cost]
      })
    ) as Record<PictureKind, number>
  }
  const first = costs('')
  const longestFirst = slices.longest()
  const filtered = costs('kind:direct')
  return { first, filtered, longestSlice: Math.max(longestFirst, slices.longest()), largestMessage }
}
