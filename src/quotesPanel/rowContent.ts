import { factKeys } from '../analysis'
import { waitsForReview } from '../annotations'
import type { Span } from '../article'
import { entityNumber } from '../corpus'
import type { EntryStatus } from '../protocol/common'
import type { PanelRow } from '../protocol/quotesPanel'
import { factStates } from '../study/decided/factStates'
import { placedDecision } from '../study/decided/decidedArticle'
import { articleName } from '../study/articleName'
import { toldFromNamesakes } from '../study/namesakes'
import { context, extent, lineAt, surface } from '../study/surface'
import { onOneLine } from '../util/oneLine'
import type { FolderArticle } from '../workspace/folderArticle'
import type { Concordance } from './concordance'

/** A row with its place, for whoever does something with it. */
export interface RowContent {
  readonly row: PanelRow
  readonly article: FolderArticle
  /** All of the words, and their pieces. */
  readonly span: Span
  readonly pieces: readonly Span[]
  /** As the sidebar's rows name what they are about; words are about nothing yet. */
  readonly section: 'quote' | 'mention' | 'coding' | undefined
  /** The key of the fact in its article, the id of the coding; "" for words. */
  readonly factKey: string
}

/** What a row shows. Unpacks its article. Undefined where the article has changed meanwhile. */
export function rowContent(concordance: Concordance, row: number): RowContent | undefined {
  const { view } = concordance
  const article = view.index.folder.articles[concordance.articleOf(row)]
  if (!article) return undefined
  const found = factsOf(concordance, row, article)
  if (!found) return undefined
  const { pieces, section, factKey, source, sourceNote, named, kind, status } = found
  const span = extent(pieces)
  const { before, after } = context(article, span)
  const { codebook } = view.allMarks
  const { head } = article
  return {
    article,
    span,
    pieces,
    section,
    factKey,
    row: {
      key: `${article.id} ${factKey || `${span.start}-${span.end}`}`,
      left: before,
      keyword: surface(article, pieces),
      right: after,
      source,
      sourceNote,
      named,
      article: articleName(article),
      date: head.isoDate ?? head.date ?? '',
      outlet: head.agency ?? '',
      kind,
      codes: codebook
        .inOrder(status?.codes ?? [])
        .map((id) => codebook.code(id))
        .map(({ path, color }) => ({ name: path.at(-1) ?? '', color })),
      status: status?.state ?? 'suggested',
      line: lineAt(article, span.start)
    }
  }
}

type FactsOfRow = Pick<RowContent, 'pieces' | 'section' | 'factKey'> &
  Pick<PanelRow, 'source' | 'sourceNote' | 'named' | 'kind'> & { readonly status: EntryStatus | undefined }

function factsOf(rows: Concordance, row: number, article: FolderArticle): FactsOfRow | undefined {
  const { index } = rows.view
  const { members, folder } = index
  const item = rows.itemOf(row)
  const named = (entity: string | null) => {
    const known = entity === null ? -1 : members.entityOf(rows.articleOf(row), entityNumber(entity))
    const found = folder.corpus.entities[known]
    return {
      source: found?.name ?? '',
      sourceNote: onOneLine(toldFromNamesakes(index, known)),
      named: found?.named ?? false
    }
  }
  switch (item.kind) {
    case 'quote': {
      const quote = article.analysis.quotes[item.quote]
      return (
        quote && {
          pieces: quote.content,
          section: 'quote',
          factKey: factKeys(article).quotes[item.quote] ?? '',
          ...named(quote.speaker),
          kind: quote.kind,
          status: factStates(article).quote(item.quote)
        }
      )
    }
    case 'mention': {
      const mention = article.analysis.mentions[item.mention]
      return (
        mention && {
          pieces: [mention],
          section: 'mention',
          factKey: factKeys(article).mentions[item.mention] ?? '',
          ...named(mention.entity),
          kind: '',
          status: factStates(article).mention(item.mention)
        }
      )
    }
    case 'coding': {
      const { decision } = item
      const placed = article.decided && placedDecision(article.decided, decision.id)
      const pieces = placed?.decision.target ?? decision.target
      const state = placed && waitsForReview(placed) ? 'review' : 'decided'
      return {
        pieces,
        section: 'coding',
        factKey: decision.id,
        source: '',
        sourceNote: '',
        named: true,
        kind: '',
        status: { state, by: [decision.creator], codes: [decision.code], memo: '', markedBy: [decision.creator] }
      }
    }
    case 'word':
      return {
        pieces: [item.span],
        section: undefined,
        factKey: '',
        source: '',
        sourceNote: '',
        named: true,
        kind: '',
        status: undefined
      }
  }
}
