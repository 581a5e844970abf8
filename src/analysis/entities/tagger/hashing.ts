/** Mixes a value into a hash; 32 bits, the same in every engine. */
export function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x9e3779b1)
  h ^= h >>> 15
  h = Math.imul(h, 0x85ebca6b)
  return h ^ (h >>> 13)
}

/** One character as features see it: lower case, without its accent, all digits alike, one apostrophe. */
export function foldUnit(unit: number): number {
  if (unit < tableSize) return table[unit]!
  if (unit === 0x2019 || unit === 0x2bc || unit === 0x2bb) return 39
  if (unit >= 0x2010 && unit <= 0x2015) return 45
  return unit >= 0x1e00 && unit < 0x1f00 ? foldSlowly(unit) : unit
}

/** The hash of a stretch of text, folded by `foldUnit`. A final full stop of an abbreviation does not count. */
export function foldedHash(text: string, start: number, end: number): number {
  if (end - start > 2 && text.charCodeAt(end - 1) === 46) end--
  let h = 0x811c9dc5
  for (let at = start; at < end; at++) h = Math.imul(h ^ foldUnit(text.charCodeAt(at)), 0x01000193)
  return mix(h, end - start)
}

/** The hash of a stretch of text as it stands. */
export function exactHash(text: string, start: number, end: number): number {
  let h = 0x811c9dc5
  for (let at = start; at < end; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193)
  return h ^ (h >>> 15)
}

/** The hash of a phrase of folded words, for the lexicon's entries of several words. */
export function phraseHash(previous: number, word: number): number {
  return mix(previous ^ 0x5bd1e995, word)
}

const tableSize = 0x250
const table = Uint16Array.from({ length: tableSize }, (_, unit) => foldSlowly(unit))

function foldSlowly(unit: number): number {
  if (unit >= 48 && unit <= 57) return 48
  return String.fromCharCode(unit).normalize('NFD').toLowerCase().charCodeAt(0)
}
