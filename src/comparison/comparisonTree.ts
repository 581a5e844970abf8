import { agreementRows, type AgreementRow, type Judgement } from '../annotations/agreement'
import { grouped } from '../util/grouped'
import type { ComparedState } from './comparisonSession'

/** The rows of the view of a comparison, before they are put into words. Rows with the same id are the same row later. */
export type ComparisonNode =
  | { readonly kind: 'figures'; readonly id: string; readonly count: number }
  | { readonly kind: 'code'; readonly id: string; readonly code: string; readonly rows: readonly AgreementRow[] }
  | { readonly kind: 'figure'; readonly id: string; readonly row: AgreementRow }
  | {
      readonly kind: 'article'
      readonly id: string
      readonly article: string
      readonly name: string
      readonly settled: number
      readonly all: number
    }
  | { readonly kind: 'judgement'; readonly id: string; readonly judgement: Judgement; readonly isSettled: boolean }
  | { readonly kind: 'side'; readonly id: string; readonly judgement: Judgement; readonly side: 0 | 1 }

/** The tree of one state. */
export interface ComparisonTree {
  children(node?: ComparisonNode): readonly ComparisonNode[]
  parent(node: ComparisonNode): ComparisonNode | undefined
  /** The next disagreement that is still to be settled, from the one after this; from the top again after the last. */
  nextOpen(judgement: Judgement): ComparisonNode | undefined
}

export function comparisonTree({ comparison, disagreements, settled, names }: ComparedState): ComparisonTree {
  const rows = agreementRows(comparison)
  const ofCodes = grouped(rows.filter(isOfCode), ({ about }) => about)
  const codeNode = (code: string): ComparisonNode => ({
    kind: 'code',
    id: `code\n${code}`,
    code,
    rows: ofCodes.get(code) ?? []
  })
  const inFigures = [...rows.filter((row) => !isOfCode(row)).map(figureNode), ...[...ofCodes.keys()].map(codeNode)]
  const figures: ComparisonNode = { kind: 'figures', id: 'figures', count: inFigures.length }
  const byArticle = grouped(disagreements, ({ article }) => article)
  const articles = new Map(
    [...byArticle].map(([article, judgements]) => {
      const done = judgements.filter((judgement) => settled.has(judgement)).length
      const node: ComparisonNode = {
        kind: 'article',
        id: `article\n${article}`,
        article,
        name: names.get(article) ?? article,
        settled: done,
        all: judgements.length
      }
      return [article, node] as const
    })
  )
  const judgementNode = (judgement: Judgement): ComparisonNode => ({
    kind: 'judgement',
    id: judgement.id,
    judgement,
    isSettled: settled.has(judgement)
  })
  return {
    children(node) {
      switch (node?.kind) {
        case undefined:
          return [...(rows.length > 0 ? [figures] : []), ...articles.values()]
        case 'figures':
          return inFigures
        case 'code':
          return node.rows.map(figureNode)
        case 'article':
          return (byArticle.get(node.article) ?? []).map(judgementNode)
        case 'judgement':
          return ([0, 1] as const).map((side) => ({
            kind: 'side',
            id: `${node.id}\nside ${side}`,
            judgement: node.judgement,
            side
          }))
        case 'figure':
        case 'side':
          return []
      }
    },
    parent(node) {
      switch (node.kind) {
        case 'figures':
        case 'article':
          return undefined
        case 'code':
          return figures
        case 'figure':
          return isOfCode(node.row) ? codeNode(node.row.about) : figures
        case 'judgement':
          return articles.get(node.judgement.article)
        case 'side':
          return judgementNode(node.judgement)
      }
    },
    nextOpen({ id }) {
      const at = disagreements.findIndex((judgement) => judgement.id === id)
      const inOrder = [...disagreements.slice(at + 1), ...disagreements.slice(0, at + 1)]
      const next = inOrder.find((judgement) => !settled.has(judgement))
      return next && judgementNode(next)
    }
  }
}

function figureNode(row: AgreementRow): ComparisonNode {
  return { kind: 'figure', id: `figure\n${row.measure}\n${row.about}`, row }
}

function isOfCode({ measure }: AgreementRow): boolean {
  return measure !== 'question' && measure !== 'spans'
}
