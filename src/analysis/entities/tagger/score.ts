import { contextFeatures, mostContextFeatures } from './contextFeatures'
import { labelCount } from './labels'
import type { TaggerInput } from './taggerInput'
import type { Recurrence } from './recurrence'
import { addSum, addWeights, sumWidth, writeScores, type TaggerWeights } from './weights'
import { edgeFeatures, firstOffset, mostWordFeatures, offsets, wordFeatures } from './wordFeatures'
import { mostWordTypes, type WordTypes } from './wordTypes'

/** Scores words, and remembers what it summed for each word type. */
export interface Scorer {
  /** Writes the scores of words `from` to `to` of the sentence from `first` to `last` to `scores`, `labelCount` a word. */
  score(
    input: TaggerInput,
    recurrence: Recurrence,
    from: number,
    to: number,
    first: number,
    last: number,
    scores: Float32Array
  ): void
}

export function makeScorer(weights: TaggerWeights, types: WordTypes): Scorer {
  const out = new Int32Array(Math.max(mostWordFeatures, mostContextFeatures))
  const sum = new Int32Array(sumWidth)
  const edges = new Int32Array(offsets * sumWidth)
  for (let at = 0; at < offsets; at++)
    addWeights(weights, out, edgeFeatures(at + firstOffset, out), edges, at * sumWidth)
  /** Summed weights of a word's features by type and offset, and whether they are there. */
  let sums = new Int32Array(1024 * offsets * sumWidth)
  let known = new Uint8Array(1024 * offsets)
  return {
    score(input, recurrence, from, to, first, last, scores) {
      for (let at = from; at < to; at++) {
        sum.fill(0)
        for (let place = 0; place < offsets; place++) {
          const word = at + place + firstOffset
          if (word < first || word >= last) addSum(edges, place * sumWidth, sum, 0)
          else addWord(input.type[word]!, place)
        }
        addWeights(weights, out, contextFeatures(input, types, recurrence, at, first, last, out), sum, 0)
        writeScores(weights, sum, 0, scores, at * labelCount)
      }
    }
  }

  function addWord(type: number, place: number): void {
    // Of an article with more words than a folder has, the rest is not remembered: it would take hundreds of megabytes.
    if (type >= mostWordTypes)
      return addWeights(weights, out, wordFeatures(types, type, place + firstOffset, out), sum, 0)
    const cell = type * offsets + place
    if (cell >= known.length) {
      const size = types.folded.length * offsets
      const [oldSums, oldKnown] = [sums, known]
      known = new Uint8Array(size)
      known.set(oldKnown)
      sums = new Int32Array(size * sumWidth)
      sums.set(oldSums)
    }
    if (known[cell] === 0) {
      known[cell] = 1
      addWeights(weights, out, wordFeatures(types, type, place + firstOffset, out), sums, cell * sumWidth)
    }
    addSum(sums, cell * sumWidth, sum, 0)
  }
}
