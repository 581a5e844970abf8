import type { CodeEntry, CodingEntry, EntryStatus, MemoEntry, ReviewEntry } from '../../protocol/sidebar'
import { meetsConditions } from '../../util/filterQuery'
import { isActive, matches } from '../shared/filter'
import type { TreeInput, TreeNode } from './treeNodes'

/** The rows of codes and memos, and of decisions to review. Counts are of what the filter leaves. */
export interface MarkTree {
  readonly codes: Listed
  readonly review: Listed
}

interface Listed {
  readonly count: number
  readonly total: number
  readonly nodes: () => readonly TreeNode[]
}

export function markTree(input: TreeInput): MarkTree {
  const { codings = [], memos = [], review = [] } = input.state.marks ?? {}
  const foundCodings = codings.filter((coding) => codingMatches(input, coding))
  const foundMemos = memos.filter((memo) => memoMatches(input, memo))
  const foundReview = review.filter((entry) => reviewMatches(input, entry))
  return {
    codes: {
      count: foundCodings.length + foundMemos.length,
      total: codings.length + memos.length,
      nodes: () => [...codeNodes(input, foundCodings), ...foundMemos.map((memo) => memoNode(input, memo))]
    },
    review: {
      count: foundReview.length,
      total: review.length,
      nodes: () => foundReview.map((entry) => reviewNode(entry, input.state.articles[0]?.uri ?? '', ''))
    }
  }
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

function codeNodes({ codes, state, filter }: TreeInput, codings: readonly CodingEntry[]): readonly TreeNode[] {
  return [...codes.values()].flatMap((code): TreeNode | [] => {
    const given = codings.filter((coding) => coding.code === code.id)
    if (given.length === 0) return []
    const key = `code ${code.id}`
    return {
      key,
      content: { kind: 'code', code, count: given.length },
      children: () => given.map((coding) => codingNode(coding, state.articles[0]?.uri ?? '', key)),
      isOpen: isActive(filter)
    }
  })
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

function codingMatches({ filter, codes }: TreeInput, { code, surface, memo, by }: CodingEntry): boolean {
  if (!isActive(filter)) return true
  const path = codes.get(code)?.path ?? []
  const judged = { state: 'decided', hasMemo: memo !== '', codes: [path], people: [by] } as const
  return matches(filter, [surface, memo, ...path]) && meetsConditions(filter, judged)
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
