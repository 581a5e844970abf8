import { withFollowingQuotes } from '../following'
import type { Rule } from '../rule'
import { isReportVerb } from '../cueWords'
import { subjectBefore } from '../sources'

/** A sentence that ends in a colon and hands the floor to the quotation after it: "Ms. Doe continued:" */
export const headingColon: Rule = {
  name: 'heading-colon',
  needsVerb: false,
  find(prose, unit) {
    const { words, units, quotationOf } = prose
    if (words[unit.to - 1] !== ':' || quotationOf[unit.to - 1] !== -1) return []
    const next = units[unit.index + 1]
    const quotation = next && prose.quotations[quotationOf[next.from] ?? -1]
    if (!next || !quotation || quotation.firstToken !== next.from || quotation.endToken < next.to - 1) return []
    const first = { from: next.from, to: quotation.endToken }
    for (let verb = unit.to - 2; verb > unit.from; verb--) {
      if (quotationOf[verb] !== -1 || !isReportVerb(words[verb] ?? '')) continue
      const subject = subjectBefore(prose, verb, unit.from)
      if (!subject) continue
      return [
        {
          content: withFollowingQuotes(prose, [first], next),
          cue: { from: subject.cueFrom, to: verb + 1 },
          source: subject.source,
          verb
        }
      ]
    }
    return []
  }
}
