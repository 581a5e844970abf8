import { kindCount } from '../../src/analysis/entities/tagger/agreement'
import { makeDecoder } from '../../src/analysis/entities/tagger/decode'
import { labelCount, taggedTypes } from '../../src/analysis/entities/tagger/labels'
import type { Prepared } from './examples'
import type { Weights } from './crf'

/** Labels and posteriors (see agreement.ts) of every word, and the scores (words x labels) that gave them. */
export interface Labeled {
  readonly scores: Float32Array
  readonly labels: Uint8Array
  readonly posterior: Float32Array
}

/** The scores of an article's words by weights over rows. */
export function scoreWords(item: Prepared, rowOf: Int32Array, weights: Weights): Float32Array {
  const count = item.input.words.count
  const scores = new Float32Array(count * labelCount)
  for (let at = 0; at < count; at++) {
    for (let f = item.featureStart[at]!; f < item.featureStart[at + 1]!; f++) {
      const row = rowOf[item.slots[f]!]!
      if (row >= 0)
        for (let label = 0; label < labelCount; label++)
          scores[at * labelCount + label]! += weights.emission[row * labelCount + label]!
    }
  }
  return scores
}

/** Decodes an article as recognition does. */
export function decodeWords(item: Prepared, scores: Float32Array, transition: Float32Array): Labeled {
  const count = item.input.words.count
  const labels = new Uint8Array(count)
  const posterior = new Float32Array(count * kindCount)
  const decoder = makeDecoder(transition)
  for (let s = 0; s < item.stretches.length; s += 3) {
    const from = item.stretches[s]!
    decoder.decode(
      scores,
      from,
      item.stretches[s + 1]! - from,
      from === item.input.sentenceFirst[item.stretches[s + 2]!],
      labels,
      posterior
    )
  }
  return { scores, labels, posterior }
}

/** Counts of right, annotated and found names by type; added up over articles. */
export interface Tally {
  readonly right: number[]
  readonly gold: number[]
  readonly found: number[]
}

export function emptyTally(): Tally {
  return { right: [0, 0, 0], gold: [0, 0, 0], found: [0, 0, 0] }
}

/** Adds an article's exact matches of span and type, as `score.mjs entities` counts them. */
export function tally(total: Tally, item: Prepared, labels: Uint8Array): void {
  const { words } = item.input
  const gold = new Map(
    item.article.entities.map((entity) => [
      `${entity.start} ${entity.end} ${entity.type}`,
      taggedTypes.indexOf(entity.type as 'person')
    ])
  )
  for (const type of gold.values()) if (type >= 0 && type < 3) total.gold[type]!++
  let first = 0
  for (let at = 0; at < words.count; at++) {
    const label = labels[at]!
    if (label === 0) continue
    const part = (label - 1) & 3
    const type = (label - 1) >> 2
    if (part === 0 || part === 3) first = at
    if (part < 2 || type > 2) continue
    total.found[type]!++
    if (gold.has(`${words.start[first]} ${words.end[at]} ${taggedTypes[type]}`)) total.right[type]!++
  }
}

/** "94.55 (P 94.4 R 94.7; person 96.4 organization 89.7 place 96.2)" */
export function describe(total: Tally): string {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  const f1 = (right: number, gold: number, found: number) => ((200 * right) / Math.max(1, gold + found)).toFixed(2)
  const by = total.right
    .map((right, type) => `${taggedTypes[type]} ${f1(right, total.gold[type]!, total.found[type]!)}`)
    .join(' ')
  return `${f1(sum(total.right), sum(total.gold), sum(total.found))} (P ${((100 * sum(total.right)) / Math.max(1, sum(total.found))).toFixed(1)} R ${((100 * sum(total.right)) / Math.max(1, sum(total.gold))).toFixed(1)}; ${by})`
}
