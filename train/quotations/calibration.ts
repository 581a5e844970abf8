import { leastAcceptance, withoutDoubles, type Chosen } from '../../src/analysis/quotations/choose'
import { folds, type HeldOutArticle } from './heldOut'
import { isRight } from './judges'
import { overUnion } from './overlap'

const bins = 10

/**
 * What the acceptance forest's probability is worth, over articles that no part had seen: each tenth gets the share of
 * attributions that were right there (content at least half the gold's, source met), made to rise. Reports found and
 * attributed F1 for each fold, in tokens.
 */
export function calibrate(articles: readonly HeldOutArticle[], judged: readonly (readonly Chosen[])[], report: (line: string) => void): Float32Array {
  const right = new Float64Array(bins)
  const all = new Float64Array(bins)
  const scores = Array.from({ length: folds }, () => ({ found: 0, attributed: 0, gold: 0, said: 0 }))
  articles.forEach(({ gold, fold, reading }, index) => {
    const said = withoutDoubles({ reading }, judged[index] ?? [])
    for (const { hypothesis, probability } of said) {
      const bin = Math.min(bins - 1, Math.floor(probability * bins))
      all[bin]!++
      if (isRight(hypothesis, gold)) right[bin]!++
    }
    const score = scores[fold]
    if (!score) return
    const shown = said.filter(({ probability }) => probability >= leastAcceptance)
    score.gold += gold.attributions.length
    score.said += shown.length
    const taken = new Set<number>()
    for (const { hypothesis } of shown) {
      const met = gold.attributions.findIndex(({ contents }, at) => !taken.has(at) && overUnion(hypothesis.content, contents) >= 0.5)
      if (met < 0) continue
      taken.add(met)
      score.found++
      if (isRight(hypothesis, gold)) score.attributed++
    }
  })
  for (let bin = 0; bin < bins; bin++) report(`said ${bin * 10}-${bin * 10 + 10} %: ${right[bin]} of ${all[bin]} right`)
  scores.forEach(({ found, attributed, gold, said }, fold) => { report(`fold ${fold + 1}: found F1 ${percent(2 * found / (gold + said))}, attributed F1 ${percent(2 * attributed / (gold + said))} (${said} said, ${gold} gold)`) })
  return rising(right, all)
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}

/** Isotonic regression (pool adjacent violators): shares that never fall from bin to bin. Empty bins join a neighbour. */
function rising(right: Float64Array, all: Float64Array): Float32Array {
  const pools: { right: number, all: number, bins: number }[] = []
  for (let bin = 0; bin < bins; bin++) {
    pools.push({ right: right[bin] as number, all: all[bin] as number, bins: 1 })
    for (;;) {
      const last = pools.at(-1)
      const before = pools.at(-2)
      if (!last || !before || last.all > 0 && before.all > 0 && last.right / last.all >= before.right / before.all) break
      pools.splice(-2, 2, { right: before.right + last.right, all: before.all + last.all, bins: before.bins + last.bins })
    }
  }
  return Float32Array.from(pools.flatMap((pool) => Array.from({ length: pool.bins }, () => pool.all > 0 ? pool.right / pool.all : 0)))
}
