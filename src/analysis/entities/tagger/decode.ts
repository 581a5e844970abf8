import { kindCount } from './agreement'
import { followers, labelCount, leaders, mayBegin, mayEnd } from './labels'

/** Working space for decoding sentences, kept from one to the next. */
export interface Decoder {
  /**
   * The best labels of a sentence whose scores are `scores[from * labelCount …]`, written to `labels` from `from` on, and
   * to `posterior` how probable each kind of each word is (`kindCount` numbers). `opens`: the stretch begins its sentence.
   */
  decode(
    scores: Float32Array,
    from: number,
    length: number,
    opens: boolean,
    labels: Uint8Array,
    posterior: Float32Array
  ): void
}

/** Labels that end a name or are outside of all; after each of them may come each of the `starters`, and nothing else. */
const enders = Int32Array.from(leaders[0]!)
/** Labels that begin a name or are outside of all. */
const starters = Int32Array.from(followers[0]!)
const width = enders.length
const types = (labelCount - 1) / 4
const begins = Array.from({ length: labelCount }, (_, label) => mayBegin(label))
const ends = Array.from({ length: labelCount }, (_, label) => mayEnd(label))

/** The inner loops are written out over the lists above: most of the time of recognition is spent in them. */
export function makeDecoder(transition: Float32Array): Decoder {
  let start = labelCount * labelCount
  const expTransition = Float64Array.from(transition, (value) => Math.exp(value))
  const into = denseInto(transition)
  const expInto = denseInto(expTransition)
  const expFrom = denseFrom(expTransition)
  let room = 0
  let best = new Float64Array(0)
  let back = new Uint8Array(0)
  let exp = new Float64Array(0)
  let forward = new Float64Array(0)
  let backward = new Float64Array(labelCount)
  let earlier = new Float64Array(labelCount)
  return {
    decode(scores, from, length, opens, labels, posterior) {
      if (length > room) {
        room = length * 2
        best = new Float64Array(room * labelCount)
        back = new Uint8Array(room * labelCount)
        exp = new Float64Array(room * labelCount)
        forward = new Float64Array(room * labelCount)
      }
      // In the middle of a sentence a stretch follows a word outside of all names.
      start = opens ? labelCount * labelCount : 0
      viterbi(scores, from, length, labels)
      marginals(scores, from, length, posterior)
    }
  }

  function viterbi(scores: Float32Array, from: number, length: number, labels: Uint8Array): void {
    for (let label = 0; label < labelCount; label++)
      best[label] = begins[label] ? scores[from * labelCount + label]! + transition[start + label]! : -Infinity
    for (let t = 1; t < length; t++) {
      const o = t * labelCount
      const p = o - labelCount
      const given = (from + t) * labelCount
      for (let s = 0; s < width; s++) {
        let most = -Infinity
        let leader = 0
        for (let e = 0, at = s * width; e < width; e++, at++) {
          const value = best[p + enders[e]!]! + into[at]!
          if (value > most) {
            most = value
            leader = enders[e]!
          }
        }
        const label = starters[s]!
        best[o + label] = most + scores[given + label]!
        back[o + label] = leader
      }
      for (let type = 0; type < types; type++) {
        const begin = 1 + 4 * type
        for (let label = begin + 1; label < begin + 3; label++) {
          const fromBegin = best[p + begin]! + transition[begin * labelCount + label]!
          const fromInside = best[p + begin + 1]! + transition[(begin + 1) * labelCount + label]!
          const inside = fromInside > fromBegin
          best[o + label] = (inside ? fromInside : fromBegin) + scores[given + label]!
          back[o + label] = inside ? begin + 1 : begin
        }
      }
    }
    const o = (length - 1) * labelCount
    let label = 0
    for (let other = 1; other < labelCount; other++)
      if (ends[other] && best[o + other]! > best[o + label]!) label = other
    for (let t = length - 1; t >= 0; t--) {
      labels[from + t] = label
      label = back[t * labelCount + label]!
    }
  }

  function marginals(scores: Float32Array, from: number, length: number, posterior: Float32Array): void {
    for (let t = 0; t < length; t++) sumForward(scores, (from + t) * labelCount, t * labelCount, t === 0)
    for (let label = 0; label < labelCount; label++) backward[label] = ends[label] ? 1 : 0
    for (let t = length - 1; t >= 0; t--) {
      const o = t * labelCount
      const cell = (from + t) * kindCount
      const outside = forward[o]! * backward[0]!
      let sum = outside
      posterior[cell] = outside
      for (let type = 0, label = 1; type < types; type++, label += 4) {
        const kind =
          forward[o + label]! * backward[label]! +
          forward[o + label + 1]! * backward[label + 1]! +
          forward[o + label + 2]! * backward[label + 2]! +
          forward[o + label + 3]! * backward[label + 3]!
        posterior[cell + 1 + type] = kind
        sum += kind
      }
      if (sum > 0) for (let kind = 0; kind < kindCount; kind++) posterior[cell + kind]! /= sum
      if (t > 0) sumBackward(o)
    }
  }

  function sumForward(scores: Float32Array, given: number, o: number, first: boolean): void {
    let most = -Infinity
    for (let label = 0; label < labelCount; label++) if (scores[given + label]! > most) most = scores[given + label]!
    for (let label = 0; label < labelCount; label++) exp[o + label] = Math.exp(scores[given + label]! - most)
    let sum = 0
    if (first) {
      for (let label = 0; label < labelCount; label++)
        sum += forward[o + label] = begins[label] ? expTransition[start + label]! * exp[o + label]! : 0
    } else {
      const p = o - labelCount
      const f0 = forward[p]!,
        f1 = forward[p + 3]!,
        f2 = forward[p + 4]!,
        f3 = forward[p + 7]!,
        f4 = forward[p + 8]!,
        f5 = forward[p + 11]!,
        f6 = forward[p + 12]!,
        f7 = forward[p + 15]!,
        f8 = forward[p + 16]!
      for (let s = 0, at = 0; s < width; s++, at += width) {
        const label = o + starters[s]!
        const value =
          f0 * expInto[at]! +
          f1 * expInto[at + 1]! +
          f2 * expInto[at + 2]! +
          f3 * expInto[at + 3]! +
          f4 * expInto[at + 4]! +
          f5 * expInto[at + 5]! +
          f6 * expInto[at + 6]! +
          f7 * expInto[at + 7]! +
          f8 * expInto[at + 8]!
        sum += forward[label] = value * exp[label]!
      }
      for (let type = 0; type < types; type++) {
        const begin = 1 + 4 * type
        for (let label = begin + 1; label < begin + 3; label++) {
          const value =
            forward[p + begin]! * expTransition[begin * labelCount + label]! +
            forward[p + begin + 1]! * expTransition[(begin + 1) * labelCount + label]!
          sum += forward[o + label] = value * exp[o + label]!
        }
      }
    }
    const scale = sum > 0 ? 1 / sum : 1
    for (let label = 0; label < labelCount; label++) forward[o + label]! *= scale
  }

  function sumBackward(o: number): void {
    const b0 = exp[o]! * backward[0]!,
      b1 = exp[o + 1]! * backward[1]!,
      b2 = exp[o + 4]! * backward[4]!,
      b3 = exp[o + 5]! * backward[5]!,
      b4 = exp[o + 8]! * backward[8]!
    const b5 = exp[o + 9]! * backward[9]!,
      b6 = exp[o + 12]! * backward[12]!,
      b7 = exp[o + 13]! * backward[13]!,
      b8 = exp[o + 16]! * backward[16]!
    let total = 0
    for (let e = 0, at = 0; e < width; e++, at += width) {
      total += earlier[enders[e]!] =
        expFrom[at]! * b0 +
        expFrom[at + 1]! * b1 +
        expFrom[at + 2]! * b2 +
        expFrom[at + 3]! * b3 +
        expFrom[at + 4]! * b4 +
        expFrom[at + 5]! * b5 +
        expFrom[at + 6]! * b6 +
        expFrom[at + 7]! * b7 +
        expFrom[at + 8]! * b8
    }
    for (let type = 0; type < types; type++) {
      const begin = 1 + 4 * type
      const inside = exp[o + begin + 1]! * backward[begin + 1]!
      const last = exp[o + begin + 2]! * backward[begin + 2]!
      for (let label = begin; label < begin + 2; label++)
        total += earlier[label] =
          expTransition[label * labelCount + begin + 1]! * inside +
          expTransition[label * labelCount + begin + 2]! * last
    }
    const scale = total > 0 ? 1 / total : 1
    for (let label = 0; label < labelCount; label++) earlier[label]! *= scale
    const spent = backward
    backward = earlier
    earlier = spent
  }
}

/** The transitions from each ender, side by side, into one starter after the other. */
function denseInto(transition: Float32Array | Float64Array): Float64Array {
  return Float64Array.from(
    { length: width * width },
    (_, at) => transition[enders[at % width]! * labelCount + starters[Math.floor(at / width)]!]!
  )
}

/** The transitions into each starter, side by side, from one ender after the other. */
function denseFrom(transition: Float32Array | Float64Array): Float64Array {
  return Float64Array.from(
    { length: width * width },
    (_, at) => transition[enders[Math.floor(at / width)]! * labelCount + starters[at % width]!]!
  )
}
