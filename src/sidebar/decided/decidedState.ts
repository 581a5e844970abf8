import type { AnalyzedText } from '../../analysis'
import { reviewProgress, type Decided, type Decision } from '../../annotations'
import type { CodeEntry, DecidedState } from '../../protocol/sidebar'
import type { Codebook } from '../../study/decided/codebook'

/** What researchers have said of an article, in short. */
export function decidedState(
  article: AnalyzedText & { readonly decided: Decided },
  codebook: Codebook,
  showAttitudes: boolean
): DecidedState {
  const { decided } = article
  const counts = new Map<string, number>()
  for (const mark of decided.marks) if (mark.kind === 'code') counts.set(mark.code, (counts.get(mark.code) ?? 0) + 1)
  return {
    progress: reviewProgress({ article }, { attitudes: showAttitudes }),
    codes: codeEntries(counts, codebook),
    people: peopleOf(decided.decisions.map(({ decision }) => decision)),
    isArticle: decided.isArticle !== false
  }
}

/** Codes with how often they were given, in the order of the codebook. */
export function codeEntries(counts: ReadonlyMap<string, number>, codebook: Codebook): readonly CodeEntry[] {
  return codebook.inOrder(counts.keys()).map((id) => ({ ...pickCode(codebook, id), count: counts.get(id) ?? 0 }))
}

/** The names of those who decided, without repetition. */
export function peopleOf(decisions: readonly Decision[]): readonly string[] {
  return [...new Set(decisions.map(({ creator }) => creator))].sort()
}

function pickCode(codebook: Codebook, id: string): Omit<CodeEntry, 'count'> {
  const { path, color } = codebook.code(id)
  return { id, path, color }
}
