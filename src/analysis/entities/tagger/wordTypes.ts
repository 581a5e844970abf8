import type { Lexicon } from './lexicon'
import { exactHash, foldedHash, foldUnit, mix } from './hashing'
import { honorificHashes, linkHashes, locativeHashes, roleHashes, sayingHashes, sportHashes } from './wordLists'

/** How a sentence is written: capitals say nothing in a headline, and less in a line of capitals. */
export const enum Case {
  Normal,
  Capitals,
  Title
}

/** Capitals of a word: none, first letter, all letters, mixed ("McCain", "iPhone"), no letters. */
export const enum Capitals {
  Lower,
  First,
  All,
  Mixed,
  None
}

/** Distinct words (in a kind of sentence), each known by a small number; columns grow with them. */
export interface WordTypes {
  /** The number of the word at `start` to `end`. */
  of(text: string, start: number, end: number, sentenceCase: Case): number
  readonly count: () => number
  /** How many words are told apart when case, accents and the kind of sentence do not count. */
  readonly foldedCount: () => number
  folded: Int32Array
  /** A small number for each folded word, below `foldedCount`. */
  foldedId: Int32Array
  shape: Int32Array
  capitals: Uint8Array
  row: Int32Array
  flags: Uint8Array
  /** Bits of `Listed`. */
  listed: Uint8Array
  /** The first letter, in lower case. */
  initial: Uint16Array
  cluster: Uint16Array
  kind: Uint8Array
  /** Features of the word itself: `width` slots each, 0 where there is none. */
  affixes: Int32Array
}

/** Affix features a word has: prefixes of 2 to 4 and suffixes of 1 to 4 folded characters. */
export const affixWidth = 7
/** The table is made anew when it holds this many words, so that a folder of articles does not grow it for ever. */
export const mostWordTypes = 1 << 16

export const role = 128

/** The small word lists that a word stands on, see wordLists.ts. */
export const enum Listed {
  Link = 1,
  Locative = 2,
  Saying = 4,
  Sport = 8
}

/** An empty table over a lexicon. */
export function makeWordTypes(lexicon: Lexicon): WordTypes {
  let slots = new Int32Array(mostWordTypes * 2).fill(-1)
  let keys = new Int32Array(mostWordTypes)
  const slotOf = (key: number) => {
    const mask = slots.length - 1
    let slot = key & mask
    while (slots[slot] !== -1 && keys[slots[slot]!] !== key) slot = (slot + 1) & mask
    return slot
  }
  /** One article may have more words than the table has places. */
  const growTable = () => {
    const known = keys
    keys = new Int32Array(known.length * 2)
    keys.set(known)
    slots = new Int32Array(keys.length * 2).fill(-1)
    for (let type = 0; type < count; type++) slots[slotOf(keys[type]!)] = type
  }
  const foldedIds = new Map<number, number>()
  let count = 0
  const types: WordTypes = {
    count: () => count,
    foldedCount: () => foldedIds.size,
    folded: new Int32Array(1024),
    foldedId: new Int32Array(1024),
    listed: new Uint8Array(1024),
    initial: new Uint16Array(1024),
    shape: new Int32Array(1024),
    capitals: new Uint8Array(1024),
    row: new Int32Array(1024),
    flags: new Uint8Array(1024),
    cluster: new Uint16Array(1024),
    kind: new Uint8Array(1024),
    affixes: new Int32Array(1024 * affixWidth),
    of(text, start, end, sentenceCase) {
      const key = mix(exactHash(text, start, end), sentenceCase)
      const known = slots[slotOf(key)]!
      if (known !== -1) return known
      if (count === keys.length) growTable()
      const type = count++
      slots[slotOf(key)] = type
      keys[type] = key
      if (type === types.folded.length) grow(types)
      describe(types, type, lexicon, text, start, end, sentenceCase)
      const folded = types.folded[type]!
      const id = foldedIds.get(folded) ?? foldedIds.size
      if (id === foldedIds.size) foldedIds.set(folded, id)
      types.foldedId[type] = id
      return type
    }
  }
  return types
}

