import { withoutDoubles, type Chosen } from '../../src/analysis/quotations/choose'
import type { GoldArticle } from './gold'
import { folds, type HeldOutArticle } from './heldOut'
import { isRight } from './judges'
import { overUnion } from './overlap'

const bins = 10
const others = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55]

interface Counts {
  found: number
  attributed: number
  said: number
  gold: number
}

/**
 * What the acceptance forest's probability is worth, over articles that no part had seen: each tenth gets the share of
 * attributions that were right there (content at least half the gold's, source met), made to rise. Reports found and
 * attributed F1, in tokens, for each fold and for some thresholds beside the `least` that is shown.
 */
export function calibrate(
  articles: readonly HeldOutArticle[],
  judged: readonly (readonly Chosen[])[],
  least: number,
  report: (line: string) => void
): Float32Array {
  const thresholds = [...new Set([...others, least])].sort((a, b) => a - b)
  const right = new Float64Array(bins)
  const all = new Float64Array(bins)
  const counts = thresholds.map(() =>
    Array.from({ length: folds }, (): Counts => ({ found: 0, attributed: 0, said: 0, gold: 0 }))
  )
  articles.forEach(({ gold, fold, input }, index) => {
    const said = withoutDoubles({ input }, judged[index] ?? [])
    for (const { hypothesis, probability } of said) {
      const bin = Math.min(bins - 1, Math.floor(probability * bins))
      all[bin]!++
      if (isRight(hypothesis, gold)) right[bin]!++
    }
    thresholds.forEach((threshold, at) => {
      count(
        said.filter(({ probability }) => probability >= threshold),
        gold,
        counts[at]?.[fold]
      )
    })
  })
  for (let bin = 0; bin < bins; bin++) report(`said ${bin * 10}-${bin * 10 + 10} %: ${right[bin]} of ${all[bin]} right`)
  thresholds.forEach((threshold, at) => {
    const ofFolds = counts[at] ?? []
    report(
      `from ${threshold} on: ${line(sum(ofFolds))}${threshold === least ? `; of the folds ${ofFolds.map(line).join(', ')}` : ''}`
    )
  })
  return rising(right, all)
}

function count(said: readonly Chosen[], gold: GoldArticle, into: Counts | undefined): void {
  if (!into) return
  into.gold += gold.attributions.length
  into.said += said.length
  const taken = new Set<number>()
  for (const { hypothesis } of said) {
    const met = gold.attributions.findIndex(
      ({ contents }, at) => !taken.has(at) && overUnion(hypothesis.content, contents) >= 0.5
    )
    if (met < 0) continue
    taken.add(met)
    into.found++
    if (isRight(hypothesis, gold)) into.attributed++
  }
}

function sum(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (a, b) => ({
      found: a.found + b.found,
      attributed: a.attributed + b.attributed,
      said: a.said + b.said,
      gold: a.gold + b.gold
    }),
    { found: 0, attributed: 0, said: 0, gold: 0 }
  )
}

function line({ found, attributed, said, gold }: Counts): string {
  return `found F1 ${percent((2 * found) / (gold + said))}, attributed ${percent((2 * attributed) / (gold + said))}`
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}

/** Isotonic regression (pool adjacent violators): shares that never fall from bin to bin. Empty bins join a neighbour. */
function rising(right: Float64Array, all: Float64Array): Float32Array {
  const pools: { right: number; all: number; bins: number }[] = []
  for (let bin = 0; bin < bins; bin++) {
    pools.push({ right: right[bin] as number, all: all[bin] as number, bins: 1 })
    for (;;) {
      const last = pools.at(-1)
      const before = pools.at(-2)
      if (!last || !before || (last.all > 0 && before.all > 0 && last.right / last.all >= before.right / before.all))
        break
      pools.splice(-2, 2, {
        right: before.right + last.right,
        all: before.all + last.all,
        bins: before.bins + last.bins
      })
    }
  }
  return Float32Array.from(
    pools.flatMap((pool) => Array.from({ length: pool.bins }, () => (pool.all > 0 ? pool.right / pool.all : 0)))
  )
}
