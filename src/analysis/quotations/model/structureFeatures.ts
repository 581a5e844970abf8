import type { Range } from '../sources'
import type { Hypothesis } from './hypotheses'
import { partsOfSpeech } from './partsOfSpeech'
import type { QuotationModelInput } from './quotationModelInput'
import { formsIn, isFinite, joinedForm, joinsTo, verbForm } from './verbForms'

export const structureFeatureCount = 18

const conjunction = partsOfSpeech.indexOf('CCONJ')

/**
 * How the sentence is built around a hypothesis, for the forests: which verbs its content joins on and whether they go with the
 * cue or with the content, which finite verbs it leaves over, and whether the other cues in and after it speak of the same source.
 * `others` holds the first hypothesis of each candidate cue of the unit, in order.
 */
export function structureFeatures(
  input: QuotationModelInput,
  { cue, source, content }: Hypothesis,
  unit: Range,
  others: readonly Hypothesis[],
  put: (value: number) => void
): void {
  const { form } = input
  const last = content[content.length - 1] as Range
  const ofCue = formsIn(form, cue.from, cue.to)
  const inside = verbsOf(input, content, ofCue)
  const joined = last.to < unit.to ? joinedForm(input, form, last.to, unit.to) : verbForm.none
  put(ofCue === 0 ? 0 : 31 - Math.clz32(ofCue))
  put(inside.first)
  put(inside.finite)
  put(inside.joins[2])
  put(inside.joins[3])
  put(inside.joins[4])
  put(inside.joins[1])
  put(joinsTo(joined, ofCue, inside.forms))
  put(joined)
  putLeftOver(form, cue, content, unit, put)
  putOthers(cue, source, content, others, put)
}

interface ContentVerbs {
  /** The form of the first one, and all forms as bits. */
  readonly first: number
  readonly forms: number
  /** Groups of finite verbs. */
  readonly finite: number
  /** How many verbs are joined on inside, by what they go with: see `joinsTo`. */
  readonly joins: readonly [number, number, number, number, number]
}

function verbsOf(input: QuotationModelInput, content: readonly Range[], ofCue: number): ContentVerbs {
  const { form, pos } = input
  const joins: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  let first = 0
  let forms = 0
  let finite = 0
  for (const { from, to } of content) {
    for (let at = from; at < to; at++) {
      if (pos[at] === conjunction && at > from && forms !== 0)
        joins[joinsTo(joinedForm(input, form, at, to), ofCue, forms) as 0 | 1 | 2 | 3 | 4]++
      const here = form[at] as number
      if (here === verbForm.none) continue
      if (isFinite(here) && !(at > from && isFinite(form[at - 1] as number))) finite++
      if (forms === 0) first = here
      forms |= 1 << here
    }
  }
  return { first, forms, finite, joins }
}

/** The finite verbs of the sentence that stand after both cue and content, and before both. */
function putLeftOver(
  form: Uint8Array,
  cue: Range,
  content: readonly Range[],
  unit: Range,
  put: (value: number) => void
): void {
  const start = Math.min(cue.from, (content[0] as Range).from)
  const end = Math.max(cue.to, (content[content.length - 1] as Range).to)
  let before = 0
  let after = 0
  for (let at = unit.from; at < start; at++) if (isFinite(form[at] as number)) before++
  for (let at = end; at < unit.to; at++) if (isFinite(form[at] as number)) after++
  put(after)
  put(before)
}

/** How likely cues are that stand inside of the content, with the same source, one of the content or another; the next one after it; and one whose content holds this cue. */
function putOthers(
  cue: Range,
  source: Range | null,
  content: readonly Range[],
  others: readonly Hypothesis[],
  put: (value: number) => void
): void {
  const end = (content[content.length - 1] as Range).to
  let sameInside = 0
  let ownInside = 0
  let otherInside = 0
  let next: Hypothesis | null = null
  let holder = 0
  for (const other of others) {
    const {
      cue: { from, to, probability }
    } = other
    if (from === cue.from && to === cue.to) continue
    if (content.some((piece) => from >= piece.from && from < piece.to)) {
      if (speaksInside(other, content)) ownInside = Math.max(ownInside, probability)
      else if (speaksAs(other, source)) sameInside = Math.max(sameInside, probability)
      else otherInside = Math.max(otherInside, probability)
    } else if (from >= end && (next === null || from < next.cue.from)) next = other
    if (other.content.some((piece) => cue.from >= piece.from && cue.to <= piece.to))
      holder = Math.max(holder, probability)
  }
  put(sameInside)
  put(ownInside)
  put(otherInside)
  put(next && speaksAs(next, source) ? next.cue.probability : 0)
  put(next && speaksInside(next, content) ? next.cue.probability : 0)
  put(holder)
  put(next ? next.cue.from - end + 1 : 0)
}

function speaksInside({ source }: Hypothesis, content: readonly Range[]): boolean {
  return source !== null && content.some(({ from, to }) => source.from >= from && source.to <= to)
}

function speaksAs({ source }: Hypothesis, same: Range | null): boolean {
  return source !== null && same !== null && source.from < same.to && source.to > same.from
}
