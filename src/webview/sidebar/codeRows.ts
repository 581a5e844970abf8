import type {
  CodeEntry,
  CodingEntry,
  EntryStatus,
  MemoEntry,
  ReviewEntry,
  SidebarStrings
} from '../../protocol/sidebar'
import { asksOfQuotes, asksOfSpeakers, meetsArticle } from '../../util/facets'
import { inOneArticle, meetsConditions } from '../../util/filterQuery'
import { isActive, matches } from '../shared/filter'
import type { ArticleFilter } from './articleFilter'
import { elsewhereKey, topics } from './model'
import { toCheck } from './partNodes'
import type { Part, TreeInput, TreeNode } from './treeNodes'

/** What waits for a review, then codes and memos. */
export function markPart(input: TreeInput, { quotes }: ArticleFilter): Part {
  const { strings } = input
  const { memos = [], review = [] } = input.state.marks ?? {}
  const codes = foundCodes(input)
  const isLeft = spanFilter(input, quotes)
  const foundMemos = memos.filter((memo) => isLeft(memo.line > 0 ? memo : null) && memoMatches(input, memo))
  const foundReview = review.filter((entry) => isLeft(entry.place) && reviewMatches(input, entry))
  const uri = input.state.articles[0]?.uri ?? ''
  return {
    id: 'marks',
    label: strings.marks,
    help: strings.marksHelp,
    count: sumOf(codes) + foundMemos.length + foundReview.length,
    total: sumOf([...input.codes.values()]) + memos.length + review.length,
    ...(foundReview.length > 0 && { badge: toCheck(foundReview.length, strings) }),
    nothing: strings.nothingToCheck,
    nodes: [
      ...reviewNodes(foundReview.length, strings, () => foundReview.map((entry) => reviewNode(entry, uri, ''))),
      ...codes.map(({ code, count }) => codeNode(input, code, count)),
      ...foundMemos.map((memo) => memoNode(input, memo))
    ]
  }
}

/** "14 to check" with what is to be checked, open until the reader closes it. */
export function reviewNodes(
  count: number,
  strings: SidebarStrings,
  children: () => readonly TreeNode[]
): readonly TreeNode[] {
  if (count === 0) return []
  const label = toCheck(count, strings)
  return [
    {
      key: 'review',
      content: { kind: 'group', label, help: '', title: strings.reviewHelp, count: 0, icon: 'flag' },
      children,
      isOpen: true
    }
  ]
}

/** Whether the facets leave what somebody said of words: where they ask for quotes, of words in one that is left. */
function spanFilter(
  { state, filter }: TreeInput,
  left: readonly boolean[]
): (span: { readonly start: number; readonly end: number } | null) => boolean {
  const { facets } = inOneArticle(filter)
  if (!meetsArticle(facets, { ...state, names: [] })) return () => false
  if (!asksOfQuotes(facets) && !asksOfSpeakers(facets)) return () => true
  const quotes = state.quotes.filter((quote, index) => quote.article === 0 && left[index])
  return (span) => span !== null && quotes.some(({ start, end }) => span.start < end && start < span.end)
}

/** The codes of an entry that the state knows. */
export function codesOf(status: EntryStatus | undefined, codes: ReadonlyMap<string, CodeEntry>): readonly CodeEntry[] {
  return status?.codes.flatMap((id) => codes.get(id) ?? []) ?? []
}

export function codesById(codes: readonly CodeEntry[] | undefined): ReadonlyMap<string, CodeEntry> {
  return new Map(codes?.map((code) => [code.id, code]))
}

export function codingNode(coding: CodingEntry, uri: string, parent: string): TreeNode {
  return {
    key: `${parent} ${coding.key}`,
    content: { kind: 'coding', coding },
    target: { uri, start: coding.start, end: coding.end }
  }
}

export function reviewNode(review: ReviewEntry, uri: string, article: string): TreeNode {
  const { place } = review
  return {
    key: `review ${review.key}`,
    content: { kind: 'review', review, article },
    ...(!place && { subject: { uri, start: 0, end: 0 } }),
    ...(place && { target: { uri, start: place.start, end: place.end } })
  }
}

/** The codes with how many of their codings the filter leaves: under one, the host has to look first. */
function foundCodes({
  codes,
  filter,
  typed,
  found
}: TreeInput): readonly { readonly code: CodeEntry; readonly count: number }[] {
  const known = [...codes.values()]
  if (!isActive(filter)) return known.map((code) => ({ code, count: code.count }))
  const counts = new Map(found?.filter === typed ? found.codings : [])
  return known.map((code) => ({ code, count: counts.get(code.id) ?? 0 })).filter(({ count }) => count > 0)
}

/** A code; its first codings are asked for when it is opened, more when the reader asks. */
function codeNode(input: TreeInput, code: CodeEntry, count: number): TreeNode {
  const { state, strings, typed, codings, failed } = input
  const key = `code ${code.id}`
  const children = (): readonly TreeNode[] => {
    if (failed.has(topics.codings(code.id, typed)))
      return [{ key: `${key} failed`, content: { kind: 'note', label: strings.loadingFailed } }]
    const known = codings.get(elsewhereKey(code.id, typed))
    if (!known) return [{ key: `${key} loading`, content: { kind: 'note', label: strings.loading } }]
    const nodes = known.codings.map((coding) => codingNode(coding, state.articles[0]?.uri ?? '', key))
    const shown = known.codings.length
    if (shown >= known.total) return nodes
    const more = { kind: 'more', label: strings.moreElsewhere, list: 'codings', of: code.id, count: shown } as const
    return [...nodes, { key: `${key} more`, content: more }]
  }
  return { key, content: { kind: 'code', code, count }, children, isOpen: isActive(input.filter) }
}

function sumOf(codes: readonly { readonly count: number }[]): number {
  return codes.reduce((sum, { count }) => sum + count, 0)
}

function memoNode({ state }: TreeInput, memo: MemoEntry): TreeNode {
  const uri = state.articles[0]?.uri ?? ''
  const place = { uri, start: memo.start, end: memo.end }
  return {
    key: `memo ${memo.key}`,
    content: { kind: 'memo', memo },
    ...(memo.line > 0 ? { target: place } : { subject: place })
  }
}

function memoMatches({ filter }: TreeInput, { surface, text, by }: MemoEntry): boolean {
  const judged = { state: 'decided', hasMemo: true, codes: [], people: [by] } as const
  return !isActive(filter) || (matches(filter, [surface, text]) && meetsConditions(filter, judged))
}

function reviewMatches({ filter }: TreeInput, { kind, content, words, by }: ReviewEntry): boolean {
  if (!isActive(filter)) return true
  const codes = kind === 'code' ? [[content]] : []
  const judged = { state: 'review', hasMemo: kind === 'memo', codes, people: [by] } as const
  return matches(filter, [words, content]) && meetsConditions(filter, judged)
}
