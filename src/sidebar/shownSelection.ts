import type { Mark } from '../annotations'
import type { ExportedArticle, Select } from '../exchange'
import { readQuery } from '../util/filterQuery'
import { foldLetters, hasAllWords } from '../util/folding'
import type { Steps } from '../util/steps'
import type { FolderSnapshot } from '../workspace/folderArticle'
import { decisionMatches } from '../study/decided/markMatches'
import { folderIndex } from '../study/folderIndex'
import { folderMarks, type FolderDecisions } from '../study/folderMarks'
import { folderView } from '../study/folderView'

/**
 * What the sidebar's lists of these articles show under a filter: the mentions of the entities that it leaves, the quotes that it leaves
 * (of a source that it leaves all of them), codings and memos. Articles without any of them are left out.
 */
export function* shownSelection(
  folder: FolderSnapshot,
  filter: string,
  showAttitudes: boolean,
  decisions: FolderDecisions | undefined
): Steps<Select> {
  const index = yield* folderIndex(folder, showAttitudes)
  const marks = yield* folderMarks(folder, decisions)
  const view = yield* folderView(index, filter, marks)
  const { corpus } = folder
  const entities = new Set(corpus.entities.flatMap(({ id }, entity) => (view.rows[entity] === 0 ? [] : id)))
  const quotes = new Set([...view.articles, ...view.sources].flatMap((row) => row.quotes))
  const codings = new Set(
    [...view.marks.coded.values()].flatMap((articles) => [...articles.values()].flat()).map(({ id }) => id)
  )
  const query = readQuery(filter)
  const isNoted = (memo: Extract<Mark, { kind: 'memo' }>) =>
    decisionMatches({ ...query, words: [] }, memo, 'decided', marks.codebook) &&
    hasAllWords(foldLetters([...memo.target.map(({ exact }) => exact), memo.text].join('\n')), query.words)

  return ({ article: { id, analysis } }: ExportedArticle) => {
    const [start] = index.quotes.rangeOf(index.numbers.get(id) ?? index.folder.articles.length)
    return {
      mention: (mention) => {
        const entity = analysis.mentions[mention]?.entity
        return entity !== undefined && entities.has(corpus.entityOf({ article: id, entity })?.id ?? '')
      },
      quote: (quote) => quotes.has(start + quote),
      mark: (mark) => (mark.kind === 'code' ? codings.has(mark.id) : isNoted(mark)),
      leavesOutEmpty: true
    }
  }
}
