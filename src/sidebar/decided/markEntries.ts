import type { Decided, DecisionOf } from '../../annotations'
import type { SourceText } from '../../article'
import type { CodingEntry, MemoEntry } from '../../protocol/sidebar'
import { context, extent, lineAt, surface } from '../../study/surface'
import { firstLine } from '../../study/decided/firstLine'
import { flatMappedInSteps, type Steps } from '../../util/steps'

/** Coded words. */
export function codingEntry(article: SourceText, mark: DecisionOf<'code'>): CodingEntry {
  return { ...wordsOf(article, mark), code: mark.code, by: mark.creator, memo: firstLine(mark.memo ?? '') }
}

/** The memos of an article that are not about a coding, those about the whole article first. */
export function memoEntries(article: SourceText, { marks }: Decided): Steps<readonly MemoEntry[]> {
  return flatMappedInSteps(
    marks,
    (mark): readonly MemoEntry[] =>
      mark.kind === 'memo' ? [{ ...wordsOf(article, mark), text: firstLine(mark.text), by: mark.creator }] : [],
    500
  )
}

function wordsOf(
  article: SourceText,
  { id, target }: DecisionOf<'code' | 'memo'>
): Pick<CodingEntry, 'key' | 'start' | 'end' | 'line' | 'before' | 'surface' | 'after'> {
  if (target.length === 0) return { key: id, start: 0, end: 0, line: 0, before: '', surface: '', after: '' }
  const span = extent(target)
  return {
    key: id,
    start: span.start,
    end: span.end,
    line: lineAt(article, span.start),
    surface: surface(article, target),
    ...context(article, span)
  }
}
