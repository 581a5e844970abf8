import type { TokenRange } from './gold'

/** How many tokens both have. */
export function overlap(some: readonly TokenRange[], others: readonly TokenRange[]): number {
  let sum = 0
  for (const a of some) for (const b of others) sum += Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
  return sum
}

/** The share of the tokens of either that both have, from 0 to 1. */
export function overUnion(some: readonly TokenRange[], others: readonly TokenRange[]): number {
  const both = overlap(some, others)
  const either = length(some) + length(others) - both
  return either === 0 ? 0 : both / either
}

function length(ranges: readonly TokenRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0)
}
