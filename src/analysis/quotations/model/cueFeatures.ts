import type { FeatureWriter } from './chain'
import { mix } from './partsOfSpeech'
import type { QuotationModelInput } from './quotationModelInput'

/** What the cue model knows at a token: words, parts of speech and clusters around it, marks, and the next likely cues. */
export function cueFeatures(input: QuotationModelInput, from: number, to: number): FeatureWriter {
  const {
    word,
    suffix3,
    suffix2,
    shape,
    pos,
    marks,
    lexicon,
    cueBefore,
    cueAfter,
    cueBeforeDistance,
    cueAfterDistance,
    quoteBefore,
    quoteAfter,
    unitFlags,
    ruleCue,
    clusterFine,
    clusterCoarse
  } = input
  const w = (at: number) => (at < from ? 1 : at >= to ? 2 : (word[at] as number))
  const p = (at: number) => (at < from ? 16 : at >= to ? 17 : (pos[at] as number))
  const l = (at: number) => (at < from || at >= to ? 0 : (lexicon[at] as number))
  const c = (at: number) => (at < from ? 1 : at >= to ? 2 : (clusterFine[at] as number))
  const k = (at: number) => (at < from ? 1 : at >= to ? 2 : (clusterCoarse[at] as number))
  return (at, features) => {
    const w0 = w(at),
      w1 = w(at + 1),
      v1 = w(at - 1),
      w2 = w(at + 2),
      v2 = w(at - 2)
    const p0 = p(at),
      p1 = p(at + 1),
      q1 = p(at - 1),
      p2 = p(at + 2),
      q2 = p(at - 2)
    const c0 = c(at),
      c1 = c(at + 1),
      d1 = c(at - 1),
      k0 = k(at),
      k1 = k(at + 1),
      m1 = k(at - 1)
    const l0 = l(at)
    const mark = marks[at] as number
    const flags = unitFlags[at] as number
    let n = 0
    features[n++] = mix(1, w0, 0)
    features[n++] = mix(2, v1, 0)
    features[n++] = mix(3, w1, 0)
    features[n++] = mix(4, v2, 0)
    features[n++] = mix(5, w2, 0)
    features[n++] = mix(6, v1, w0)
    features[n++] = mix(7, w0, w1)
    features[n++] = mix(8, v1, w1)
    features[n++] = mix(9, mix(9, w0, w1), w2)
    features[n++] = mix(10, mix(10, v1, w0), w1)
    features[n++] = mix(11, p0, q1)
    features[n++] = mix(12, p0, p1)
    features[n++] = mix(13, p0 * 32 + q1, p1)
    features[n++] = mix(14, p0 * 32 + q1, q2)
    features[n++] = mix(15, p0 * 32 + p1, p2)
    features[n++] = mix(16, w0, p1)
    features[n++] = mix(17, w0, q1)
    features[n++] = mix(18, w0, q1 * 32 + p1)
    features[n++] = mix(19, w0, p1 * 32 + p2)
    features[n++] = mix(20, suffix3[at] as number, q1)
    features[n++] = mix(21, suffix2[at] as number, p0)
    features[n++] = mix(22, shape[at] as number, p0)
    features[n++] = mix(23, mark, p0)
    features[n++] = mix(24, mark, w0)
    features[n++] = mix(25, l0, q1 * 32 + p1)
    features[n++] = mix(26, l0 * 16 + l(at - 1), l(at + 1))
    features[n++] = mix(27, cueBeforeDistance[at] as number, l0)
    features[n++] = mix(28, cueAfterDistance[at] as number, l0)
    features[n++] = mix(29, cueBefore[at] as number, cueBeforeDistance[at] as number)
    features[n++] = mix(30, cueAfter[at] as number, cueAfterDistance[at] as number)
    features[n++] = mix(31, quoteBefore[at] as number, p0)
    features[n++] = mix(32, quoteAfter[at] as number, p0)
    features[n++] = mix(33, (quoteBefore[at] as number) * 16 + (quoteAfter[at] as number), l0)
    features[n++] = mix(34, flags, p0)
    features[n++] = mix(35, flags, w0)
    features[n++] = mix(36, at - from < 4 ? at - from : to - at < 4 ? 8 - (to - at) : 9, l0)
    features[n++] = mix(37, c0, 0)
    features[n++] = mix(38, c0, q1 * 32 + p1)
    features[n++] = mix(39, d1, c0)
    features[n++] = mix(40, c0, c1)
    features[n++] = mix(41, k0, k1)
    features[n++] = mix(42, m1, k0)
    features[n++] = mix(43, k0 * 256 + m1, k1)
    features[n++] = mix(44, c0, w1)
    features[n++] = mix(45, c0, k(at + 2) * 256 + k1)
    features[n++] = mix(46, d1, p0)
    features[n++] = mix(47, c1, p0)
    features[n++] = mix(48, v1, l0)
    features[n++] = mix(49, w1, l0)
    features[n++] = mix(50, v2, mix(50, v1, p0))
    features[n++] = mix(51, p0, mix(51, w1, w2))
    const rule = ruleCue[at] as number
    features[n++] = mix(52, rule, 0)
    features[n++] = mix(53, rule, w0)
    features[n++] = mix(54, rule, l0 * 32 + p0)
    features[n++] = mix(
      55,
      rule,
      mix(55, at > from ? (ruleCue[at - 1] as number) : 0, at + 1 < to ? (ruleCue[at + 1] as number) : 0)
    )
    features[n++] = mix(56, rule, mark * 64 + flags)
    return n
  }
}
