import { partsOfSpeech } from '../model/partsOfSpeech'
import { verbForm } from '../model/verbForms'
import type { QuotationModelInput } from '../model/quotationModelInput'
import type { Unit } from '../prose'
import type { Quotation } from '../quotationMarks'
import { isCapital, subjectBefore, type Range } from '../sources'
import { trimmed } from '../contents'
import { auxiliaries, pronouns } from '../words'
import { withFollowingQuotes } from '../following'
import type { Said } from './said'

const verb = partsOfSpeech.indexOf('VERB')
const longestSource = 16
const confidence = 0.7

/**
 * `"Friends, neighbours," Carl Voss began, "lend me your ears"`: between a quotation that ends with a comma and the end of the
 * sentence or the rest of the quotation stands who says it, whatever the verb; behind a whole clause it may tell where or how, too:
 * `"We sail in May," Carl Voss beamed as the rain fell`.
 */
export function anyVerb(input: QuotationModelInput, unit: Unit): readonly Said[] {
  const { prose, pos } = input
  const { words, quotations, quotationOf } = prose
  const quotation = quotations[quotationOf[unit.from] as number]
  if (quotation?.firstToken !== unit.from || !quotation.closed || !/^[,?!]$/.test(words[quotation.endToken - 2] ?? ''))
    return []
  const from = quotation.endToken
  for (let at = from + 1; at < Math.min(unit.to, from + longestSource); at++) {
    if (quotationOf[at] !== -1) return []
    // The tagger takes rare verbs for nouns: "Carl Voss sighed".
    if (pos[at] !== verb && !(/ed$/.test(words[at]!) && isCapital(prose, at - 1))) continue
    if (!endsSpeech(input, at + 1, unit) && !(isClause(input, quotation) && isMeanwhile(input, at))) continue
    const subject = subjectBefore(prose, at, from)
    if (!subject || subject.source.from !== from || !isSomebody(input, subject.source)) return []
    const next = nextPart(input, at + 1, unit)
    const first = { from: quotation.firstToken, to: from }
    const second = next && trimmed(prose, next.from, next.to)
    return [
      {
        content: withFollowingQuotes(prose, second ? [first, second] : [first], unit),
        cue: { from: subject.cueFrom, to: at + 1 },
        source: subject.source,
        rule: 'quote-then-source',
        confidence
      }
    ]
  }
  return []
}

function isSomebody({ prose }: QuotationModelInput, { from }: Range): boolean {
  return (
    isCapital(prose, from) ||
    pronouns.has(prose.words[from]!) ||
    /^(?:the|his|her|their|a|an|one|another)$/.test(prose.words[from]!)
  )
}

/** The sentence ends behind the verb, or the quotation goes on behind a comma. */
function endsSpeech({ prose: { words, quotationOf } }: QuotationModelInput, at: number, unit: Unit): boolean {
  return at >= unit.to || /^[.;:]$/.test(words[at]!) || (words[at] === ',' && (quotationOf[at + 1] as number) >= 0)
}

function nextPart({ prose: { quotations, quotationOf } }: QuotationModelInput, at: number, unit: Unit): Range | null {
  const quotation = quotations[quotationOf[at + 1] as number]
  return quotation && quotation.firstToken === at + 1 && at + 1 < unit.to
    ? { from: at + 1, to: Math.min(quotation.endToken, unit.to) }
    : null
}

function isClause({ prose: { words }, pos }: QuotationModelInput, { firstToken, endToken }: Quotation): boolean {
  return (
    pos.subarray(firstToken, endToken).includes(verb) ||
    words.slice(firstToken, endToken).some((word) => auxiliaries.has(word))
  )
}

/** Behind a verb in the past or of a third person: a comma, or a word that begins where, when or how. */
function isMeanwhile({ prose: { words }, pos, form }: QuotationModelInput, at: number): boolean {
  return (
    (form[at] === verbForm.past || form[at] === verbForm.third || /ed$/.test(words[at]!)) &&
    (words[at + 1] === ',' || circumstances.has(words[at + 1]!) || pos[at + 1] === adverb)
  )
}

const adverb = partsOfSpeech.indexOf('ADV')
const circumstances = new Set('on in at as when while after before during outside inside from with through'.split(' '))
