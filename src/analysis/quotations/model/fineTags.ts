import { tagOf } from './partsOfSpeech'
import { verbForm, type TaggedWords } from './verbForms'

const verb = tagOf('VERB')
const auxiliary = tagOf('AUX')
const pronoun = tagOf('PRON')
const adposition = tagOf('ADP')
const conjunction = tagOf('CCONJ')
const mark = tagOf('PUNCT')

/** Tags beside those of `partsOfSpeech` and the two numbers (16, 17) that stand for what lies outside; all fit in five bits. */
const fine = {
  gerund: 18,
  past: 19,
  infinitive: 20,
  third: 21,
  modal: 22,
  comma: 23,
  quote: 24,
  dash: 25,
  stop: 26,
  subject: 27,
  relative: 28,
  of: 29,
  butOr: 30,
  to: 31
} as const

const byForm = new Map<number, number>([
  [verbForm.gerund, fine.gerund],
  [verbForm.past, fine.past],
  [verbForm.participle, fine.past],
  [verbForm.infinitive, fine.infinitive],
  [verbForm.third, fine.third]
])
const marks = new Map<string, number>([
  [',', fine.comma],
  ...['"', '\u201c', '\u201d', '\u2018', '\u2019', "'", '`', "''", '``'].map((word) => [word, fine.quote] as const),
  ...['-', '--', '\u2013', '\u2014'].map((word) => [word, fine.dash] as const),
  ...['.', '?', '!', '...'].map((word) => [word, fine.stop] as const)
])
const pronouns = new Map<string, number>([
  ...['he', 'she', 'they', 'i', 'we'].map((word) => [word, fine.subject] as const),
  ...['who', 'which', 'that'].map((word) => [word, fine.relative] as const)
])

/** Parts of speech told apart further where clauses begin and end: verbs by form, marks and a few small words by what they are. */
export function fineTags({ words, pos }: TaggedWords, form: Uint8Array): Uint8Array {
  const found = Uint8Array.from(pos)
  for (let at = 0; at < pos.length; at++) {
    const tag = pos[at] as number
    if (tag === verb) found[at] = byForm.get(form[at] as number) ?? verb
    else if (tag === auxiliary) found[at] = form[at] === verbForm.modal ? fine.modal : auxiliary
    else if (tag === mark) found[at] = marks.get(words[at] as string) ?? mark
    else if (tag === pronoun) found[at] = pronouns.get(words[at] as string) ?? pronoun
    else if (tag === adposition && words[at] === 'of') found[at] = fine.of
    else if (tag === conjunction && (words[at] === 'but' || words[at] === 'or')) found[at] = fine.butOr
    else if (words[at] === 'to') found[at] = fine.to
  }
  return found
}
