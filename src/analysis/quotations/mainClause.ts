import { leftOverVerb } from './leftOverVerb'
import { tagOf } from './model/partsOfSpeech'
import type { QuotationModelInput } from './model/quotationModelInput'
import { verbForm } from './model/verbForms'
import { isCapital, type Range } from './sources'
import { clauseOpeners, prepositions } from './words'

/**
 * Where the sentence goes on behind a report that belongs to its subject: "angered" of "her claim that he had paid angered the board",
 * "were" of "those who said the bridge was safe were wrong"; -1 where it does not, or the verb is not found.
 */
export function mainVerbBehind(input: QuotationModelInput, cue: Range, content: Range): number {
  const unit = input.prose.units[input.unitOf[cue.from] as number]
  if (!unit || content.from < cue.to || content.from >= unit.to) return -1
  for (let at = cue.to; at < content.from; at++) if (input.form[at] !== verbForm.none) return -1
  const end = endOfSubject(input, cue, unit.from)
  if (end < 0 || !isSubject(input, unit.from, end)) return -1
  const found = leftOverVerb(input, content.from, unit.to)
  return found > content.from && found < content.to ? found : -1
}

/** The end of what the report belongs to: a noun is its own cue, else it stands before "who said" or "claiming"; -1 where the cue is the sentence's verb. */
function endOfSubject({ pos, words, form }: QuotationModelInput, { from, to }: Range, start: number): number {
  const last = to - 1
  if (form.subarray(from, last).every((one) => one === verbForm.none)) {
    if (isNoun({ pos, words }, last)) return from
    const isGerund = words[last]!.endsWith('ing') && (form[last] === verbForm.gerund || pos[last] === noun)
    if (isGerund && (nominals.has(pos[from - 1]!) || words[from - 1] === 'those')) return from
  }
  let at = from - 1
  while (at > start && (pos[at] === adverb || pos[at] === auxiliary)) at--
  if (at <= start || !/^(?:who|which|that)$/.test(words[at]!)) return -1
  return words[at - 1] === ',' ? at - 1 : at
}

/** "The claim", "Silk's own hope": what the tagger takes for a noun in "leaders claim" is none, and what it takes for a verb in "his hope" is one. */
function isNoun({ pos, words }: Pick<QuotationModelInput, 'pos' | 'words'>, cue: number): boolean {
  let at = cue - 1
  while (pos[at] === adjective) at--
  const isBehindOwner = pos[at] === particle && /^['\u2019]s?$/.test(words[at]!) && nominals.has(pos[at - 1]!)
  if (!isBehindOwner && !determiners.has(words[at] ?? '')) return false
  // "Let's say"
  return pos[cue] === noun || (pos[cue] === verb && at === cue - 1 && (!isBehindOwner || words[cue]!.endsWith('ing')))
}

const determiners = new Set('the a an this that any his her its their our my your'.split(' '))

/** No verb stands there, nor a mark or word that opens a clause; a phrase with a preposition ends with a comma: "In May, those". */
function isSubject({ pos, words, prose }: QuotationModelInput, from: number, end: number): boolean {
  if (end <= from) return false
  let isPhrase = false
  for (let at = from; at < end; at++) {
    const word = words[at]!
    // "Tom Brook": the tagger does not know all names.
    const isVerb = pos[at] === auxiliary || (pos[at] === verb && !(at > from && isCapital(prose, at)))
    if (isVerb || prose.quotationOf[at] !== -1) return false
    if (/^[;:\u2013\u2014-]+$/.test(word) || (clauseOpeners.has(word) && !joining.has(word))) return false
    if (word === ',') isPhrase = false
    else if (at === from || words[at - 1] === ',') isPhrase = prepositions.has(word)
  }
  return !isPhrase
}

const joining = new Set(['but', 'so', 'yet'])

const noun = tagOf('NOUN')
const verb = tagOf('VERB')
const auxiliary = tagOf('AUX')
const adverb = tagOf('ADV')
const adjective = tagOf('ADJ')
const particle = tagOf('PART')
const nominals: ReadonlySet<number> = new Set([noun, tagOf('PROPN'), tagOf('PRON')])
