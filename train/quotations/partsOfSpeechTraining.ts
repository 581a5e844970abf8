import winkModel from 'wink-eng-lite-web-model'
import wink, { type ItsFunction } from 'wink-nlp'
import type { Article } from '../../src/article'
import {
  outside,
  packTagWeights,
  partOfSpeechFeatureCount,
  partOfSpeechFeatures,
  partsOfSpeech,
  tagColumns,
  tagPartsOfSpeech,
  type PartOfSpeechModel
} from '../../src/analysis/quotations/model/partsOfSpeech'
import { codeOf, weightOf } from '../../src/analysis/quotations/model/modelFile'
import { tokenTable, type TokenTable } from '../../src/analysis/quotations/model/tokenTable'
import { shuffled } from './random'
import { finish } from '../../src/util/steps'

const rows = 1 << 14
const epochs = 5

interface TaggedArticle {
  readonly table: TokenTable
  /** A tag for each token, or -1 where wink's tokens differ from ours. */
  readonly tags: Int8Array
}

/**
 * Trains the tagger to say what wink-eng-lite-web-model says (an averaged perceptron, greedy, on its own tags of the
 * tokens before). Every twentieth article is held out; returns the model and its agreement there.
 */
export function trainPartsOfSpeech(articles: readonly Article[]): { model: PartOfSpeechModel; agreement: number } {
  const tagged = articles.map(tagWithWink)
  const held = tagged.filter((_, index) => index % 20 === 7)
  const seen = tagged.filter((_, index) => index % 20 !== 7)
  const weights = new Float32Array(rows * tagColumns)
  const sums = new Float64Array(rows * tagColumns)
  const features = new Int32Array(partOfSpeechFeatureCount)
  const scores = new Float64Array(tagColumns)
  let step = 1
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { table, tags } of shuffled(seen, epoch + 1)) {
      const said = new Uint8Array(table.size)
      for (let at = 0; at < table.size; at++, step++) {
        partOfSpeechFeatures(table, said, at, features)
        const best = bestTag(weights, features, scores)
        said[at] = best
        const right = tags[at] as number
        if (right < 0 || right === best) continue
        for (const feature of features) {
          const row = (feature & (rows - 1)) * tagColumns
          weights[row + right]! += 1
          weights[row + best]! -= 1
          sums[row + right]! += step
          sums[row + best]! -= step
        }
      }
    }
  }
  const averaged = weights.map((weight, index) => weight - (sums[index] as number) / step)
  const model = { rows, weights: packTagWeights(quantized(averaged)) }
  return { model, agreement: agreementOf(model, held) }
}

function bestTag(weights: Float32Array, features: Int32Array, scores: Float64Array): number {
  scores.fill(0)
  for (const feature of features) {
    const row = (feature & (rows - 1)) * tagColumns
    for (let tag = 0; tag < outside; tag++) scores[tag]! += weights[row + tag] as number
  }
  let best = 0
  for (let tag = 1; tag < outside; tag++) if ((scores[tag] as number) > (scores[best] as number)) best = tag
  return best
}

function tagWithWink(article: Article): TaggedArticle {
  const { text, tokens, sentences } = article
  const tags = new Int8Array(tokens.length).fill(-1)
  for (const { start, end, firstToken, endToken } of sentences) {
    const found = nlp.readDoc(text.slice(start, end)).tokens()
    const values = found.out<string>(its.value)
    const pos = found.out<string>(its.pos)
    const spaces = found.out<string>(its.precedingSpaces)
    let offset = start
    let token = firstToken
    values.forEach((value, index) => {
      offset += spaces[index]?.length ?? 0
      while (token < endToken && (tokens[token]?.start ?? 0) < offset) token++
      if (token < endToken && tokens[token]?.start === offset) {
        const tag = (partsOfSpeech as readonly string[]).indexOf(pos[index] ?? 'X')
        tags[token] = tag < 0 ? outside - 1 : tag
      }
      offset += value.length
    })
  }
  return { table: tokenTable(tokens), tags }
}

function quantized(weights: Float32Array): Int8Array {
  const sorted = weights.map(Math.abs).sort()
  const largest = sorted[Math.floor(sorted.length * 0.999)] || 1
  return Int8Array.from(weights, (weight) =>
    weightOf(codeOf(Math.max(-127, Math.min(127, Math.round((weight / largest) * 100)))))
  )
}

function agreementOf(model: PartOfSpeechModel, articles: readonly TaggedArticle[]): number {
  let right = 0
  let of = 0
  for (const { table, tags } of articles) {
    const said = finish(tagPartsOfSpeech(table, model))
    tags.forEach((tag, at) => {
      if (tag >= 0) {
        of++
        if (said[at] === tag) right++
      }
    })
  }
  return right / of
}

const nlp = wink(winkModel, ['sbd', 'pos'])
const its: Record<'value' | 'pos' | 'precedingSpaces', ItsFunction<string>> = nlp.its
