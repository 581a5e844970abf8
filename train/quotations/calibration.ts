import type { Lexicon } from '../../src/analysis/entities/tagger/lexicon'
import { attribute } from '../../src/analysis/quotations/model/attribute'
import type { FoundRoles } from '../../src/analysis/quotations/model/findRoles'
import type { PartOfSpeechModel } from '../../src/analysis/quotations/model/partsOfSpeech'
import { trainChains } from './chains'
import type { Lesson } from './examples'
import type { GoldAttribution, TokenRange } from './gold'

const bins = 10
const folds = 5

/**
 * What the models' own probability is worth: trained anew on two fifths of the articles, they attribute another fifth,
 * and each tenth of their probability gets the share of attributions that were right there (content at least half the
 * gold's, source met), made to rise. Models that learned less are right less often: the shares err on the careful side.
 */
export function calibrationOf(lessons: readonly Lesson[], partsOfSpeech: PartOfSpeechModel, cueSteps: ReadonlyMap<number, number>, lexicon: Lexicon, report: (line: string) => void): Float32Array {
  const ids = [...new Set(lessons.map(({ gold }) => gold.id))].sort()
  const held = new Set(ids.filter((_, index) => index % folds === 0))
  const learned = new Set(ids.filter((_, index) => index % folds === 1 || index % folds === 2))
  const weights = { ...trainChains(lessons.filter(({ gold }) => learned.has(gold.id)), partsOfSpeech, (line) => { report(`two fifths: ${line}`) }), calibration: new Float32Array(bins) }
  const right = new Float64Array(bins)
  const all = new Float64Array(bins)
  let golds = 0
  for (const { gold, reading } of lessons) {
    if (!held.has(gold.id)) continue
    golds += gold.attributions.length
    for (const found of attribute(reading.prose, { weights, cueSteps, lexicon }).found) {
      const bin = Math.min(bins - 1, Math.floor(found.probability * found.cue.probability * bins))
      all[bin] = (all[bin] as number) + 1
      if (gold.attributions.some((attribution) => isRight(found, attribution))) right[bin] = (right[bin] as number) + 1
    }
  }
  for (let bin = 0; bin < bins; bin++) report(`said ${bin * 10}-${bin * 10 + 10} %: ${right[bin]} of ${all[bin]} right`)
  const sum = (counts: Float64Array) => counts.reduce((a, b) => a + b, 0)
  report(`held out: attributed precision ${(100 * sum(right) / sum(all)).toFixed(1)}, recall ${(100 * sum(right) / golds).toFixed(1)}`)
  return rising(right, all)
}

function isRight({ content, source }: FoundRoles, gold: GoldAttribution): boolean {
  const both = overlap(content, gold.contents)
  const either = length(content) + length(gold.contents) - both
  if (both * 2 < either) return false
  return source === null ? gold.sources.length === 0 : overlap([source], gold.sources) > 0
}

function overlap(some: readonly TokenRange[], others: readonly TokenRange[]): number {
  let sum = 0
  for (const a of some) for (const b of others) sum += Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
  return sum
}

function length(ranges: readonly TokenRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0)
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
