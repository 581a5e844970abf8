import { showSource, type SourceText, type Span } from '../../article'

/** No more places than these are found in one text. */
export const mostOccurrences = 5000

/** More words than these are no name. UTF-16 units. */
const longestWords = 200

/**
 * Where words stand in a text, as spans of the source. Whole words only: no letter or digit beside them, so that "Bush" is in
 * "Bush's" and in "Bush-era", but not in "ambush". The case is the same ("us" is not "US"), but a first small letter may be a
 * capital, as at the beginning of a sentence. Any white space within a paragraph stands for any other; straight and curly
 * quotation marks are one.
 */
export function occurrencesOf(source: SourceText, words: string): readonly Span[] {
  const pattern = patternOf(words)
  if (!pattern) return []
  const { text, sourceSpan } = showSource(source)
  const found: Span[] = []
  for (const match of text.matchAll(pattern)) {
    found.push(sourceSpan({ start: match.index, end: match.index + match[0].length }))
    if (found.length === mostOccurrences) break
  }
  return found
}

function patternOf(words: string): RegExp | undefined {
  const parts = words.trim().split(/\s+/u).filter(Boolean)
  if (parts.length === 0 || words.length > longestWords || /\p{Cs}/u.test(words)) return undefined
  const [first, ...rest] = parts.map((part) => [...part].map(literal).join(''))
  const [initial] = words.trim()
  const capital = initial!.toUpperCase()
  const begin =
    capital !== initial && [...capital].length === 1
      ? `[${literal(initial!)}${literal(capital)}]${first!.slice(literal(initial!).length)}`
      : first!
  // One line end at most between two words: more is another paragraph.
  const between = '[^\\S\\r\\n]*(?:\\s|\\r\\n)[^\\S\\r\\n]*'
  const [left, right] = [isWordLike(words.trim().at(0)), isWordLike([...words.trim()].at(-1))]
  const edge = '[\\p{L}\\p{N}\\p{M}_]'
  return new RegExp(`${left ? `(?<!${edge})` : ''}${[begin, ...rest].join(between)}${right ? `(?!${edge})` : ''}`, 'gu')
}

function isWordLike(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}\p{M}_\uD800-\uDFFF]/u.test(character)
}

function literal(character: string): string {
  if (/['\u2018\u2019\u02BC]/.test(character)) return "['\\u2018\\u2019\\u02BC]"
  if (/["\u201C\u201D]/.test(character)) return '["\\u201C\\u201D]'
  return character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
