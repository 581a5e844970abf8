import type { Analysis } from '../../analysis'
import type { Decided, Decision } from '../../annotations'
import type { CodeEntry, DecidedState, Progress } from '../../protocol/sidebar'
import type { Codebook } from './codebook'

/** What researchers have said of an article, in short. */
export function decidedState(analysis: Analysis, decided: Decided, codebook: Codebook): DecidedState {
  const counts = new Map<string, number>()
  for (const mark of decided.marks) if (mark.kind === 'code') counts.set(mark.code, (counts.get(mark.code) ?? 0) + 1)
  return {
    progress: articleProgress(analysis, decided),
    codes: codeEntries(counts, codebook),
    people: peopleOf(decided.decisions.map(({ decision }) => decision))
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

/** Mentions and quotes, those that were rejected among them: how many, and about how many somebody has decided. */
export function articleProgress({ mentions, quotes }: Analysis, decided: Decided | undefined): Progress {
  const total = mentions.length + quotes.length
  if (!decided) return { decided: 0, total }
  const facts = [...mentions, ...quotes].filter(({ decidedBy }) => decidedBy !== undefined).length
  const rejected = decided.decisions.filter(({ decision, isInText }) => decision.kind === 'reject' && isInText).length
  return { decided: facts + rejected, total: total + rejected }
}

function pickCode(codebook: Codebook, id: string): Omit<CodeEntry, 'count'> {
  const { path, color } = codebook.code(id)
  return { id, path, color }
}
