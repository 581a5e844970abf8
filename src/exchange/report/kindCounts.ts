import type { QuoteKind } from '../../analysis'

/** How many quotes of each kind are counted (see `counts.ts`). */
export type KindCounts = Readonly<Record<QuoteKind, number>>

/** The order in which kinds are told. */
export const quoteKinds: readonly QuoteKind[] = ['direct', 'mixed', 'indirect']

export function noQuotes(): Record<QuoteKind, number> {
  return { direct: 0, mixed: 0, indirect: 0 }
}

export function sumOf(kinds: KindCounts): number {
  return kinds.direct + kinds.mixed + kinds.indirect
}
