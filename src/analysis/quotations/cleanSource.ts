import { firstIndex } from '../../util/binarySearch'
import { tagOf } from './model/partsOfSpeech'
import type { QuotationModelInput } from './model/quotationModelInput'
import { verbForm } from './model/verbForms'
import type { Prose } from './prose'
import { isCapital, type Range } from './sources'
import { beForms, sayingDays } from './words'

/**
 * "the witness, who": the pronoun begins a clause about the source, whose end is elsewhere. A turn's label is no part of a source in it,
 * nor the number of a list ("2. PM:"), nor what stands in the next paragraph.
 */
export function cleanSource(input: QuotationModelInput, source: Range): Range {
  return withoutClause(input, withinBounds(input, source))
}

function withinBounds({ prose, unitOf }: QuotationModelInput, { from: first, to: last }: Range): Range {
  const label = prose.turns[firstIndex(prose.turns.length, (at) => prose.turns[at]!.cue.to > first)]
  const unit = prose.units[unitOf[first] as number]
  let from = label && label.source.from <= first && label.cue.to < last ? label.cue.to : first
  if (unit?.from === from && from + 2 < last && /^\d+$/.test(prose.words[from]!) && prose.words[from + 1] === '.')
    from += 2
  let to = last
  while (to - from > 1 && prose.units[unitOf[to - 1] as number]?.paragraph !== unit?.paragraph) to--
  from = beforeBrackets(prose, from, to, unit?.from ?? from)
  let end = to - from > 2 && prose.words[to - 1] === 'who' && prose.words[to - 2] === ',' ? to - 2 : to
  while (end - from > 1 && /^[.;:!?\u25a0]$/.test(prose.words[end - 1] ?? '')) end--
  while (end - from > 1 && sayingDays.has(prose.words[end - 1] ?? '')) end--
  // "“No,” was all Silk would say."
  if (end - from > 1 && prose.words[from] === 'all' && beForms.has(prose.words[from - 1] ?? '')) from++
  return { from, to: end }
}

/** "The envoy, who met the minister, said": the minister stands in a clause about the source. */
export function isInRelativeClause({ prose }: QuotationModelInput, found: Range, ruleSource: Range): boolean {
  return found.from > ruleSource.to && prose.words[ruleSource.to] === ',' && prose.words[ruleSource.to + 1] === 'who'
}

/** "Harbour Works, Inc. (NYSE: HRB)": a source that begins within brackets begins with the name before them. */
function beforeBrackets(prose: Prose, from: number, to: number, least: number): number {
  const { words } = prose
  let closing = from
  while (closing < to && words[closing] !== ')' && words[closing] !== '(') closing++
  if (closing === to || words[closing] === '(') return from
  let at = from
  while (at > least && from - at < longestInBrackets && words[at] !== '(') at--
  if (words[at] !== '(') return from
  const open = at
  while (at > least && (isCapital(prose, at - 1) || (isCapital(prose, at) && /^(?:,|&|of|and)$/.test(words[at - 1]!))))
    at--
  return at < open ? at : from
}

/** In tokens. */
const longestInBrackets = 8

/** "The crowd left and Silk said": of a source that holds a whole clause it is what stands behind its "and". */
function withoutClause({ prose: { words, quotationOf }, pos, form }: QuotationModelInput, { from, to }: Range): Range {
  let and = to - 2
  while (and > from && words[and] !== 'and') and--
  if (and <= from) return { from, to }
  let isClause = false
  for (let at = from; at < and; at++) {
    if (relatives.has(words[at]!) || quotationOf[at] !== quotationOf[from]) return { from, to }
    const isFinite = form[at] === verbForm.past || form[at] === verbForm.third
    // "states led by the north", "Ana Silk, aged 50": no clause of their own.
    isClause ||= at > from && isFinite && words[at - 1] !== ',' && pos[at + 1] !== adposition
  }
  return isClause ? { from: and + 1, to } : { from, to }
}

const relatives = new Set('who whose which that whom where'.split(' '))
const adposition = tagOf('ADP')
