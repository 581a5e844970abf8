import type { ReuseGroup, ReusePicture } from '../../protocol/overview'
import type { FolderIndex } from '../../study/folderIndex'
import type { FolderView } from '../../study/folderView'
import { surface } from '../../study/surface'
import type { Steps } from '../../util/steps'
import { articleGrid } from './dots'
import type { PictureSize } from './pictureSize'
import { longestName } from './sourceEntries'

/** Which articles carry the same quote or passage. */
export function* reusePicture(view: FolderView, { rows, columns }: PictureSize): Steps<ReusePicture> {
  const { index } = view
  const groups = view.reuse.slice(0, rows)
  const { articles, dots } = yield* articleGrid(index, groups, columns)
  const described: ReuseGroup[] = []
  for (const { quotes } of groups) {
    yield
    described.push(describe(index, quotes))
  }
  return { kind: 'reuse', groups: described, groupsInAll: view.reuse.length, articles, dots }
}

const mostSources = 3
/** UTF-16 units. */
const longestText = 240
/** So many words find a quote, and few others. */
const mostWords = 10

function describe({ folder, quotes }: FolderIndex, numbers: readonly number[]): ReuseGroup {
  const first = numbers[0]!
  const { article: place, quote } = quotes.placeOf(first)
  const article = folder.articles[place]!
  const text = textOf(article, quote)
  const sources = [
    ...new Set(numbers.flatMap((number) => folder.corpus.entities[quotes.speakerOf(number)]?.name ?? []))
  ]
  return {
    text,
    kind: quotes.kindOf(first),
    sources: sources.slice(0, mostSources).map((name) => name.slice(0, longestName)),
    times: numbers.length,
    articles: new Set(numbers.map((number) => quotes.placeOf(number).article)).size,
    words: (text.match(/[\p{L}\p{M}\p{N}]{2,}/gu) ?? []).slice(0, mostWords).join(' ')
  }
}

const texts = new WeakMap<object, Map<number, string>>()

/** Read once, because it unpacks the article. */
function textOf(article: FolderIndex['folder']['articles'][number], quote: number): string {
  const known = texts.get(article) ?? new Map<number, string>()
  texts.set(article, known)
  const found = known.get(quote) ?? cut(surface(article, article.analysis.quotes[quote]?.content ?? null))
  known.set(quote, found)
  return found
}

function cut(text: string): string {
  if (text.length <= longestText) return text
  return `${text.slice(0, longestText).replace(/[\uD800-\uDBFF]?\s*\S*$/u, '')}\u2026`
}
