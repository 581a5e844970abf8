import { mix } from './hashing'
import { isCapitalized, type Reading } from './reading'
import { locativeHashes, sayingHashes } from './wordLists'
import { Capitals, Case, role, type WordTypes } from './wordTypes'

/** What the rest of the article tells about a word: how it is written and what stands around it elsewhere. */
export interface Recurrence {
  /** Bits of `Seen` for a word type. */
  bits(type: number): number
}

export const enum Seen { Lower = 1, CapitalInside = 2, Often = 4, AfterRole = 8, AfterLocative = 16, BeforeSaying = 32, EndsRun = 64, StartsRun = 128, Initials = 256, AfterFirstName = 512 }

/** Reads the whole article once. */
export function findRecurrence(reading: Reading, types: WordTypes): Recurrence {
  const { type, sentenceCase, runFirst, runLast, sentenceFirst } = reading
  const bits = new Map<number, number>()
  const counts = new Map<number, number>()
  const add = (word: number, bit: number) => { bits.set(word, (bits.get(word) ?? 0) | bit) }
  const initials = new Set<number>()
  for (let s = 0; s + 1 < sentenceFirst.length; s++) {
    const first = sentenceFirst[s]!
    const last = sentenceFirst[s + 1]!
    if (sentenceCase[first] !== Case.Normal) continue
    for (let at = first; at < last; at++) {
      const t = type[at]!
      const word = types.folded[t]!
      const capitals = types.capitals[t]! as Capitals
      if (capitals === Capitals.Lower) { if (at !== first) add(word, Seen.Lower); continue }
      if (!isCapitalized(capitals)) continue
      const seen = (counts.get(word) ?? 0) + 1
      counts.set(word, seen)
      let found = seen >= 3 ? Seen.Often : 0
      if (at !== first) found |= Seen.CapitalInside
      const before = at > first ? type[at - 1]! : -1
      // "Gov. Lee": the stop is a word of its own.
      const honorific = before >= 0 && types.capitals[before] === Capitals.None && at > first + 1 ? type[at - 2]! : before
      if (honorific >= 0 && types.flags[honorific]! & role) found |= Seen.AfterRole
      if (before >= 0 && locativeHashes.has(types.folded[before]!)) found |= Seen.AfterLocative
      if (at + 1 < last && sayingHashes.has(types.folded[type[at + 1]!]!)) found |= Seen.BeforeSaying
      if (runLast[at]! - runFirst[at]! > 1) {
        if (at === runLast[at]! - 1) found |= Seen.EndsRun
        if (at === runFirst[at]!) found |= Seen.StartsRun
        if (before >= 0 && at > runFirst[at]! && types.flags[before]! & 1) found |= Seen.AfterFirstName
      }
      add(word, found)
      if (at === runFirst[at]!) initials.add(initialsOf(reading, at, runLast[at]!))
    }
  }
  return {
    bits(t) {
      const found = bits.get(types.folded[t]!) ?? 0
      return types.capitals[t] === Capitals.All && initials.has(types.folded[t]!) ? found | Seen.Initials : found
    }
  }
}

/** The hash that the run's initials would have as a word: "Environmental Protection Agency" is EPA. */
function initialsOf(reading: Reading, from: number, to: number): number {
  const { text, words } = reading
  let h = 0x811c9dc5
  const length = Math.min(to - from, 6)
  for (let at = from; at < from + length; at++) h = Math.imul(h ^ text.charAt(words.start[at]!).toLowerCase().charCodeAt(0), 0x01000193)
  return mix(h, length)
}
