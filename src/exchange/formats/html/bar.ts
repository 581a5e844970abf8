import { quoteKinds, sumOf, type KindCounts } from '../../report/kindCounts'
import { markup, type Html } from './markup'

/** Counts as a bar, for the eye alone: they stand as numbers beside it. `most` is as wide as it gets. */
export function bar(kinds: KindCounts, most: number): Html | null {
  const share = (count: number) => `${Math.round((count / Math.max(most, 1)) * 1000) / 10}%`
  if (sumOf(kinds) === 0) return null
  const parts = quoteKinds.filter((kind) => kinds[kind] > 0)
  return markup`<span class="bar" aria-hidden="true">${parts.map(
    (kind) => markup`<span class="${kind}" style="width:${share(kinds[kind])}"></span>`
  )}</span>`
}
