import { contentBefore, onlyCircumstancesAfter, trimmed } from '../contents'
import { isReportParticiple, isReportVerb } from '../cueWords'
import { nextQuoted, withFollowingQuotes } from '../following'
import type { Prose, Unit } from '../prose'
import type { Finding, Rule } from '../rule'
import { nounPhraseAfter, subjectBefore, type Range } from '../sources'
import { beForms, prepositions } from '../words'

/** "On Tuesday in the capital," may open a sentence without being what is reported; a longer stretch is reported. */
const longestOpening = 8

/**
 * The content comes first: `"This is it," the official said.`, `"It is," said Ms. Doe.`, "Talks go on, a diplomat
 * told Reuters." An interrupted quote is one attribution: `"This," he said, "is it."`
 */
export const quoteThenSource: Rule = {
  name: 'quote-then-source',
  needsVerb: false,
  find(prose, unit) {
    const findings: Finding[] = []
    for (let verb = unit.from + 1; verb < unit.to; verb++) {
      if (
        prose.quotationOf[verb] !== -1 ||
        !isReportVerb(prose.words[verb] ?? '') ||
        isReportParticiple(prose.words[verb] ?? '')
      )
        continue
      const finding = inverted(prose, verb, unit) ?? regular(prose, verb, unit)
      if (finding) findings.push(finding)
    }
    return findings
  }
}

function regular(prose: Prose, verb: number, unit: Unit): Finding | null {
  const subject = subjectBefore(prose, verb, unit.from)
  if (!subject || subject.source.from <= unit.from) return null
  const before = subject.source.from - 1
  const quoted = endsQuoted(prose, before)
  if (!quoted && prose.words[before] !== ',') return null
  if (
    !quoted &&
    (!onlyCircumstancesAfter(prose, verb, unit) ||
      before - unit.from < (prepositions.has(prose.words[unit.from] ?? '') ? longestOpening : 3))
  )
    return null
  return finish(prose, verb, unit, subject.source, subject.cueFrom, before)
}

function inverted(prose: Prose, verb: number, unit: Unit): Finding | null {
  if (!endsQuoted(prose, verb - 1) || beForms.has(prose.words[verb - 1] ?? '')) return null
  const source = nounPhraseAfter(prose, verb + 1, unit.to)
  return source && finish(prose, verb, unit, source, verb, verb - 1)
}

function finish(
  prose: Prose,
  verb: number,
  unit: Unit,
  source: Range,
  cueFrom: number,
  before: number
): Finding | null {
  const first = contentBefore(prose, before + 1, unit)
  if (!first) return null
  const after = nextQuoted(prose, Math.max(verb + 1, source.to), unit)
  const second = after && trimmed(prose, after.from, after.to)
  const content = withFollowingQuotes(prose, second ? [first, second] : [first], unit)
  return { content, cue: { from: cueFrom, to: verb + 1 }, source, verb }
}

/** True when the token closes a quotation, or is the comma right after one. */
function endsQuoted(prose: Prose, token: number): boolean {
  const { words, quotationOf } = prose
  return (quotationOf[token] ?? -1) >= 0 || (words[token] === ',' && (quotationOf[token - 1] ?? -1) >= 0)
}
