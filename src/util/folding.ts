/** The words that a reader looks for: every one has to occur, in any order. Folded. */
export function filterWords(typed: string): readonly string[] {
  return foldLetters(typed).split(/\s+/u).filter(Boolean)
}

/** A text without regard to case, accents and other marks on letters, ligatures, and the kind of quotation marks. */
export function foldLetters(text: string): string {
  // Most texts: whole folders are folded.
  if (isAscii.test(text)) return text.toLowerCase()
  return withoutMarks(text)
    .toLowerCase()
    .replace(ownLetters, (letter) => plainLetters.get(letter) ?? letter)
}

/** As `foldLetters`, with capital letters as they are. */
export function unfoldedCase(text: string): string {
  if (isAscii.test(text)) return text
  return withoutMarks(text).replace(ownLettersOfAnyCase, (letter) => {
    const plain = plainLetters.get(letter.toLowerCase()) ?? letter
    return letter === letter.toLowerCase() ? plain : plain.toUpperCase()
  })
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u201C\u201D\u00AB\u00BB]/g, '"')
}

/** Letters that Unicode does not split into a plain letter and a mark, with what people type for them. Lower case. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['\u00F8', 'o'],
  ['\u00E6', 'ae'],
  ['\u0153', 'oe'],
  ['\u00DF', 'ss'],
  ['\u0142', 'l'],
  ['\u0111', 'd'],
  ['\u00F0', 'd'],
  ['\u00FE', 'th'],
  ['\u0131', 'i'],
  ['\u0127', 'h'],
  ['\u0167', 't'],
  ['\u014B', 'n'],
  ['\u0259', 'e']
])
const isAscii = /^[\0-\x7F]*$/
const ownLetters = new RegExp(`[${[...plainLetters.keys()].join('')}]`, 'g')
const ownLettersOfAnyCase = new RegExp(ownLetters, 'gi')

/** Whether all words are in a folded text. */
export function hasAllWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word))
}
