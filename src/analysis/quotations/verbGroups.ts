import { partsOfSpeech } from './model/partsOfSpeech'
import type { QuotationModelInput } from './model/quotationModelInput'
import { isFinite, verbForm } from './model/verbForms'
import { auxiliaries } from './words'

/** The last token of the verbs that go together from `from` on: "had been told", "would never break", "shouldn't try". */
export function endOfVerbs({ pos, words, form }: QuotationModelInput, from: number, end: number): number {
  let last = from
  for (let at = from + 1; at < end && isAuxiliary(words[last]!); at++) {
    if (pos[at] === adverb || words[at] === 'not') continue
    if (form[at] === verbForm.none) break
    last = at
  }
  return last
}

/** The first of each group of verbs between two tokens that is finite. */
export function finiteVerbs(input: QuotationModelInput, from: number, to: number): readonly number[] {
  const found: number[] = []
  for (let at = from; at < to; at++) {
    if (input.form[at] === verbForm.none) continue
    if (isFinite(input.form[at]!)) found.push(at)
    at = endOfVerbs(input, at, to)
  }
  return found
}

function isAuxiliary(word: string): boolean {
  return auxiliaries.has(word) || /n['\u2019]t$/.test(word)
}

const adverb = partsOfSpeech.indexOf('ADV')
