import type { Decision } from '../../annotations'
import { hasConditions, meetsConditions, type FilterQuery } from '../../util/filterQuery'
import { foldLetters, hasAllWords } from '../../util/folding'
import type { Codebook } from './codebook'

/** Whether a filter leaves a coding, or another decision that waits for a review: by its words, its code, its memo. */
export function decisionMatches(
  query: FilterQuery,
  decision: Decision,
  state: 'decided' | 'review',
  codebook: Codebook
): boolean {
  const isCode = decision.kind === 'code'
  const codes = isCode ? [codebook.code(decision.code).path] : []
  if (query.words.length > 0) {
    const said = decision.target.flatMap(({ exact, was = '' }) => [exact, was])
    const refused = decision.kind === 'noCode' ? codebook.code(decision.code).path : []
    const texts = [...said, ...codes.flat(), ...refused, isCode ? (decision.memo ?? '') : '']
    if (!hasAllWords(foldLetters(texts.join('\n')), query.words)) return false
  }
  if (!hasConditions(query)) return true
  const hasMemo = decision.kind === 'memo' || (isCode && Boolean(decision.memo))
  return meetsConditions(query, { state, hasMemo, codes, people: [decision.creator] })
}
