import { trimmed } from '../contents'
import { isReportVerb } from '../cueWords'
import { verbForm } from '../model/verbForms'
import type { QuotationModelInput } from '../model/quotationModelInput'
import type { Unit } from '../prose'
import type { Quotation } from '../quotationMarks'
import type { Range } from '../sources'
import { standingQuotation, type Said } from './said'

const confidence = 0.7

/**
 * Headlines name who says their quotation behind a dash (`‘I was wrong’ – Holt`), or tell behind a colon what it is about
 * (`‘Nobody told us’: families seek answers`): there only a verb of saying makes the subject the speaker.
 */
export function headlineQuotes(input: QuotationModelInput, unit: Unit): readonly Said[] {
  const { article, quotations, quotationOf, words } = input.prose
  if (article.paragraphs[unit.paragraph]?.role !== 'title') return []
  for (let mark = unit.from + 1; mark < unit.to - 1; mark++) {
    const quotation = quotations[quotationOf[mark - 1] as number]
    if (quotation?.endToken !== mark || !quotation.closed || !hasVerb(input, quotation)) continue
    if (/^(?:[\u2015\u2014\u2013-]|--)$/.test(words[mark]!)) return signed(input, mark, unit)
    if (words[mark] === ':' && quotation.firstToken === unit.from && speaksOfSomebody(input, quotation))
      return [told(input, quotation, unit)]
  }
  return inverted(input, unit)
}

/** `‘Nobody told us’ about ferry, say families`: all before the comma is theirs. */
function inverted({ prose, form, words }: QuotationModelInput, unit: Unit): readonly Said[] {
  let verb = unit.to - 2
  while (verb > unit.from && words[verb - 1] !== ',') verb--
  const isQuoted = prose.quotationOf.subarray(unit.from, Math.max(unit.from, verb - 1)).some((one) => one >= 0)
  if (!isQuoted || prose.quotationOf[verb] !== -1 || !isReportVerb(words[verb]!)) return []
  const source = trimmed(prose, verb + 1, unit.to)
  if (!source || source.to - source.from > longestSource || isSentence({ prose, form }, source)) return []
  return [
    {
      content: [{ from: unit.from, to: verb - 1 }],
      cue: { from: verb, to: verb + 1 },
      source,
      rule: 'quote-then-source',
      confidence
    }
  ]
}

function hasVerb({ form }: QuotationModelInput, { firstToken, endToken }: Quotation): boolean {
  return form.subarray(firstToken, endToken).some((one) => one !== verbForm.none)
}

/** Somebody's sentence, and not the title of a book. */
function speaksOfSomebody({ words }: QuotationModelInput, { firstToken, endToken }: Quotation): boolean {
  return words.slice(firstToken, endToken).some((word) => persons.has(word))
}

const persons = new Set(
  "i i'm i’m we my me our us you your he she they it it's it’s there nobody nothing everyone everybody".split(' ')
)

/** All before the dash is said by who stands behind it, to the end. */
function signed(input: QuotationModelInput, dash: number, unit: Unit): readonly Said[] {
  const { prose, form, words } = input
  const source = trimmed(prose, dash + 1, unit.to)
  if (!source || source.to - source.from > longestSource || ofPages.has(words[source.from]!)) return []
  for (let at = unit.from; at < dash; at++) if (prose.quotationOf[at] === -1 && isReportVerb(words[at]!)) return []
  if (isSentence({ prose, form }, source)) return []
  return [
    {
      content: [{ from: unit.from, to: dash }],
      cue: { from: dash, to: dash + 1 },
      source,
      rule: 'signature',
      confidence,
      instead: { from: unit.from, to: dash }
    }
  ]
}

/** Not somebody alone: with a verb, a mark or a quotation in it. */
function isSentence({ prose, form }: Pick<QuotationModelInput, 'prose' | 'form'>, { from, to }: Range): boolean {
  // A word alone is somebody, whatever the tagger takes it for.
  const isAlone = to - from === 1
  for (let at = from; at < to; at++)
    if ((form[at] !== verbForm.none && !isAlone) || prose.quotationOf[at] !== -1 || /^[,;:?!]$/.test(prose.words[at]!))
      return true
  return false
}

const longestSource = 7
/** What pages call themselves there: "– in pictures". */
const ofPages = new Set(
  'review reviews live video videos watch podcast in as and but what how why when where here gallery pictures photos analysis opinion editorial quiz letters obituary'.split(
    ' '
  )
)

function told({ prose, words }: QuotationModelInput, { firstToken, endToken }: Quotation, unit: Unit): Said {
  const content = [{ from: firstToken, to: endToken }]
  for (let verb = endToken + 2; verb < Math.min(unit.to, endToken + 1 + longestSource); verb++) {
    if (prose.quotationOf[verb] !== -1 || /^[,;:\u2013\u2014-]$/.test(words[verb]!)) break
    if (isReportVerb(words[verb]!) || telling.has(words[verb]!))
      return {
        content,
        cue: { from: verb, to: verb + 1 },
        source: { from: endToken + 1, to: verb },
        rule: 'quote-then-source',
        confidence
      }
  }
  return { content, cue: null, source: null, rule: standingQuotation, confidence }
}

const telling = new Set('tell tells told admit admits admitted recall recalls reveal reveals'.split(' '))
