import { kindCount } from './agreement'
import { followers, labelCount, leaders, mayBegin, mayEnd } from './labels'

/** Working space for decoding sentences, kept from one to the next. */
export interface Decoder {
  /**
   * The best labels of a sentence whose scores are `scores[from * labelCount …]`, written to `labels` from `from` on, and
   * to `posterior` how probable each kind of each word is (`kindCount` numbers). `opens`: the stretch begins its sentence.
   */
  decode(scores: Float32Array, from: number, length: number, opens: boolean, labels: Uint8Array, posterior: Float32Array): void
}

const begins = Array.from({ length: labelCount }, (_, label) => mayBegin(label))
const ends = Array.from({ length: labelCount }, (_, label) => mayEnd(label))

export function makeDecoder(transition: Float32Array): Decoder {
  let start = labelCount * labelCount
  const expTransition = transition.map((value) => Math.exp(value))
  let room = 0
  let best = new Float64Array(0)
  let back = new Uint8Array(0)
  let exp = new Float64Array(0)
  let forward = new Float64Array(0)
  const backward = new Float64Array(labelCount)
  const earlier = new Float64Array(labelCount)
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
    for (let t = 0; t < length; t++) {
      const o = t * labelCount
      const given = (from + t) * labelCount
      for (let label = 0; label < labelCount; label++) {
        if (t === 0) { best[label] = begins[label] ? scores[given + label]! + transition[start + label]! : -Infinity; continue }
        let most = -Infinity
        let leader = 0
        const before = leaders[label]!
        for (let b = 0; b < before.length; b++) {
          const value = best[o - labelCount + before[b]!]! + transition[before[b]! * labelCount + label]!
          if (value > most) { most = value; leader = before[b]! }
        }
        best[o + label] = most + scores[given + label]!
        back[o + label] = leader
      }
    }
    const o = (length - 1) * labelCount
    let label = 0
    for (let other = 1; other < labelCount; other++) if (ends[other] && best[o + other]! > best[o + label]!) label = other
    for (let t = length - 1; t >= 0; t--) {
      labels[from + t] = label
      label = back[t * labelCount + label]!
    }
  }

  function marginals(scores: Float32Array, from: number, length: number, posterior: Float32Array): void {
    for (let t = 0; t < length; t++) {
      const o = t * labelCount
      const given = (from + t) * labelCount
      let most = -Infinity
      for (let label = 0; label < labelCount; label++) if (scores[given + label]! > most) most = scores[given + label]!
      let sum = 0
      for (let label = 0; label < labelCount; label++) {
        const e = exp[o + label] = Math.exp(scores[given + label]! - most)
        let value = 0
        if (t === 0) value = begins[label] ? expTransition[start + label]! : 0
        else {
          const before = leaders[label]!
          for (let b = 0; b < before.length; b++) value += forward[o - labelCount + before[b]!]! * expTransition[before[b]! * labelCount + label]!
        }
        sum += forward[o + label] = value * e
      }
      const scale = sum > 0 ? 1 / sum : 1
      for (let label = 0; label < labelCount; label++) forward[o + label]! *= scale
    }
    for (let label = 0; label < labelCount; label++) backward[label] = ends[label] ? 1 : 0
    for (let t = length - 1; t >= 0; t--) {
      const o = t * labelCount
      const cell = (from + t) * kindCount
      let sum = 0
      posterior.fill(0, cell, cell + kindCount)
      for (let label = 0; label < labelCount; label++) {
        const value = forward[o + label]! * backward[label]!
        sum += value
        posterior[cell + (label === 0 ? 0 : 1 + ((label - 1) >> 2))]! += value
      }
      if (sum > 0) for (let kind = 0; kind < kindCount; kind++) posterior[cell + kind]! /= sum
      if (t === 0) break
      let total = 0
      for (let label = 0; label < labelCount; label++) {
        let value = 0
        const next = followers[label]!
        for (let n = 0; n < next.length; n++) value += expTransition[label * labelCount + next[n]!]! * exp[o + next[n]!]! * backward[next[n]!]!
        total += earlier[label] = value
      }
      const scale = total > 0 ? 1 / total : 1
      for (let label = 0; label < labelCount; label++) backward[label] = earlier[label]! * scale
    }
  }
}
