import type { Analysis } from '../../../src/analysis/index.js'
import {
  waitingDecisions,
  type Anchor,
  type Decided,
  type Decision,
  type DecisionContent,
  type Mark,
  type PlacedDecision,
  type PlacementState,
  type Project
} from '../../../src/annotations/index.js'
import type { FolderArticle } from '../../../src/workspace/folderArticle.js'

export interface ExampleDecision {
  readonly by?: string
  readonly what: DecisionContent
  /** The words that it is about; none: the whole article. */
  readonly words?: string
  /** The words as they were when it was decided. */
  readonly was?: string
  readonly state?: PlacementState
}

/** Codes of which the second is below the first. */
export const exampleProject: Project = {
  codes: [
    { id: 'c1', name: 'economy', color: '#d7263d', order: 1, creator: 'Ann', created: '' },
    { id: 'c2', name: 'taxes', color: '#2e86ab', parent: 'c1', order: 0, creator: 'Ann', created: '' },
    { id: 'c0', name: 'trust', color: 'url(https://evil.example)', order: 0, creator: 'Ann', created: '' }
  ],
  entities: [],
  memos: []
}

/** An article as it is after decisions, each of which is numbered: "d1". */
export function decidedArticle(
  article: FolderArticle,
  decisions: readonly ExampleDecision[]
): FolderArticle & { readonly decided: Decided } {
  const placed = decisions.map((decision, index) => placedIn(article.text, decision, `d${index + 1}`))
  const mentions = new Map<number, Decision>()
  const quotes = new Map<number, Decision>()
  const analysis: Analysis = {
    ...article.analysis,
    mentions: article.analysis.mentions.map((mention, index) => {
      const decision = placed.find((one) => isAbout(one, [mention]))?.decision
      if (!decision) return mention
      mentions.set(index, decision)
      return { ...mention, decidedBy: decision.creator }
    }),
    quotes: article.analysis.quotes.map((quote, index) => {
      const decision = placed.find((one) => isAbout(one, quote.content))?.decision
      if (!decision) return quote
      quotes.set(index, decision)
      return { ...quote, decidedBy: decision.creator }
    })
  }
  const marks = placed.flatMap(({ decision, isInText }): Mark | [] =>
    isInText && (decision.kind === 'code' || decision.kind === 'memo') ? decision : []
  )
  return {
    ...article,
    article: article.article,
    digest: article.digest,
    searchText: article.searchText,
    analysis,
    waiting: waitingDecisions({ decisions: placed }),
    decided: { analysis, decisions: placed, marks, mentions, quotes, isArticle: null }
  }
}

/** What was decided on articles, as a folder's lists are given it. */
export function decisionsOf(...articles: readonly (FolderArticle & { readonly decided: Decided })[]) {
  const decisions = new Map(articles.map(({ id, decided }) => [id, decided.decisions.map(({ decision }) => decision)]))
  return {
    project: exampleProject,
    articles: new Set(decisions.keys()),
    decisions: (article: string) => decisions.get(article) ?? [],
    proposals: () => []
  }
}

function isAbout({ decision, isInText }: PlacedDecision, pieces: readonly { start: number; end: number }[]): boolean {
  const { kind, target } = decision
  if (!isInText || kind === 'code' || kind === 'memo' || kind === 'article') return false
  return (
    target.length === pieces.length &&
    target.every(({ start, end }, index) => start === pieces[index]?.start && end === pieces[index].end)
  )
}

function placedIn(
  text: string,
  { by = 'Ann', what, words, was, state = 'placed' }: ExampleDecision,
  id: string
): PlacedDecision {
  const isInText = state !== 'orphan' && state !== 'ambiguous'
  const start = words === undefined ? 0 : text.indexOf(words)
  if (isInText && start < 0) throw new Error(`"${words}" is not in the example`)
  const span = { start: Math.max(0, start), end: Math.max(0, start) + (words?.length ?? 0) }
  const anchor: Anchor = { ...span, exact: words ?? '', prefix: '', suffix: '', ...(was !== undefined && { was }) }
  const target = words === undefined ? [] : [anchor]
  return {
    decision: { id, creator: by, created: '2026-01-02T03:04:05.006Z', target, ...what },
    state,
    placements: target.map(() => ({
      state,
      span: isInText ? span : null,
      candidates: state === 'ambiguous' ? [span] : []
    })),
    isInText
  }
}
