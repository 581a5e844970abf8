import { mapped } from '../../../util/mapped'

/** A distinct written name: its words in lower case, and the mentions that write it so. */
export interface WrittenName {
  readonly words: readonly string[]
  /** The same words as the text writes them, of the first mention. */
  readonly written: readonly string[]
  /** What tells its bearer from others of the same written name (`Distinction.kind`); null when nothing has to. */
  readonly toldApart: string | null
  /** How it is shown where its mentions alone do not tell who is meant: "Mrs. Berg", "Tom Barrow". */
  readonly shown: string | null
  readonly mentions: number[]
  readonly votes: { person: number; organization: number; group: number; place: number }
}

const generational = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'junior'])
/** Forms of address that a recogniser may take for a person's first name. */
const addresses = new Set('mr mrs ms miss messrs mme dr prof'.split(' '))
/** Degrees and honours behind a name, without full stops; in these capitals alone, since "Kc" or "Md" may be names. */
const postNominals = new Set('KC QC MP MEP MSP MD PhD DPhil MBA Esq OBE CBE MBE KBE DBE FRS CPA'.split(' '))

/** True for "KC" and "PhD" behind a name. */
export function isPostNominal(word: string): boolean {
  return postNominals.has(word.replaceAll('.', ''))
}

/** "The U.S. Supreme Court's" -> US Supreme Court: no article, dots, quotation marks or possessive. */
export function wordsOf(name: string): readonly string[] {
  const parts = name.replace(/['\u2019][sS]$|['\u2019]$/, '').split(/[\s\u00A0,"\u201C\u201D()]+/)
  const words = mapped(parts, (word) => word.replace(/\.|^[\u2018']|['\u2019]$/g, '')).filter(Boolean)
  while (words.length > 1 && generational.has(words.at(-1)!.toLowerCase())) words.pop()
  return words.length > 1 && words[0]!.toLowerCase() === 'the' ? words.slice(1) : words
}

const lastNameFirst = /^(\p{Lu}[\p{L}'\u2019-]+), (\p{Lu}[\p{L}'\u2019-]+)$/u

/** The words of a person's name alone: "Dr. Jane Roe" and "Jane Roe KC" are Jane Roe. */
export function personWords(name: string): readonly string[] {
  const [, last, given] = (name.includes(', ') && lastNameFirst.exec(name)) || []
  // "Marsh, Donald"
  if (last !== undefined && given !== undefined && !generational.has(given.toLowerCase()) && !postNominals.has(given))
    return [given, last]
  const words = wordsOf(name)
  let first = 0
  let end = words.length
  while (end - first > 1 && addresses.has(words[first]!.toLowerCase())) first++
  while (end - first > 1 && (postNominals.has(words[end - 1]!) || generational.has(words[end - 1]!.toLowerCase())))
    end--
  return words.slice(first, end)
}

/** A person's name as it is shown: without the form of address before it. */
export function withoutAddress(name: string): string {
  const [, before, rest] = /^(\p{L}+)\.?\s+(\S.*)$/su.exec(name) ?? []
  return before && rest && isAddress(before) ? rest : name
}

/** True for "Ms", "Dr." and their like. */
export function isAddress(word: string): boolean {
  return addresses.has(word.replace(/\.$/, '').toLowerCase())
}

/** The form of address or title before a name, or at its beginning, as the text writes it; empty where there is none. */
export function addressBefore(text: string, start: number, end: number): string {
  const within = /^\p{L}{2,5}\.?(?=\s)/u.exec(text.slice(start, Math.min(end, start + 8)))?.[0]
  if (within && isAddress(within)) return within
  const words = text.slice(Math.max(0, start - 24), start).trimEnd()
  // The word's beginning is looked for from its end: a pattern would try every word before it.
  let first = words.endsWith('.') ? words.length - 1 : words.length
  while (first > 0 && words[first - 1]! > ' ' && wordPart.test(words[first - 1]!)) first--
  return first < words.length && words[first] !== '.' ? words.slice(first) : ''
}

/** A letter, or half of one beyond the basic plane. */
const wordPart = /[\p{L}\uD800-\uDFFF]/u

/** True for "jr", "sr", "ii" and their like. */
export function isGeneration(word: string): boolean {
  return generational.has(word)
}

/** "jr" of "John Marsh Jr."; null for a name that tells no generation. */
export function generationOf(name: string): string | null {
  const last = /(\p{L}+)\.?$/u.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  return generational.has(last) ? last : null
}
