import { mapped } from '../../../util/mapped'
import type { NamedMention } from '../../analysis'

/** A distinct written name: its words in lower case, and the mentions that write it so. */
export interface WrittenName {
  readonly words: readonly string[]
  /** The same words as the text writes them, of the first mention. */
  readonly written: readonly string[]
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

/** Gathers the mentions of each distinct written name, in order of first appearance. */
export function gatherWrittenNames(text: string, names: readonly NamedMention[]): readonly WrittenName[] {
  const gathered = new Map<string, WrittenName>()
  names.forEach((mention, index) => {
    const whole = text.slice(mention.start, mention.end)
    const written = mention.type === 'person' ? personWords(whole) : wordsOf(whole)
    const words = mapped(written, (word) => word.toLowerCase())
    const key = words.join(' ')
    let entry = gathered.get(key)
    if (!entry)
      gathered.set(
        key,
        (entry = { words, written, mentions: [], votes: { person: 0, organization: 0, group: 0, place: 0 } })
      )
    entry.mentions.push(index)
    entry.votes[mention.type]++
  })
  return [...gathered.values()]
}

/** "The U.S. Supreme Court's" -> US Supreme Court: no article, dots, quotation marks or possessive. */
export function wordsOf(name: string): readonly string[] {
  const parts = name.replace(/['\u2019][sS]$|['\u2019]$/, '').split(/[\s\u00A0,"\u201C\u201D()]+/)
  const words = mapped(parts, (word) => word.replace(/\.|^[\u2018']|['\u2019]$/g, '')).filter(Boolean)
  while (words.length > 1 && generational.has(words.at(-1)!.toLowerCase())) words.pop()
  return words.length > 1 && words[0]!.toLowerCase() === 'the' ? words.slice(1) : words
}

/** The words of a person's name alone: "Dr. Jane Roe" and "Jane Roe KC" are Jane Roe. */
export function personWords(name: string): readonly string[] {
  const [, last, given] = /^(\p{Lu}[\p{L}'\u2019-]+), (\p{Lu}[\p{L}'\u2019-]+)$/u.exec(name) ?? []
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
