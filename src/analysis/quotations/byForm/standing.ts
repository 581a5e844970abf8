import { partsOfSpeech } from '../model/partsOfSpeech'
import type { QuotationModelInput } from '../model/quotationModelInput'
import type { Unit } from '../prose'
import type { Range } from '../sources'
import { nextTurn, standingQuotation, type Said } from './said'

const fewestWords = 4
const confidence = 0.6
const verbs: ReadonlySet<number> = new Set([partsOfSpeech.indexOf('VERB'), partsOfSpeech.indexOf('AUX')])

/**
 * Sentences that are nothing but a quotation and that nobody has attributed: "Anna Berg lost her house. “I have nothing left.”"
 * One that stands right behind another closed one in its paragraph is somebody else's.
 */
export function standingQuotations(input: QuotationModelInput, said: readonly Said[]): readonly Said[] {
  const taken = takenTokens(input, said)
  const found: Said[] = []
  for (const unit of input.prose.units) {
    const whole = wholeQuotation(input, unit)
    if (!whole || taken[whole.from] || !isSentence(input, whole)) continue
    const before = found.at(-1)
    const last = before?.content.at(-1)
    // It goes on in the next paragraph alone: what stays open farther above is another one.
    const unitBefore = input.prose.units[unit.index - 1]
    const goesOn = last !== undefined && unitBefore !== undefined && last.to > unitBefore.from && isOpen(input, last)
    if (before && goesOn) found[found.length - 1] = { ...before, content: [...before.content, whole] }
    else found.push(standing(input, whole))
  }
  return found
}

/** A quotation by itself; whose turn it is depends on what stands right before it. */
export function standing(input: QuotationModelInput, whole: Range): Said {
  const isNext = whole.from > 0 && closesRightBefore(input, whole)
  return { content: [whole], cue: null, source: null, rule: isNext ? nextTurn : standingQuotation, confidence }
}

/** The sentence's quotation, when nothing but it stands in the sentence. */
export function wholeQuotation({ prose }: QuotationModelInput, { from, to, paragraph }: Unit): Range | null {
  const { quotations, quotationOf, article } = prose
  const quotation = quotations[quotationOf[from] as number]
  if (article.paragraphs[paragraph]?.role !== 'body') return null
  return quotation?.firstToken === from && quotation.endToken >= to - 1 ? { from, to: quotation.endToken } : null
}

/** Words enough, a verb, a capital and an end mark: a slogan is no sentence, nor is a title whose words all have capitals. */
function isSentence(
  { prose: { words, article, quotations, quotationOf }, pos }: QuotationModelInput,
  { from, to }: Range
): boolean {
  const quotation = quotations[quotationOf[from] as number]!
  if (!/^\p{Lu}|^\d/u.test(article.tokens[from + 1]?.text ?? '')) return false
  if (quotation.closed && !/^(?:[.!?\u2026]|\.\.\.)$/.test(words[to - 2] ?? '') && !/^[.!?]$/.test(words[to] ?? ''))
    return false
  let count = 0
  let small = 0
  let hasVerb = false
  for (let at = from; at < to; at++) {
    const { text, kind } = article.tokens[at]!
    if (kind === 'word') count++
    if (/^\p{Ll}{3}/u.test(text)) small++
    hasVerb ||= verbs.has(pos[at]!)
  }
  return count >= fewestWords && small > 0 && hasVerb
}

function closesRightBefore(
  { prose: { quotations, quotationOf }, unitOf, prose }: QuotationModelInput,
  { from }: Range
): boolean {
  const before = quotations[quotationOf[from - 1] as number]
  return (
    before?.closed === true &&
    before.endToken === from &&
    prose.units[unitOf[before.firstToken] as number]?.paragraph === prose.units[unitOf[from] as number]?.paragraph
  )
}

function isOpen({ prose: { quotations, quotationOf } }: QuotationModelInput, { to }: Range): boolean {
  return quotations[quotationOf[to - 1] as number]?.closed === false
}

/** 1 for each token of what is attributed. */
export function takenTokens({ size }: QuotationModelInput, said: readonly Said[]): Uint8Array {
  const taken = new Uint8Array(size)
  for (const { content, cue, source } of said)
    for (const range of [...content, ...(cue ? [cue] : []), ...(source ? [source] : [])])
      taken.fill(1, range.from, range.to)
  return taken
}
