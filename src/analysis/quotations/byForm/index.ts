import type { QuotationModelInput } from '../model/quotationModelInput'
import { meets } from '../ranges'
import type { Range } from '../sources'
import { isPartOfName, withWholeNames, type NameAt } from '../wholeNames'
import { anyVerb } from './anyVerb'
import { headlineQuotes } from './headline'
import { isNobodys } from './nobody'
import { quotedAs } from './quotedAs'
import type { Said } from './said'
import { standingQuotations, takenTokens } from './standing'
import { toldBy } from './toldBy'
import { withTurns } from './turns'

export { isHeard } from './toldBy'
export { nextTurn, standingQuotation, type Said } from './said'

/**
 * What the form of the sentences shows whatever words are used, above what the models have found: who says what a paper quotes
 * and a passive reports, which quotations are turns of their own, and those that stand without any cue.
 */
export function withForms(input: QuotationModelInput, found: readonly Said[], nameAt: NameAt): readonly Said[] {
  const { prose } = input
  const whole = (forms: readonly Said[]) => forms.flatMap((one) => withoutCuts(one, nameAt))
  const byForm = whole(
    prose.units.flatMap((unit) => [...quotedAs(prose, unit), ...toldBy(prose, unit), ...headlineQuotes(input, unit)])
  )
  const reports = found.filter((one) => !isNobodys(input, one))
  const others = reports.filter(({ cue }) => cue === null || !byForm.some((other) => takesCue(other, cue)))
  const known = takenTokens(input, [...others, ...byForm])
  const byLayout = whole(prose.units.flatMap((unit) => (known[unit.from] ? [] : anyVerb(input, unit))))
  const turns = withTurns(input, [...others, ...byForm, ...byLayout])
  return [...turns, ...standingQuotations(input, turns)]
}

/** Its cue and source cut no name, and share no word with each other or the content; nothing when they would. */
function withoutCuts(said: Said, nameAt: NameAt): readonly Said[] {
  const { cue, source, content } = said
  if (!cue) return [said]
  if (isPartOfName(cue, nameAt)) return []
  const whole = withWholeNames({ cue, source }, content, nameAt)
  const own = whole ? [whole.cue, ...(whole.source ? [whole.source] : [])] : []
  return whole && !content.some((piece) => own.some((range) => meets(piece, range))) ? [{ ...said, ...whole }] : []
}

function takesCue(other: Said, cue: Range): boolean {
  return (other.cue !== null && meets(cue, other.cue)) || (other.instead !== undefined && meets(cue, other.instead))
}
