import type { Steps } from '../../../util/steps'
import { bias, unpackWeight } from './packing'
import type { TokenTable } from './tokenTable'

/** The universal parts of speech that the tagger tells apart; the index is the tag. */
export const partsOfSpeech = [
  'NOUN',
  'PROPN',
  'VERB',
  'AUX',
  'ADJ',
  'ADV',
  'PRON',
  'DET',
  'ADP',
  'PART',
  'CCONJ',
  'SCONJ',
  'NUM',
  'PUNCT',
  'X'
] as const
/** The width of a row of weights: one for each tag and one to spare, so that a row is 16 bytes. */
export const tagColumns = 16
export const outside = 15

/** The number by which the tagger knows a part of speech. */
export function tagOf(name: (typeof partsOfSpeech)[number]): number {
  return partsOfSpeech.indexOf(name)
}

/** Weights of a greedy tagger: for each of `rows` (a power of two) four numbers that hold the weights of four tags each, see `packWeights`. */
export interface PartOfSpeechModel {
  readonly rows: number
  readonly weights: Int32Array
}

export const partOfSpeechFeatureCount = 14

/** Packs weights from -127 to 127, `tagColumns` in a row. */
export function packTagWeights(weights: Int8Array): Int32Array {
  const packed = new Int32Array(weights.length >> 2)
  for (let index = 0, at = 0; index < packed.length; index++, at += 4)
    packed[index] =
      (weights[at]! + bias) |
      ((weights[at + 1]! + bias) << 8) |
      ((weights[at + 2]! + bias) << 16) |
      ((weights[at + 3]! + bias) << 24)
  return packed
}

/** What `packTagWeights` packed. */
export function unpackTagWeights(packed: Int32Array): Int8Array {
  return Int8Array.from({ length: packed.length << 2 }, (_, index) =>
    unpackWeight(packed[index >> 2] as number, (index & 3) + 1)
  )
}

/** Tags all tokens from left to right. Sentences are not parted: a full stop says enough. */
export function* tagPartsOfSpeech(table: TokenTable, model: PartOfSpeechModel): Steps<Uint8Array> {
  const tags = new Uint8Array(table.size)
  const features = new Int32Array(partOfSpeechFeatureCount)
  const sums = new Int32Array(tagColumns >> 1)
  for (let from = 0; from < table.size; from += tokensPerStep) {
    tagTokens(table, model, from, Math.min(from + tokensPerStep, table.size), tags, features, sums)
    yield
  }
  return tags
}

const tokensPerStep = 8000

function tagTokens(
  table: TokenTable,
  model: PartOfSpeechModel,
  from: number,
  to: number,
  tags: Uint8Array,
  features: Int32Array,
  sums: Int32Array
): void {
  for (let at = from; at < to; at++) {
    partOfSpeechFeatures(table, tags, at, features)
    tags[at] = bestTag(model, features, sums)
  }
}

/** Each of eight sums adds up the weights of two tags: every weight has the same bias, which changes nothing about the best. */
function bestTag({ weights, rows }: PartOfSpeechModel, features: Int32Array, sums: Int32Array): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let s4 = 0
  let s5 = 0
  let s6 = 0
  let s7 = 0
  for (let feature = 0; feature < partOfSpeechFeatureCount; feature++) {
    const row = (features[feature]! & (rows - 1)) << 2
    const w0 = weights[row]!
    const w1 = weights[row + 1]!
    const w2 = weights[row + 2]!
    const w3 = weights[row + 3]!
    s0 = (s0 + (w0 & 0xff00ff)) | 0
    s1 = (s1 + ((w0 >>> 8) & 0xff00ff)) | 0
    s2 = (s2 + (w1 & 0xff00ff)) | 0
    s3 = (s3 + ((w1 >>> 8) & 0xff00ff)) | 0
    s4 = (s4 + (w2 & 0xff00ff)) | 0
    s5 = (s5 + ((w2 >>> 8) & 0xff00ff)) | 0
    s6 = (s6 + (w3 & 0xff00ff)) | 0
    s7 = (s7 + ((w3 >>> 8) & 0xff00ff)) | 0
  }
  sums[0] = s0
  sums[1] = s1
  sums[2] = s2
  sums[3] = s3
  sums[4] = s4
  sums[5] = s5
  sums[6] = s6
  sums[7] = s7
  let best = 0
  let most = -1
  for (let tag = 0; tag < outside; tag++) {
    const sum = (sums[(tag >> 2) * 2 + (tag & 1)]! >>> ((tag & 2) * 8)) & 0xffff
    if (sum <= most) continue
    most = sum
    best = tag
  }
  return best
}

/** Fills `features` with the hashes of what is known at the token: itself, its neighbours and the two tags before. */
export function partOfSpeechFeatures(
  { word, suffix3, suffix2, shape, size }: TokenTable,
  tags: Uint8Array,
  at: number,
  features: Int32Array
): void {
  const word0 = word[at] as number
  const before = at > 0 ? (word[at - 1] as number) : 1
  const after = at + 1 < size ? (word[at + 1] as number) : 2
  const tag1 = at > 0 ? (tags[at - 1] as number) : outside
  const tag2 = at > 1 ? (tags[at - 2] as number) : outside
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
  features[10] = mix(11, at + 1 < size ? (suffix3[at + 1] as number) : 3, tag1)
  features[11] = mix(12, at + 1 < size ? (shape[at + 1] as number) : 15, shape0 * 16 + tag1)
  features[12] = mix(13, at + 2 < size ? (word[at + 2] as number) : 4, ending)
  features[13] = mix(14, ending, tag1 * 16 + tag2)
}

/** One number of three, all of whose bits depend on all of theirs. */
export function mix(template: number, first: number, second: number): number {
  let hash = Math.imul(first ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash ^ second, 0xc2b2ae35)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0x27d4eb2f)
  return hash ^ (hash >>> 16)
}
