import { firstIndex } from '../util/binarySearch'
import { bytesTogether } from '../util/bytesTogether'
import { foldLetters } from '../util/folding'
import type { FolderArticle } from '../workspace/folderArticle'

/**
 * An article's text, folded, in a byte for each UTF-16 unit, so that the texts of a whole folder stay in memory and are looked through
 * at once. What is no ASCII keeps its last seven bits alone: a find of such units has to be looked at again.
 */
export interface PackedText {
  readonly units: Uint8Array
  /**
   * The letters of which folding makes more or fewer units, in order, four numbers for each: where its units begin, how many they are,
   * where it stands in the text, and its length there.
   */
  readonly uneven: Uint32Array
}

const packed = new WeakMap<FolderArticle, PackedText>()
const stored = bytesTogether()

/** Whether `packedText` gives a text without unpacking the article. */
export function isPacked(article: FolderArticle): boolean {
  return packed.has(article)
}

/** Made once for an article. */
export function packedText(article: FolderArticle): PackedText {
  const known = packed.get(article)
  if (known) return known
  const made = packText(article.text)
  packed.set(article, made)
  return made
}

/** Where a unit comes from in the text. */
export function placeInText({ uneven }: PackedText, unit: number): number {
  if (uneven.length === 0) return unit
  const before = firstIndex(uneven.length / 4, (letter) => uneven[4 * letter]! > unit) - 1
  if (before < 0) return unit
  const [begin = 0, count = 0, start = 0, length = 0] = uneven.subarray(4 * before, 4 * before + 4)
  return unit < begin + count ? start : start + length + (unit - begin - count)
}

/** How the units of a folded word are packed; `isExact`: what is found of them are these very units. */
export function packWord(folded: string): { readonly units: Uint8Array; readonly isExact: boolean } {
  return {
    units: Uint8Array.from({ length: folded.length }, (_, at) => packedUnit(folded.charCodeAt(at))),
    isExact: !/[^\0-\x7F]/.test(folded)
  }
}

function packText(text: string): PackedText {
  // Some room: a letter may become several.
  let units = new Uint8Array(text.length)
  let size = 0
  const uneven: number[] = []
  const add = (unit: number) => {
    if (size === units.length) {
      const longer = new Uint8Array(2 * size + 16)
      longer.set(units)
      units = longer
    }
    units[size++] = packedUnit(unit)
  }
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) {
      add(unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit)
      at++
      continue
    }
    const letter = String.fromCodePoint(text.codePointAt(at)!)
    const folded = foldedLetter(letter)
    if (folded.length !== letter.length) uneven.push(size, folded.length, at, letter.length)
    for (let place = 0; place < folded.length; place++) add(folded.charCodeAt(place))
    at += letter.length
  }
  return { units: stored(units.subarray(0, size)), uneven: Uint32Array.from(uneven) }
}

const letters = new Map<string, string>()

function foldedLetter(letter: string): string {
  const known = letters.get(letter)
  if (known !== undefined) return known
  const folded = foldLetters(letter)
  letters.set(letter, folded)
  return folded
}

function packedUnit(unit: number): number {
  return unit < 0x80 ? unit : 0x80 | (unit & 0x7f)
}
