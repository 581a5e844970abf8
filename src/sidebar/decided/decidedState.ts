import type { Analysis, QuoteAct } from '../../analysis'
import type { Decided, Decision } from '../../annotations'
import type { CodeEntry, DecidedState, Progress } from '../../protocol/sidebar'
import type { Codebook } from './codebook'

/** What researchers have said of an article, in short. */
export function decidedState(
  analysis: Analysis,
  decided: Decided,
  codebook: Codebook,
  showAttitudes: boolean
): DecidedState {
  const counts = new Map<string, number>()
  for (const mark of decided.marks) if (mark.kind === 'code') counts.set(mark.code, (counts.get(mark.code) ?? 0) + 1)
  return {
    progress: articleProgress(analysis, decided, showAttitudes),
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

/** Mentions and listed quotes, those that were rejected among them: how many, and about how many somebody has decided. */
export function articleProgress(
  { mentions, quotes }: Analysis,
  decided: Decided | undefined,
  showAttitudes: boolean
): Progress {
  const isListed = (act: QuoteAct) => showAttitudes || act === 'speech'
  const listed = quotes.filter(({ act }) => isListed(act)).length
  const isDecided = mentions.filter(({ decidedBy }, index) => decidedBy !== undefined || decided?.mentions.has(index))
  const areDecided = quotes.filter(
    ({ act, decidedBy }, index) => isListed(act) && (decidedBy !== undefined || decided?.quotes.has(index))
  )
  const rejected =
    decided?.decisions.filter(
      ({ decision: { kind, from }, isInText }) =>
        kind === 'reject' && isInText && (from?.about !== 'quote' || isListed(from.act))
    ).length ?? 0
  return {
    decided: isDecided.length + areDecided.length + rejected,
    total: mentions.length + listed + rejected
  }
}

function pickCode(codebook: Codebook, id: string): Omit<CodeEntry, 'count'> {
  const { path, color } = codebook.code(id)
  return { id, path, color }
}
