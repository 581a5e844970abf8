import type { Replaced } from './differenceBetween'

/** UTF-16 units by which places are told apart at first: so many have nearly all that is asked about. */
export const unitsOfKey = 24

/**
 * Where words are in a text, as long as little of it has been edited: an index of the text as it was, what of it is still there, and
 * what is new, which is searched.
 */
export interface TextIndex {
  /** Whether words of at least `unitsOfKey` units are somewhere else than at `at`. `text` is the present one. */
  readonly isElsewhere: (text: string, words: string, at: number) => boolean
  /** The index of the text after an edit; undefined when too much has been edited to be worth it. */
  readonly edited: (edit: Replaced) => TextIndex | undefined
}

export function textIndex(text: string): TextIndex {
  return indexOver(placesIn(text), { kept: [{ start: 0, end: text.length, shift: 0 }], length: text.length })
}

/** What is left of the indexed text in another one. */
interface Edited {
  /** Stretches of the indexed text, ascending, and by how far each has moved. */
  readonly kept: readonly Kept[]
  /** Units of the present text. */
  readonly length: number
}

interface Kept {
  readonly start: number
  readonly end: number
  readonly shift: number
}

/** More stretches, or new units, take longer to look through than a new index is worth. */
const mostKept = 64
const mostNew = 4000

function indexOver(places: Places, edited: Edited): TextIndex {
  const { kept, length } = edited
  const stretches = newStretches(edited)
  return {
    isElsewhere(text, words, at) {
      for (const { start, end } of stretches)
        if (isWithin(text.slice(start, end + words.length - 1), words, at - start)) return true
      for (let place = places.first(words); place >= 0; place = places.next(place)) {
        const present = presentPlace(kept, place)
        if (present !== at && present >= 0 && text.startsWith(words, present)) return true
      }
      return false
    },
    edited(edit) {
      const after = { kept: keptAfter(kept, edit), length: length + edit.length - (edit.end - edit.start) }
      const unitsNew = newStretches(after).reduce((sum, { start, end }) => sum + end - start, 0)
      const isWorthIt = after.kept.length <= mostKept && unitsNew <= Math.min(mostNew, after.length / 2)
      return isWorthIt ? indexOver(places, after) : undefined
    }
  }
}

function isWithin(text: string, words: string, but: number): boolean {
  const at = text.indexOf(words)
  return at >= 0 && (at !== but || text.includes(words, at + 1))
}

/** Where a key of the indexed text is now; -1 where it is not as it was any more. */
function presentPlace(kept: readonly Kept[], place: number): number {
  for (const { start, end, shift } of kept) if (place + unitsOfKey <= end) return place >= start ? place + shift : -1
  return -1
}

/** Where keys begin in the present text of which no kept stretch has the whole. */
function newStretches({ kept, length }: Edited): readonly { readonly start: number; readonly end: number }[] {
  const stretches: { start: number; end: number }[] = []
  let known = 0
  for (const { start, end, shift } of kept) {
    if (start + shift > known) stretches.push({ start: known, end: start + shift })
    known = end + shift - (unitsOfKey - 1)
  }
  const last = length - (unitsOfKey - 1)
  if (last > known) stretches.push({ start: known, end: last })
  return stretches
}

function keptAfter(kept: readonly Kept[], edit: Replaced): readonly Kept[] {
  const moved = edit.length - (edit.end - edit.start)
  return kept.flatMap(({ start, end, shift }) =>
    [
      { start, end: Math.min(end, edit.start - shift), shift },
      { start: Math.max(start, edit.end - shift), end, shift: shift + moved }
    ].filter((part) => part.end - part.start >= unitsOfKey)
  )
}

/** All places of a text from which a key's units have the same hash, the last first. -1: no more. */
interface Places {
  readonly first: (words: string) => number
  readonly next: (place: number) => number
}

function placesIn(text: string): Places {
  const count = Math.max(0, text.length - unitsOfKey + 1)
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, count)))
  const firsts = new Int32Array(size).fill(-1)
  const nexts = new Int32Array(count)
  let hash = count > 0 ? hashAt(text, 0) : 0
  for (let place = 0; place < count; place++) {
    const at = hash & (size - 1)
    nexts[place] = firsts[at]!
    firsts[at] = place
    const out = Math.imul(text.charCodeAt(place), leavingFactor)
    hash = mixed(hash - out, text.charCodeAt(place + unitsOfKey))
  }
  return {
    first: (words) => firsts[hashAt(words, 0) & (size - 1)]!,
    next: (place) => nexts[place]!
  }
}

function hashAt(text: string, place: number): number {
  let hash = 0
  for (let at = place; at < place + unitsOfKey; at++) hash = mixed(hash, text.charCodeAt(at))
  return hash
}

const factor = 0x01000193

/** The hash with one more unit at its end. */
function mixed(hash: number, unit: number): number {
  return (Math.imul(hash, factor) + unit) | 0
}

/** By what the first unit of a hash counts in it. */
const leavingFactor = power(factor, unitsOfKey - 1)

function power(base: number, exponent: number): number {
  let product = 1
  for (let count = 0; count < exponent; count++) product = Math.imul(product, base)
  return product
}
