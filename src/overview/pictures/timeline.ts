import type { TimelinePicture } from '../../protocol/overview'
import type { FolderView } from '../../study/folderView'
import type { Steps } from '../../util/steps'
import { articleColumn } from './articleColumns'
import { dotGrid } from './dots'
import type { PictureSize } from './pictureSize'
import { firstSources, sourceEntries } from './sourceEntries'
import { timeSpans } from './timeSpans'

/** Who is quoted when, by the dates that the articles state. */
export function* timelinePicture(view: FolderView, { rows }: PictureSize): Steps<TimelinePicture> {
  const { index } = view
  const dates = new Map<number, string>()
  let first = ''
  let last = ''
  for (const [place, { article }] of view.articles.entries()) {
    if (place % 64 === 0) yield
    const { date } = articleColumn(index.folder.articles[article]!)
    if (!isDate(date)) continue
    dates.set(article, date)
    if (first === '' || date < first) first = date
    if (date > last) last = date
  }
  const sources = firstSources(view, rows)
  const empty = { unit: 'day' as const, spans: [], spanOf: () => undefined }
  const { unit, spans, spanOf } = first === '' ? empty : timeSpans(first, last)
  const spanOfArticle = (article: number) => {
    const date = dates.get(article)
    const span = date === undefined ? undefined : spanOf(date)
    return span === undefined || !spans[span] ? undefined : span
  }
  const counts = spans.map(() => 0)
  let undatedArticles = 0
  let undatedQuotes = 0
  for (const [place, { article, quotes }] of view.articles.entries()) {
    if (place % 256 === 0) yield
    const span = spanOfArticle(article)
    if (span !== undefined) counts[span]! += quotes.length
    else {
      undatedArticles++
      undatedQuotes += quotes.length
    }
  }
  const grid = dotGrid(index)
  for (const [row, { quotes }] of sources.entries()) {
    yield
    for (const number of quotes) {
      const span = spanOfArticle(index.quotes.placeOf(number).article)
      if (span !== undefined) grid.add(row, span, number)
    }
  }
  yield
  return {
    kind: 'timeline',
    sources: yield* sourceEntries(view, sources),
    sourcesInAll: view.sources.length,
    unit,
    spans: spans.map(({ from, to }, span) => ({
      from,
      to,
      quotes: counts[span]!,
      condition: `date:${from === to ? from : `${from}..${to}`}`
    })),
    dots: grid.dots(),
    undatedArticles,
    undatedQuotes
  }
}

/** What a text calls a date may be none: a month of 99. */
function isDate(date: string): boolean {
  return /^\d{4}(-\d\d(-\d\d)?)?$/.test(date) && !Number.isNaN(Date.parse(date))
}
