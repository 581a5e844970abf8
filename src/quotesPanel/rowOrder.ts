import type { Column } from '../protocol/quotesPanel'
import { foldLetters } from '../util/folding'
import { sortInSteps } from '../util/sortInSteps'
import type { Steps } from '../util/steps'
import type { Concordance } from './concordance'
import { rowContent } from './rowContent'

/** So much of the words beside a keyword is compared, in UTF-16 units. */
const comparedLength = 48

/** The order in which the rows of a concordance are shown: from places of the list to rows. */
export type RowOrder = Uint32Array

/**
 * Sorts the rows by a column, rows that are equal in it by their place. What stands left of a keyword is compared from its end, word
 * by word, as concordances do. Columns whose words are in the texts take a while the first time.
 *
 * @param onProgress is told how many rows are read
 */
export function* rowOrder(
  rows: Concordance,
  column: Column,
  isDescending: boolean,
  onProgress: (done: number) => void = () => undefined
): Steps<RowOrder> {
  const { size } = rows
  const inPlace = Uint32Array.from({ length: size }, (_, row) => row)
  if (column === 'place') return isDescending ? inPlace.reverse() : inPlace
  const keys: string[] = []
  let read = -1
  for (let row = 0; row < size; row++) {
    const article = rows.articleOf(row)
    if (article !== read || row % 64 === 0) yield
    read = article
    if (row % 256 === 0) onProgress(row)
    keys.push(keyOf(rows, row, column))
  }
  const direction = isDescending ? -1 : 1
  const sorted = yield* sortInSteps([...inPlace], (a, b) => {
    const [first, second] = [keys[a]!, keys[b]!]
    // What is not known comes last in both directions.
    if (first === '' || second === '') return first === second ? a - b : first === '' ? 1 : -1
    return first < second ? -direction : first > second ? direction : a - b
  })
  return Uint32Array.from(sorted)
}

const states = ['review', 'suggested', 'partly', 'decided'] as const

function keyOf(rows: Concordance, row: number, column: Column): string {
  const quick = quickKey(rows, row, column)
  if (quick !== undefined) return quick
  const content = rowContent(rows, row)?.row
  if (!content) return ''
  switch (column) {
    case 'left':
      return foldLetters(content.left.slice(-comparedLength)).split(' ').reverse().join(' ')
    case 'keyword':
      return foldLetters(content.keyword.slice(0, comparedLength)).replace(/^[^\p{L}\p{N}]+/u, '')
    case 'right':
      return foldLetters(content.right.slice(0, comparedLength)).replace(/^[^\p{L}\p{N}]+/u, '')
    case 'codes':
      return content.codes.map(({ name }) => foldLetters(name)).join(' ')
    case 'status':
      return String(states.indexOf(content.status))
    case 'source':
      return foldLetters(content.source)
    case 'place':
    case 'article':
    case 'date':
    case 'outlet':
    case 'kind':
      return ''
  }
}

const kinds = { direct: '1', mixed: '2', indirect: '3' } as const

/** The key where it is known without unpacking the article. */
function quickKey(rows: Concordance, row: number, column: Column): string | undefined {
  const { index } = rows.view
  const article = index.folder.articles[rows.articleOf(row)]
  switch (column) {
    case 'article':
      return foldLetters(article?.head.headline ?? article?.name ?? '')
    case 'date':
      return article?.head.isoDate ?? ''
    case 'outlet':
      return foldLetters(article?.head.agency ?? '')
    case 'source': {
      if (rows.show !== 'quotes') return rows.show === 'mentions' ? undefined : ''
      const item = rows.itemOf(row)
      const speaker =
        item.kind === 'quote' ? index.folder.corpus.entities[index.quotes.speakerOf(item.number)] : undefined
      return foldLetters(speaker?.name ?? '')
    }
    case 'kind': {
      if (rows.show !== 'quotes') return ''
      const item = rows.itemOf(row)
      return item.kind === 'quote' ? kinds[index.quotes.kindOf(item.number)] : ''
    }
    case 'place':
    case 'left':
    case 'keyword':
    case 'right':
    case 'codes':
    case 'status':
      return undefined
  }
}
