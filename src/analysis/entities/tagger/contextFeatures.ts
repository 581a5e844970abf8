import { mix } from './hashing'
import type { Recurrence } from './recurrence'
import { isCapitalized, type TaggerInput } from './taggerInput'
import { Case, type WordTypes } from './wordTypes'

/** At least as many as a word can have context features. */
export const mostContextFeatures = 48

/**
 * Hashes of the features of word `at` that join several words, its run of capitals, its sentence or its article;
 * `first` and `last` bound its sentence. Returns how many were written to `out`.
 */
export function contextFeatures(
  input: TaggerInput,
  types: WordTypes,
  recurrence: Recurrence,
  at: number,
  first: number,
  last: number,
  out: Int32Array
): number {
  const { type } = input
  let n = 0
  const feature = (template: number, value: number) => {
    out[n++] = mix(template * 0x1f35 + 0x7ed55d16, value)
  }
  const t0 = type[at]!
  const p1 = at > first ? type[at - 1]! : -1
  const p2 = at > first + 1 ? type[at - 2]! : -1
  const n1 = at + 1 < last ? type[at + 1]! : -1
  const n2 = at + 2 < last ? type[at + 2]! : -1
  const w0 = types.folded[t0]!
  const wp1 = p1 < 0 ? 11 : types.folded[p1]!
  const wp2 = p2 < 0 ? 12 : types.folded[p2]!
  const wn1 = n1 < 0 ? 13 : types.folded[n1]!
  const wn2 = n2 < 0 ? 14 : types.folded[n2]!
  const shape0 = types.shape[t0]!
  const cp1 = p1 < 0 ? 2001 : types.cluster[p1]!
  const c0 = types.cluster[t0]!
  const cn1 = n1 < 0 ? 2002 : types.cluster[n1]!
  const kp1 = p1 < 0 ? 301 : types.kind[p1]!
  const k0 = types.kind[t0]!
  const kn1 = n1 < 0 ? 302 : types.kind[n1]!
  const kp2 = p2 < 0 ? 303 : types.kind[p2]!
  const kn2 = n2 < 0 ? 304 : types.kind[n2]!
  const sp1 = p1 < 0 ? 1 : types.shape[p1]!
  const sn1 = n1 < 0 ? 2 : types.shape[n1]!
  const capitals = types.capitals[t0]!
  feature(1, mix(mix(sp1, shape0), sn1))
  feature(2, mix(wp1, w0))
  feature(3, mix(w0, wn1))
  feature(4, mix(mix(wp1, wn1), capitals))
  feature(5, mix(mix(wp2, wp1), capitals))
  feature(6, mix(mix(wn1, wn2), capitals))
  feature(7, mix(mix(cp1, c0), capitals))
  feature(8, mix(mix(c0, cn1), capitals))
  feature(9, mix(mix(cp1, cn1), capitals))
  feature(10, mix(wp1, shape0))
  feature(11, mix(wn1, shape0))
  feature(12, mix(mix(kp1, k0), mix(kn1, capitals)))
  feature(13, mix(mix(kp2, kp1), capitals))
  feature(14, mix(mix(kn1, kn2), capitals))
  const written = input.sentenceCase[at]!
  feature(15, mix(mix(written, shape0), at === first ? 1 : 0))
  feature(16, mix(types.folded[type[first]!]!, capitals))
  feature(17, mix(mix(input.sport, types.flags[t0]!), capitals))
  feature(18, mix(mix(input.sport, k0), capitals))
  feature(19, mix(mix(Math.min(input.words.sentence[at]!, 3), shape0), Math.min(last - first, 6)))
  if (input.phraseFlags[at]) feature(20, mix(input.phraseFlags[at], input.phrasePosition[at]!))
  n = chainFeatures(input, types, at, out, n)
  if (isCapitalized(capitals)) {
    n = runFeatures(input, types, at, first, last, out, n)
    const bits = recurrence.bits(t0)
    const doubtful = at === first || written !== Number(Case.Normal) ? 1 : 0
    feature(40, mix(bits & 7, doubtful))
    feature(41, mix(bits >> 3, capitals))
    feature(42, mix(bits, mix(doubtful, capitals)))
    feature(43, mix(bits & 0x1f8, k0))
  }
  return n
}

/** The chain of runs across small words: its first and last word, and where in it the word stands. */
function chainFeatures(input: TaggerInput, types: WordTypes, at: number, out: Int32Array, n: number): number {
  const { type, runFirst, runLast, chainFirst, chainLast } = input
  if (chainFirst[at]! < 0 || (chainFirst[at] === runFirst[at] && chainLast[at] === runLast[at])) return n
  const feature = (template: number, value: number) => {
    out[n++] = mix(template * 0x1f35 + 0x7ed55d16, value)
  }
  const from = chainFirst[at]!
  const to = chainLast[at]!
  const position = (at < runLast[from]! ? 1 : 0) + (runFirst[at]! < 0 ? 2 : 0) + (at >= runFirst[to - 1]! ? 4 : 0)
  const firstWord = type[runLast[from]! - 1]!
  const link = type[runLast[from]!]!
  const lastWord = type[to - 1]!
  feature(50, mix(types.folded[lastWord]!, position))
  feature(51, mix(mix(types.folded[firstWord]!, types.folded[link]!), position))
  feature(52, mix(mix(types.kind[firstWord]!, types.folded[link]!), mix(types.kind[lastWord]!, position)))
  feature(53, mix(mix(types.kind[lastWord]!, types.folded[link]!), position))
  return n
}

/** The run of capitalised words: its length, its first and last word, what stands before and after it. */
function runFeatures(
  input: TaggerInput,
  types: WordTypes,
  at: number,
  first: number,
  last: number,
  out: Int32Array,
  n: number
): number {
  const { type, runFirst, runLast } = input
  if (runFirst[at]! < 0) return n
  const feature = (template: number, value: number) => {
    out[n++] = mix(template * 0x1f35 + 0x7ed55d16, value)
  }
  const from = runFirst[at]!
  const to = runLast[at]!
  const length = Math.min(to - from, 5)
  const position = Math.min(at - from, 3) * 8 + Math.min(to - 1 - at, 3)
  const firstType = type[from]!
  const lastType = type[to - 1]!
  const before = from > first ? type[from - 1]! : -1
  const after = to < last ? type[to]! : -1
  const wBefore = before < 0 ? 21 : types.folded[before]!
  const wAfter = after < 0 ? 22 : types.folded[after]!
  const kBefore = before < 0 ? 305 : types.kind[before]!
  const kAfter = after < 0 ? 306 : types.kind[after]!
  feature(24, mix(length, position))
  feature(25, mix(types.folded[lastType]!, position))
  feature(26, mix(types.flags[firstType]!, mix(types.flags[lastType]!, position)))
  feature(27, mix(types.kind[firstType]!, mix(types.kind[lastType]!, position)))
  feature(28, mix(types.kind[lastType]!, position))
  feature(29, mix(types.kind[firstType]!, position))
  feature(30, mix(wBefore, mix(length, position)))
  feature(31, mix(wAfter, mix(length, position)))
  feature(32, mix(mix(kBefore, kAfter), length))
  feature(33, mix(wBefore, wAfter))
  if (to - from > 1 && to - from < 6) {
    let phrase = 7
    for (let word = from; word < to; word++) phrase = mix(phrase, types.folded[type[word]!]!)
    feature(34, mix(phrase, position))
  }
  return n
}
