import { functionWords, ownLetters } from './functionWords'
import { languageOfScript, sharedScripts } from './scripts'

/** The language of which the rules and models are. */
export const readLanguage = 'en'

/** Whether the rules and models know an article's language; what is not sure is taken for it. */
export function isReadLanguage({ language }: { readonly language: string | null }): boolean {
  return language === null || language === readLanguage
}

/**
 * The language that most of a text is in, as a BCP 47 tag; null when the text does not tell, as a very short one. Told by its script,
 * or by the most frequent words of 35 languages in Latin letters. Its beginning decides. What may be English is never taken for
 * another language. Pure, takes time in proportion to the text, at most a millisecond or two.
 */
export function detectLanguage(text: string): string | null {
  const beginning = text.slice(0, readLength)
  const letters = count(beginning, /\p{L}/gu)
  if (letters < fewestLetters) return null
  const latin = count(beginning, /\p{sc=Latin}/gu)
  return latin * 2 >= letters ? byWords(beginning) : byScript(beginning, letters)
}

const readLength = 6000
const fewestLetters = 12

function byScript(text: string, letters: number): string | null {
  for (const { script, languages, otherwise } of sharedScripts) {
    const ofScript = count(text, script)
    if (ofScript * 2 < letters) continue
    const found = languages.find(({ signs, fewest }) => count(text, signs) * 100 >= fewest * ofScript)
    return found?.language ?? otherwise
  }
  return languageOfScript.find(([script]) => count(text, script) * 2 >= letters)?.[1] ?? null
}

const fewestHits = 5
const fewestDistinct = 3
/** How much of a text the frequent words of its language are, at least. */
const lowestShare = 0.1
/** How much more another language must say than English does. */
const aboveEnglish = 1.5

function byWords(text: string): string | null {
  const words =
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}]+(?:['\u2019][\p{L}\p{M}]+)*/gu) ?? []
  const hits = new Map<string, Hits>()
  for (const word of words) {
    for (const part of partsOf(word)) {
      const languages = languagesOf.get(part)
      if (languages) for (const language of languages) addHit(hits, language, part, 1 + 1 / languages.length)
    }
    if (/[^a-z'\u2019]/.test(word))
      for (const [letters, language] of ownLetters) if (letters.test(word)) addHit(hits, language, word, 1.5)
  }
  const english = hits.get(readLanguage)?.count ?? 0
  let best: string | null = null
  let worth = 0
  for (const [language, found] of hits)
    if (found.worth > worth) {
      best = language
      worth = found.worth
    }
  if (best === null) return null
  const { count: found, words: distinct } = hits.get(best)!
  if (best === readLanguage) return found >= 2 ? best : null
  if (found < fewestHits || distinct.size < fewestDistinct || found < words.length * lowestShare) return null
  return found >= english * aboveEnglish ? best : null
}

interface Hits {
  count: number
  worth: number
  readonly words: Set<string>
}

function addHit(hits: Map<string, Hits>, language: string, word: string, worth: number): void {
  const found = hits.get(language) ?? { count: 0, worth: 0, words: new Set() }
  hits.set(language, found)
  found.count++
  found.worth += worth
  // Single letters are initials and abbreviations ("U.S.") in tables of results.
  if (word.length > 1) found.words.add(word)
}

/** "l'année" is two words. */
function partsOf(word: string): readonly string[] {
  const mark = word.search(/['\u2019]/)
  return mark < 0 ? [word] : [word, word.slice(0, mark), word.slice(mark + 1)]
}

const languagesOf: ReadonlyMap<string, readonly string[]> = wordTable()

function wordTable(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>()
  for (const [language, list] of Object.entries(functionWords))
    for (const word of new Set(list.split(' '))) table.set(word, [...(table.get(word) ?? []), language])
  return table
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  pattern.lastIndex = 0
  while (pattern.test(text)) found++
  return found
}
