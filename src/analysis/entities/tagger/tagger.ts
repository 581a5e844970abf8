import type { Article } from '../../../article'
import { addAgreement, agreementSettings, kindCount } from './agreement'
import { contextFeatures, mostContextFeatures } from './contextFeatures'
import { makeDecoder } from './decode'
import { labelCount } from './labels'
import type { Lexicon } from './lexicon'
import { readForTagging, type Reading } from './reading'
import { findRecurrence } from './recurrence'
import { nameStretches } from './stretches'
import { addSum, addWeights, sumWidth, writeScores, type TaggerWeights } from './weights'
import { edgeFeatures, firstOffset, mostWordFeatures, offsets, wordFeatures } from './wordFeatures'
import { makeWordTypes, mostWordTypes, type WordTypes } from './wordTypes'

/** The words of an article with their labels (see labels.ts) and how probable each kind of word is (see agreement.ts). */
export interface Tagged {
  readonly reading: Reading
  readonly types: WordTypes
  readonly labels: Uint8Array
  readonly posterior: Float32Array
}

/** A tagger with its memory of the words it has met; the memory changes its speed and nothing else. */
export type Tagger = (article: Article) => Tagged

/** Two passes: each sentence on its own, then again with what the first pass said about the same words elsewhere. */
export function makeTagger(lexicon: Lexicon, weights: TaggerWeights): Tagger {
  const decoder = makeDecoder(weights.transition)
  let memory = makeMemory(lexicon)
  const out = new Int32Array(Math.max(mostWordFeatures, mostContextFeatures))
  const sum = new Int32Array(sumWidth)
  const edges = new Int32Array(offsets * sumWidth)
  for (let at = 0; at < offsets; at++) addWeights(weights, out, edgeFeatures(at + firstOffset, out), edges, at * sumWidth)
  return (article) => {
    if (memory.types.count() > mostWordTypes / 2) memory = makeMemory(lexicon)
    const reading = readForTagging(article, memory.types, lexicon)
    const recurrence = findRecurrence(reading, memory.types)
    const { types } = memory
    const { count } = reading.words
    const labels = new Uint8Array(count)
    const posterior = new Float32Array(count * kindCount)
    const scores = new Float32Array(count * labelCount)
    const stretches = nameStretches(reading, types)
    for (let s = 0; s < stretches.length; s += 3) {
      const from = stretches[s]!
      const to = stretches[s + 1]!
      const sentence = stretches[s + 2]!
      const sentenceFirst = reading.sentenceFirst[sentence]!
      const sentenceLast = reading.sentenceFirst[sentence + 1]!
      for (let at = from; at < to; at++) {
        sum.fill(0)
        for (let offset = firstOffset; offset < firstOffset + offsets; offset++) {
          const word = at + offset
          if (word < sentenceFirst || word >= sentenceLast) { addSum(edges, (offset - firstOffset) * sumWidth, sum, 0); continue }
          // The row first: finding it may replace the memory's array by a longer one.
          const row = sumsOf(weights, memory, reading.type[word]!, offset, out)
          addSum(memory.sums, row, sum, 0)
        }
        addWeights(weights, out, contextFeatures(reading, types, recurrence, at, sentenceFirst, sentenceLast, out), sum, 0)
        writeScores(weights, sum, 0, scores, at * labelCount)
      }
      decoder.decode(scores, from, to - from, from === sentenceFirst, labels, posterior)
    }
    const changed = addAgreement(reading, types, labels, posterior, scores, agreementSettings)
    for (let s = 0; s < stretches.length; s += 3) {
      const from = stretches[s]!
      const to = stretches[s + 1]!
      if (!holdsOne(changed, from, to)) continue
      decoder.decode(scores, from, to - from, from === reading.sentenceFirst[stretches[s + 2]!], labels, posterior)
    }
    return { reading, types, labels, posterior }
  }
}

function holdsOne(marks: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (marks[at] === 1) return true
  return false
}

interface Memory {
  readonly types: WordTypes
  /** Summed weights of a word's features by type and offset. */
  sums: Int32Array
  known: Uint8Array
}

function makeMemory(lexicon: Lexicon): Memory {
  return { types: makeWordTypes(lexicon), sums: new Int32Array(1024 * offsets * sumWidth), known: new Uint8Array(1024 * offsets) }
}

function sumsOf(weights: TaggerWeights, memory: Memory, type: number, offset: number, out: Int32Array): number {
  const cell = type * offsets + offset - firstOffset
  if (cell >= memory.known.length) {
    const size = memory.types.folded.length
    const known = new Uint8Array(size * offsets)
    known.set(memory.known)
    const sums = new Int32Array(size * offsets * sumWidth)
    sums.set(memory.sums)
    memory.known = known
    memory.sums = sums
  }
  if (memory.known[cell] === 0) {
    memory.known[cell] = 1
    addWeights(weights, out, wordFeatures(memory.types, type, offset, out), memory.sums, cell * sumWidth)
  }
  return cell * sumWidth
}
