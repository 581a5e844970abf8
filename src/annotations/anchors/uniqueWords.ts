import { differenceBetween } from './differenceBetween'
import { textIndex, unitsOfKey, type TextIndex } from './textIndex'

export { unitsOfKey } from './textIndex'

/**
 * Whether words that are at a place of a text are nowhere else in it. Many questions about one text are answered faster, and so are
 * those about what a text becomes while it is edited.
 */
export function isUnique(text: string, words: string, at: number): boolean {
  if (words === '') return false
  if (words.length < unitsOfKey) return isUniqueBySearch(text, words, at)
  if (asked.text !== text) asked = askedAbout(text)
  if (!asked.index && ++asked.questions < manyQuestions) return isUniqueBySearch(text, words, at)
  asked.index ??= textIndex(text)
  return text.startsWith(words, at) && !asked.index.isElsewhere(text, words, at)
}

function isUniqueBySearch(text: string, words: string, at: number): boolean {
  return text.indexOf(words) === at && !text.includes(words, at + 1)
}

interface Asked {
  readonly text: string
  /** Those that were asked before there was an index. */
  questions: number
  index: TextIndex | undefined
}

/** The text that was asked about last; it is kept for a while, with what is known of it. */
let asked: Asked = { text: '', questions: 0, index: undefined }

/** Making an index takes as long as about so many searches. */
const manyQuestions = 40
/** What differs more from the text before is another one. */
const mostEdited = 4000

function askedAbout(text: string): Asked {
  const edit = differenceBetween(asked.text, text)
  if (edit.end - edit.start > mostEdited || edit.length > mostEdited) return { text, questions: 0, index: undefined }
  const { questions, index } = asked
  return { text, questions, index: index?.edited(edit) }
}