function grow(types: WordTypes): void {
  const wider = <T extends Int32Array | Uint16Array | Uint8Array>(old: T, Make: new (length: number) => T): T => {
    const next = new Make(old.length * 2)
    next.set(old)
    return next
  }
  types.folded = wider(types.folded, Int32Array)
  types.foldedId = wider(types.foldedId, Int32Array)
  types.listed = wider(types.listed, Uint8Array)
  types.initial = wider(types.initial, Uint16Array)
  types.shape = wider(types.shape, Int32Array)
  types.capitals = wider(types.capitals, Uint8Array)
  types.row = wider(types.row, Int32Array)
  types.flags = wider(types.flags, Uint8Array)
  types.cluster = wider(types.cluster, Uint16Array)
  types.kind = wider(types.kind, Uint8Array)
  types.affixes = wider(types.affixes, Int32Array)
}

function describe(
  types: WordTypes,
  type: number,
  lexicon: Lexicon,
  text: string,
  start: number,
  end: number,
  sentenceCase: Case
): void {
  const folded = foldedHash(text, start, end)
  const row = lexicon.row(folded)
  types.folded[type] = folded
  types.row[type] = row
  types.cluster[type] = lexicon.cluster[row]!
  types.kind[type] = lexicon.kind[row]!
  types.flags[type] = lexicon.flags[row]! | (roleHashes.has(folded) || honorificHashes.has(folded) ? role : 0)
  types.listed[type] =
    (linkHashes.has(folded) ? Listed.Link : 0) |
    (locativeHashes.has(folded) ? Listed.Locative : 0) |
    (sayingHashes.has(folded) ? Listed.Saying : 0) |
    (sportHashes.has(folded) ? Listed.Sport : 0)
  types.initial[type] = text.charAt(start).toLowerCase().charCodeAt(0)
  shapeOf(types, type, text, start, end, sentenceCase)
  const base = type * affixWidth
  const length = end - start
  let prefix = 17
  let suffix = 31
  for (let n = 1; n <= 4; n++) {
    if (length > n) {
      prefix = mix(prefix, foldUnit(text.charCodeAt(start + n - 1)))
      suffix = mix(suffix, foldUnit(text.charCodeAt(end - n)))
      if (n > 1) types.affixes[base + n - 2] = prefix
      types.affixes[base + 3 + n - 1] = suffix
    }
  }
}

/** Letters become X or x, digits 0, all else itself; runs keep two: "McCain" Xx Xx, "1,170" 0,00, "U.S." X.X. */
function shapeOf(types: WordTypes, type: number, text: string, start: number, end: number, sentenceCase: Case): void {
  let shape = mix(0x2545f491, sentenceCase)
  let previous = 0
  let run = 0
  let upper = 0
  let lower = 0
  let firstUpper = false
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    const folded = foldUnit(unit)
    let symbol = folded
    if (folded === 48) symbol = 48
    else if ((folded >= 97 && folded <= 122) || folded >= 0xc0) {
      const isUpper =
        unit < 128 ? unit < 97 : folded !== unit && String.fromCharCode(unit).toLowerCase().charCodeAt(0) !== unit
      symbol = isUpper ? 88 : 120
      if (isUpper) {
        upper++
        if (at === start) firstUpper = true
      } else lower++
    }
    run = symbol === previous ? run + 1 : 1
    previous = symbol
    if (run <= 2) shape = mix(shape, symbol)
  }
  types.shape[type] = shape
  types.capitals[type] =
    upper + lower === 0
      ? Capitals.None
      : upper === 0
        ? Capitals.Lower
        : lower === 0
          ? Capitals.All
          : firstUpper && upper === 1
            ? Capitals.First
            : Capitals.Mixed
}
