import { classAt, isWordClass } from './characters'

// Clitics are the ends of words that are tokens of their own: 's, 'd, 'm, 're, 've, 'll.

export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019
}

/** Words behind which 'd and 'm are clitics. */
const pronounsBeforeWould = new Set([
  'i',
  'you',
  'he',
  'she',
  'it',
  'we',
  'they',
  'who',
  'that',
  'there',
  'how',
  'what',
  'where',
  'why',
  'this'
])

/** Whether a clitic begins at the apostrophe `at`, behind the word that began at `from`. */
export function isCliticAt(text: string, from: number, at: number, end: number): boolean {
  const length = cliticLength(text, at, end)
  if (length === 0) return false
  const first = text.charCodeAt(at + 1) | 0x20
  if (length === 3 || first === 0x73) return true
  // 'd and 'm also end names ("Sa'd"): only behind pronouns are they clitics.
  return at - from <= 5 && pronounsBeforeWould.has(text.slice(from, at).toLowerCase())
}

/** The end of the clitic at the apostrophe `at` behind the word `before`; `at` itself when there is none. */
export function endOfClitic(text: string, at: number, end: number, before: string): number {
  const length = cliticLength(text, at, end)
  if (length === 0) return at
  const first = text.charCodeAt(at + 1) | 0x20
  return length === 3 || first === 0x73 || pronounsBeforeWould.has(before.toLowerCase()) ? at + length : at
}

/** The length of 's 'd 'm (2) or 're 've 'll (3) when no letter or figure follows; 0 otherwise. */
function cliticLength(text: string, at: number, end: number): number {
  if (at + 1 >= end) return 0
  const first = text.charCodeAt(at + 1) | 0x20
  if (first === 0x73 || first === 0x64 || first === 0x6d) return endsWord(text, at + 2, end) ? 2 : 0
  if (at + 2 >= end) return 0
  const second = text.charCodeAt(at + 2) | 0x20
  const known = ((first === 0x72 || first === 0x76) && second === 0x65) || (first === 0x6c && second === 0x6c)
  return known && endsWord(text, at + 3, end) ? 3 : 0
}

function endsWord(text: string, at: number, end: number): boolean {
  return at >= end || !isWordClass(classAt(text, at, end))
}
