/** Where a word begins in units, from `from` on; -1 for nowhere. */
export type WordFinder = (units: Uint8Array, from: number) => number

/** Finds a word of at least one unit. Looks at the end of the word first, and skips what cannot have it (Horspool). */
export function wordFinder(word: Uint8Array): WordFinder {
  const { length } = word
  const last = word[length - 1]!
  if (length === 1) return (units, from) => units.indexOf(last, from)
  if (length === 2) return pairFinder(word[0]!, last)
  const skips = new Int32Array(256).fill(length)
  for (let at = 0; at < length - 1; at++) skips[word[at]!] = length - 1 - at
  return (units, from) => {
    for (let at = from + length - 1; at < units.length; at += skips[units[at]!]!) {
      if (units[at] !== last) continue
      const start = at - length + 1
      let same = 0
      while (same < length - 1 && units[start + same] === word[same]) same++
      if (same >= length - 1) return start
    }
    return -1
  }
}

/** Two letters are most of what is typed first: a table of skips takes longer than to look at every second unit. */
function pairFinder(first: number, last: number): WordFinder {
  return (units, from) => {
    for (let at = from + 1; at < units.length;) {
      const unit = units[at]!
      if (unit === last && units[at - 1] === first) return at - 1
      at += unit === first ? 1 : 2
    }
    return -1
  }
}
