import type { TokenTable } from './tokenTable'

/** The universal parts of speech that the tagger tells apart; the index is the tag. */
export const partsOfSpeech = ['NOUN', 'PROPN', 'VERB', 'AUX', 'ADJ', 'ADV', 'PRON', 'DET', 'ADP', 'PART', 'CCONJ', 'SCONJ', 'NUM', 'PUNCT', 'X'] as const
/** The width of a row of weights: one for each tag and one to spare, so that a row is 16 bytes. */
export const tagColumns = 16
export const outside = 15

/** Weights of a greedy tagger, `tagColumns` for each of `rows` (a power of two). */
export interface PartOfSpeechModel {
  readonly rows: number
  readonly weights: Int8Array | Float32Array
}

export const partOfSpeechFeatureCount = 14

/** Tags all tokens from left to right. Sentences are not parted: a full stop says enough. */
export function tagPartsOfSpeech(table: TokenTable, model: PartOfSpeechModel): Uint8Array {
  const tags = new Uint8Array(table.size)
  const features = new Int32Array(partOfSpeechFeatureCount)
  const scores = new Float64Array(tagColumns)
  const { weights, rows } = model
  for (let at = 0; at < table.size; at++) {
    partOfSpeechFeatures(table, tags, at, features)
    tags[at] = bestTag(weights, rows, features, scores)
  }
  return tags
}

export function bestTag(weights: Int8Array | Float32Array, rows: number, features: Int32Array, scores: Float64Array): number {
  scores.fill(0)
  for (let feature = 0; feature < partOfSpeechFeatureCount; feature++) {
    const row = ((features[feature] as number) & (rows - 1)) * tagColumns
    for (let tag = 0; tag < outside; tag++) scores[tag] = (scores[tag] as number) + (weights[row + tag] as number)
  }
  let best = 0
  for (let tag = 1; tag < outside; tag++) if ((scores[tag] as number) > (scores[best] as number)) best = tag
  return best
}

/** Fills `features` with the hashes of what is known at the token: itself, its neighbours and the two tags before. */
export function partOfSpeechFeatures({ word, suffix3, suffix2, shape, size }: TokenTable, tags: Uint8Array, at: number, features: Int32Array): void {
  const word0 = word[at] as number
  const before = at > 0 ? word[at - 1] as number : 1
  const after = at + 1 < size ? word[at + 1] as number : 2
  const tag1 = at > 0 ? tags[at - 1] as number : outside
  const tag2 = at > 1 ? tags[at - 2] as number : outside
  const ending = suffix3[at] as number
  const shape0 = shape[at] as number
  features[0] = mix(1, word0, 0)
  features[1] = mix(2, before, 0)
  features[2] = mix(3, after, 0)
  features[3] = mix(4, ending, 0)
  features[4] = mix(5, suffix2[at] as number, shape0)
  features[5] = mix(6, shape0, tag1)
  features[6] = mix(7, tag1, tag2)
  features[7] = mix(8, word0, tag1)
  features[8] = mix(9, word0, after)
  features[9] = mix(10, before, ending)
  features[10] = mix(11, at + 1 < size ? suffix3[at + 1] as number : 3, tag1)
  features[11] = mix(12, at + 1 < size ? shape[at + 1] as number : 15, shape0 * 16 + tag1)
  features[12] = mix(13, at + 2 < size ? word[at + 2] as number : 4, ending)
  features[13] = mix(14, ending, tag1 * 16 + tag2)
}

/** One number of three, all of whose bits depend on all of theirs. */
export function mix(template: number, first: number, second: number): number {
  let hash = Math.imul(first ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash ^ second, 0xc2b2ae35)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0x27d4eb2f)
  return hash ^ hash >>> 16
}
