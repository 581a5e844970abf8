import { isCapitalized, type TaggerInput } from './taggerInput'
import { Case, type WordTypes } from './wordTypes'

/**
 * The stretches of words that can be or touch a name: from, to (half open) and the sentence of each. They are capitalised
 * words with their neighbours and up to three other words between two of them; what is left out needs no scores. Longer
 * ones than any sentence of news are cut, so that no step takes long.
 */
export function nameStretches(input: TaggerInput, types: WordTypes): Int32Array {
  const { type, words, sentenceFirst, sentenceCase } = input
  const bounds: number[] = []
  for (let s = 0; s + 1 < sentenceFirst.length; s++) {
    const first = sentenceFirst[s]!
    const last = sentenceFirst[s + 1]!
    if (first === last) continue
    if (sentenceCase[first] !== Case.Normal) {
      bounds.push(first, last, s)
      continue
    }
    for (let at = first; at < last;) {
      if (!isCapitalized(types.capitals[type[at]!]!)) {
        at++
        continue
      }
      let to = at + 1
      for (let gap = 0; to + gap < last && gap < 4;) {
        if (isCapitalized(types.capitals[type[to + gap]!]!)) {
          to += gap + 1
          gap = 0
        } else gap++
      }
      // What touches it belongs to it ("al-Aqsa", "U.S.-led"), and one word more on each side, to weigh the borders too.
      let from = at
      while (from > first && words.end[from - 1] === words.start[from]) from--
      while (to < last && words.end[to - 1] === words.start[to]) to++
      from = Math.max(from - 1, first)
      to = Math.min(to + 1, last)
      // Stretches that meet are one.
      if (bounds.length > 0 && bounds[bounds.length - 1] === s && bounds[bounds.length - 2]! >= from)
        bounds[bounds.length - 2] = to
      else bounds.push(from, to, s)
      at = to
    }
  }
  return Int32Array.from(withoutLong(bounds))
}

/** Words. */
const longestStretch = 500

function withoutLong(bounds: readonly number[]): readonly number[] {
  const cut: number[] = []
  for (let at = 0; at < bounds.length; at += 3) {
    const to = bounds[at + 1]!
    for (let from = bounds[at]!; from < to; from += longestStretch)
      cut.push(from, Math.min(from + longestStretch, to), bounds[at + 2]!)
  }
  return cut
}
