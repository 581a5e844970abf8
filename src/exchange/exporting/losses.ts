import type { LossKind } from '../format'

/** Counts what a format cannot write. */
export interface LossCounter {
  readonly add: (kind: LossKind, count?: number) => void
  /** In the order of `lossNames`; none of which nothing was lost. */
  readonly counts: () => readonly Loss[]
}

export interface Loss {
  readonly kind: LossKind
  readonly count: number
}

/** What is lost, in English: after "cannot hold", and before a count. `exportMenu.ts` translates. */
export const lossNames: Readonly<Record<LossKind, string>> = {
  overlap: 'overlapping annotations',
  discontinuous: 'annotations of several pieces',
  'word-edges': 'annotations that begin or end within a word',
  quote: 'quotes with cue and source',
  speaker: 'speakers',
  link: 'links between quotes',
  entity: 'who is who',
  code: 'codings',
  memo: 'memos',
  'project-memo': 'memos about the project, codes and entities',
  status: 'who decided what',
  accept: 'acceptances and identities as such',
  verdict: 'verdicts (nobody speaks, no article)',
  rejected: 'rejections',
  character: 'characters that the format forbids',
  codebook: 'the codebook'
}

const kinds = Object.keys(lossNames) as LossKind[]

export function lossCounter(): LossCounter {
  const counted = new Map<LossKind, number>()
  return {
    add: (kind, count = 1) => void counted.set(kind, (counted.get(kind) ?? 0) + count),
    counts: () => kinds.flatMap((kind) => (counted.get(kind) ? { kind, count: counted.get(kind)! } : []))
  }
}

/** Kinds of losses in a fixed order. */
export function orderedLosses(some: readonly LossKind[]): readonly LossKind[] {
  return kinds.filter((kind) => some.includes(kind))
}
