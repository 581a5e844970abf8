import type { MatrixPicture } from '../../protocol/overview'
import type { FolderView } from '../../study/folderView'
import type { Steps } from '../../util/steps'
import { articleGrid } from './dots'
import { firstSources, sourceEntries } from './sourceEntries'
import type { PictureSize } from './pictureSize'

/** Who is quoted in which article. */
export function* matrixPicture(view: FolderView, { rows, columns }: PictureSize): Steps<MatrixPicture> {
  const sources = firstSources(view, rows)
  const grid = yield* articleGrid(view.index, sources, columns)
  return {
    kind: 'matrix',
    sources: yield* sourceEntries(view, sources),
    sourcesInAll: view.sources.length,
    ...grid
  }
}
