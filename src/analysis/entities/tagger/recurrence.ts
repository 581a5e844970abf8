import { mix } from './hashing'
import { isCapitalized, type TaggerInput } from './taggerInput'
import { Capitals, Case, Listed, role, type WordTypes } from './wordTypes'

/** What the rest of the article tells about a word: how it is written and what stands around it elsewhere. */
export interface Recurrence {
  /** Bits of `Seen` for a word type. */
  bits(type: number): number
}

export const enum Seen {
  Lower = 1,
  CapitalInside = 2,
  Often = 4,
  AfterRole = 8,
  AfterLocative = 16,
  BeforeSaying = 32,
  EndsRun = 64,
  StartsRun = 128,
  Initials = 256,
  AfterFirstName = 512
}

/** Reads the whole article once. */
export function findRecurrence(input: TaggerInput, types: WordTypes): Recurrence {
  const { type, sentenceCase, runFirst, runLast, sentenceFirst } = input
  const { capitals, flags, foldedId, listed } = types
  const bits = new Uint16Array(types.foldedCount())
  const counts = new Uint8Array(types.foldedCount())
  const initials = new Set<number>()
  for (let s = 0; s + 1 < sentenceFirst.length; s++) {
    const first = sentenceFirst[s]!
    const last = sentenceFirst[s + 1]!
    if (sentenceCase[first] !== Case.Normal) continue
    for (let at = first; at < last; at++) {
      const t = type[at]!
      const word = foldedId[t]!
      if (capitals[t] === Capitals.Lower) {
        if (at !== first) bits[word]! |= Seen.Lower
        continue
      }
      if (!isCapitalized(capitals[t]!)) continue
      let found = 0
      if (counts[word]! < 2) counts[word]!++
      else found = Seen.Often
      if (at !== first) found |= Seen.CapitalInside
      const before = at > first ? type[at - 1]! : -1
      // "Gov. Lee": the stop is a word of its own.
      const honorific = before >= 0 && capitals[before] === Capitals.None && at > first + 1 ? type[at - 2]! : before
      if (honorific >= 0 && flags[honorific]! & role) found |= Seen.AfterRole
      if (before >= 0 && listed[before]! & Listed.Locative) found |= Seen.AfterLocative
      if (at + 1 < last && listed[type[at + 1]!]! & Listed.Saying) found |= Seen.BeforeSaying
      if (runLast[at]! - runFirst[at]! > 1) {
        if (at === runLast[at]! - 1) found |= Seen.EndsRun
        if (at === runFirst[at]!) found |= Seen.StartsRun
        if (before >= 0 && at > runFirst[at]! && flags[before]! & 1) found |= Seen.AfterFirstName
      }
      bits[word]! |= found
      if (at === runFirst[at]!) initials.add(initialsOf(input, types, at, runLast[at]!))
    }
  }
  return {
    bits(t) {
      const found = bits[foldedId[t]!]!
      return capitals[t] === Capitals.All && initials.has(types.folded[t]!) ? found | Seen.Initials : found
    }
  }
}

/** The hash that the run's initials would have as a word: "Environmental Protection Agency" is EPA. */
function initialsOf({ type }: TaggerInput, types: WordTypes, from: number, to: number): number {
  let h = 0x811c9dc5
  const length = Math.min(to - from, 6)
  for (let at = from; at < from + length; at++) h = Math.imul(h ^ types.initial[type[at]!]!, 0x01000193)
  return mix(h, length)
}
