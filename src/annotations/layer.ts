import type { Decision } from './decision'

/** All decisions of one annotator on one article, in the order in which they are on disk. */
export interface Layer {
  readonly annotator: string
  readonly decisions: readonly Decision[]
}

/**
 * The decisions of several layers that hold: of those of one kind on one target (the same places and words; of codes and memos also the
 * same content) the one that was made or modified last, of equally old ones that of the annotator whose name comes last. In
 * order of the text, then of id. `from` is no part of the target.
 */
export function mergedDecisions(layers: readonly Layer[]): readonly Decision[] {
  const holding = new Map<string, Decision>()
  for (const { decisions } of layers) {
    for (const decision of decisions) {
      // A layer may be of an earlier text: the same offsets are other words then, and another question.
      const key = [decisionKey(decision), ...decision.target.map(({ exact }) => exact)].join('\n')
      const known = holding.get(key)
      if (!known || isNewer(decision, known)) holding.set(key, decision)
    }
  }
  return [...holding.values()].sort(inTextOrder)
}

/** By the first place, those of the whole article first, then by id. */
export function inTextOrder(a: Decision, b: Decision): number {
  return (
    (a.target[0]?.start ?? -1) - (b.target[0]?.start ?? -1) ||
    (a.target.at(-1)?.end ?? -1) - (b.target.at(-1)?.end ?? -1) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

/**
 * What a decision is about, as a name: of two decisions of one layer with the same key only one can be. Accepting and rejecting
 * answer the same question, and so do they and what replaces a suggestion, and giving a code and saying that it does not apply.
 */
export function decisionKey(decision: Decision): string {
  // Deleted words have a place without extent, which others may share.
  const places = decision.target
    .map(({ start, end, prefix, exact }) => (start < end ? `${start}-${end}` : `${start} ${prefix}|${exact}`))
    .join(' ')
  switch (decision.kind) {
    case 'accept':
    case 'reject':
      return `${decision.from?.about ?? 'mention'} ${places}`
    case 'mention':
    case 'quote':
    case 'identity':
    case 'speaker':
    case 'article':
      return `${decision.kind} ${places}`
    case 'code':
    case 'noCode':
      return `code ${places} ${decision.code}`
    case 'memo':
      return `memo ${places} ${decision.creator}`
  }
}

function isNewer(a: Decision, b: Decision): boolean {
  const [madeA, madeB] = [a.modified ?? a.created, b.modified ?? b.created]
  return madeA === madeB ? a.creator > b.creator : madeA > madeB
}
