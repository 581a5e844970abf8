import { makePicture } from '../../src/overview/pictures'
import { firstColumns, firstRows, pictureKinds, type PictureKind } from '../../src/protocol/overview'
import { folderIndex } from '../../src/study/folderIndex'
import { folderView } from '../../src/study/folderView'
import type { FolderSnapshot } from '../../src/workspace/folderArticle'
import type { Steps } from '../../src/util/steps'

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

/** Milliseconds; as `inSlices` does. */
const sliceLength = 15
const size = { rows: firstRows, columns: firstColumns }

export function measurePictures(folder: FolderSnapshot): PicturesCost {
  let longestSlice = 0
  let largestMessage = 0
  function run<T>(steps: Steps<T>): { readonly result: T; readonly cost: number } {
    let cost = 0
    for (;;) {
      const begun = processor()
      const clock = performance.now()
      let step = steps.next()
      while (!step.done && performance.now() - clock < sliceLength) step = steps.next()
      const took = processor() - begun
      cost += took
      longestSlice = Math.max(longestSlice, took)
      if (step.done) return { result: step.value, cost }
    }
  }
  const index = run(folderIndex(folder, false)).result
  const costs = (filter: string) => {
    const view = run(folderView(index, filter)).result
    // Index and view are the sidebar's, too, and measured with its lists.
    longestSlice = 0
    return Object.fromEntries(
      pictureKinds.map((kind) => {
        const { result, cost } = run(makePicture(view, kind, size))
        largestMessage = Math.max(largestMessage, Buffer.byteLength(JSON.stringify(result)))
        return [kind, cost]
      })
    ) as Record<PictureKind, number>
  }
  const first = costs('')
  const longestFirst = longestSlice
  const filtered = costs('kind:direct')
  return { first, filtered, longestSlice: Math.max(longestFirst, longestSlice), largestMessage }
}

function processor(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
