import { isSpeech } from './act'
import { isReportVerb } from './cueWords'
import { tagOf } from './model/partsOfSpeech'
import type { QuotationModelInput } from './model/quotationModelInput'
import { isFinite, verbForm } from './model/verbForms'
import type { Prose, Unit } from './prose'
import { trimmed } from './contents'
import { isCapital, type Range } from './sources'
import { finiteVerbs } from './verbGroups'
import { beForms } from './words'

/**
 * Whether a report in the past goes on behind ", and" or ", but" with another subject. It does where both clauses tell what was or had been
 * ("said the pier had closed, and the crew had not been told"), and does not where the first tells what would be and the second what
 * happened ("said she would sell, and the crowd cheered"). (PolNeAR's training and development parts: 6 of 7, and 4 of 4.)
 */
export function withJoinedClause(
  input: QuotationModelInput,
  cue: Range,
  source: Range | null,
  content: readonly Range[]
): readonly Range[] {
  const last = content.at(-1)
  const unit = input.prose.units[input.unitOf[cue.from] as number]
  // Words before the cue are who heard it ("the board … was told that"), or the report goes around its cue.
  const goesAround = content.length > 1 && !beForms.has(input.words[cue.from]!)
  if (!last || !unit || goesAround || !isReport(input, cue, last, unit)) return content
  const to = endOfReport(input, source, last, unit)
  const piece = to === last.to ? last : trimmed(input.prose, last.from, to)
  return piece ? [...content.slice(0, -1), piece] : content
}

function endOfReport(input: QuotationModelInput, source: Range | null, { from, to }: Range, unit: Unit): number {
  const join = joinAt(input, { from, to }, unit)
  const joined = join < 0 ? null : clauseAt(input, join + 2, unit.to)
  if (!joined) return to
  const tells = tenses(input, from, join)
  if (tells === 'would') return hasHappened(input, joined.verb) ? Math.min(to, join) : to
  const goesOn = tells === 'past' && to <= join && isPast(input, joined.verb)
  return goesOn && mayBeReported(input, source, joined, unit) ? unit.to : to
}

/** A verb of saying in the past, and behind it no quotation and nothing that a colon opens. */
function isReport({ words, form, prose }: QuotationModelInput, cue: Range, { from, to }: Range, unit: Unit): boolean {
  const verb = cue.to - 1
  if (from < cue.to || to > unit.to || words[from - 1] === ':' || words[verb] === ':') return false
  const isPast = form[verb] === verbForm.past || form[verb] === verbForm.participle
  if (!hearing.has(words[verb]!) && !(isPast && isReportVerb(words[verb]!))) return false
  return prose.quotationOf.subarray(from, unit.to).every((quotation) => quotation === -1)
}

const hearing = new Set(['heard', 'learned', 'learnt', 'found', 'told'])

/** The first comma before "and" or "but" and a clause of its own, in the content or right behind it; -1 for none. */
function joinAt(input: QuotationModelInput, { from, to }: Range, unit: Unit): number {
  for (let at = from + 2; at <= to && at < unit.to - 2; at++)
    if (input.words[at] === ',' && /^(?:and|but)$/.test(input.words[at + 1]!) && clauseAt(input, at + 2, unit.to))
      return at
  return -1
}

interface Clause {
  /** Where its subject begins, and its finite verb. */
  readonly from: number
  readonly verb: number
}

/** A subject of a few words without a comma, and its verb; null for what is joined without one ("and left", "and that"). */
function clauseAt({ words, form, pos }: QuotationModelInput, from: number, end: number): Clause | null {
  let verb = from
  while (verb < end && !isFinite(form[verb]!)) {
    if (verb - from > longestSubject || /^[,;:]$/.test(words[verb]!)) return null
    verb++
  }
  const isOwn = pos.subarray(from, verb).some((tag) => subjects.has(tag))
  return verb < end && isOwn && words[from] !== 'that' ? { from, verb } : null
}

const longestSubject = 9

/** Of the first and the last verb between two tokens: both tell what would be, or both what was. */
function tenses(input: QuotationModelInput, from: number, to: number): 'would' | 'past' | null {
  const verbs = finiteVerbs(input, from, to)
  if (verbs.length === 0) return null
  if (/^(?:would|will)$/.test(input.words[verbs[0]!]!)) return 'would'
  return isPast(input, verbs[0]!) && isPast(input, verbs.at(-1)!) ? 'past' : null
}

function isPast({ form, words }: QuotationModelInput, at: number): boolean {
  return form[at] === verbForm.past || /^(?:would|could)$/.test(words[at]!)
}

/** Not what was, or had been, or what is said. */
function hasHappened({ form, words }: QuotationModelInput, at: number): boolean {
  return form[at] === verbForm.past && !/^(?:was|were|had)$/.test(words[at]!)
}

/** Nobody says anything in it, and it is not about who makes the report: "Brook said the pier was shut, but she did not say why". */
function mayBeReported(input: QuotationModelInput, source: Range | null, { from, verb }: Clause, unit: Unit): boolean {
  const { words, pos, prose } = input
  for (let at = from; at < unit.to; at++)
    if (pos[at] === verbTag && isSpeech(words[at]!) && !beForms.has(words[at - 1]!)) return false
  for (let at = from; at < verb; at++) {
    if (persons.has(words[at]!)) return false
    if (source && isCapital(prose, at) && isNamed(prose, source, words[at]!)) return false
  }
  return true
}

function isNamed({ words }: Prose, { from, to }: Range, name: string): boolean {
  return words.slice(from, to).includes(name)
}

const persons = new Set('he she they it i we you this that who which'.split(' '))

const verbTag = tagOf('VERB')
const subjects: ReadonlySet<number> = new Set([tagOf('NOUN'), tagOf('PROPN'), tagOf('PRON'), tagOf('NUM')])
