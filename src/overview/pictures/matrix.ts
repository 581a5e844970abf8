import type { MatrixPicture } from '../../protocol/overview'
import type { FolderView } from '../../study/folderView'
import type { Steps } from '../../util/steps'
import { chosenColumns } from './articleColumns'
import { dotGrid } from './dots'
import { firstSources, sourceEntry } from './sourceEntries'
import type { PictureSize } from './pictureSize'

/** Who is quoted in which article. */
export function* matrixPicture(view: FolderView, { rows, columns }: PictureSize): Steps<MatrixPicture> {
  const { index } = view
  const sources = yield* firstSources(view, rows)
  const weights = new Map<number, number>()
  for (const { quotes } of sources) {
    yield
    for (const number of quotes) {
      const { article } = index.quotes.placeOf(number)
      weights.set(article, (weights.get(article) ?? 0) + 1)
    }
  }
  const { articles, placeOf } = chosenColumns(index, weights, columns)
  const grid = dotGrid(index)
  for (const [row, { quotes }] of sources.entries()) {
    yield
    for (const number of quotes) {
      const column = placeOf.get(index.quotes.placeOf(number).article)
      if (column !== undefined) grid.add(row, column, number)
    }
  }
  yield
  return {
    kind: 'matrix',
    sources: sources.map((source) => sourceEntry(view, source)),
    sourcesInAll: view.sources.length,
    articles,
    articlesInAll: weights.size,
    dots: grid.dots()
  }
}
