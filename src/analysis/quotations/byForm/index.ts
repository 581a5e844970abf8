import type { QuotationModelInput } from '../model/quotationModelInput'
import { meets } from '../ranges'
import { quotedAs } from './quotedAs'
import type { Said } from './said'
import { standingQuotations } from './standing'
import { toldBy } from './toldBy'
import { withTurns } from './turns'

export { isHeard } from './toldBy'
export { nextTurn, standingQuotation, type Said } from './said'

/**
 * What the form of the sentences shows whatever words are used, above what the models have found: who says what a paper quotes
 * and a passive reports, which quotations are turns of their own, and those that stand without any cue.
 */
export function withForms(input: QuotationModelInput, found: readonly Said[]): readonly Said[] {
  const { prose } = input
  const byForm = prose.units.flatMap((unit) => [...quotedAs(prose, unit), ...toldBy(prose, unit)])
  const others = found.filter(({ cue }) => !byForm.some((other) => cue && other.cue && meets(cue, other.cue)))
  const turns = withTurns(input, [...others, ...byForm])
  return [...turns, ...standingQuotations(input, turns)]
}
