import { contentAfter } from '../contents'
import { isReportParticiple, isReportVerb } from '../cueWords'
import { withFollowingQuotes } from '../following'
import type { Prose, Unit } from '../prose'
import type { Finding, Rule } from '../rule'
import { subjectBefore } from '../sources'
import { beForms, determiners } from '../words'

/** "Officials said (that) talks would go on", "he insisted on “a full stop”", `she warned: "Not now."` */
export const sourceThenContent: Rule = {
  name: 'source-then-content',
  needsVerb: true,
  find(prose, unit) {
    const findings: Finding[] = []
    for (let verb = unit.from + 1; verb < unit.to; verb++) {
      const word = prose.words[verb] ?? ''
      if (
        prose.quotationOf[verb] !== -1 ||
        !isReportVerb(word) ||
        isReportParticiple(word) ||
        isNoun(prose, verb) ||
        prose.words[verb + 1] === 'by'
      )
        continue
      const finding = findAt(prose, verb, unit)
      if (finding) findings.push(finding)
    }
    return findings
  }
}

function findAt(prose: Prose, verb: number, unit: Unit): Finding | null {
  const subject = subjectBefore(prose, verb, unit.from)
  if (!subject) return null
  for (let at = subject.cueFrom; at < verb; at++) if (beForms.has(prose.words[at] ?? '')) return null
  const cueTo =
    /^(?:on|for|about|upon)$/.test(prose.words[verb + 1] ?? '') &&
    /^(?:call|insist|urg|press|push|argu|ask)/.test(prose.words[verb] ?? '')
      ? verb + 2
      : verb + 1
  const content = contentAfter(prose, cueTo - 1, unit)
  if (!content) return null
  return {
    content: withFollowingQuotes(prose, [content], unit),
    cue: { from: subject.cueFrom, to: cueTo },
    source: subject.source,
    verb
  }
}

/** "the reports", "its claims": no verbs. */
function isNoun(prose: Prose, at: number): boolean {
  return determiners.has(prose.words[at - 1] ?? '') || /^(?:of|to|through|['\u2019]s?)$/.test(prose.words[at - 1] ?? '')
}
