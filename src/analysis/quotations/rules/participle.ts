import { contentAfter } from '../contents'
import { isReportParticiple } from '../cueWords'
import type { Finding, Rule } from '../rule'
import { nounPhraseAfter, subjectBefore } from '../sources'
import { adverbial } from '../words'

/** A second attribution of the same source: "…, saying talks would go on", "…, warning that it was late", ", making it clear that…". */
export const participle: Rule = {
  name: 'participle',
  needsVerb: true,
  find(prose, unit, earlier) {
    const { words, quotationOf } = prose
    const findings: Finding[] = []
    for (let verb = unit.from; verb < unit.to; verb++) {
      const madeClear = words[verb] === 'making' && words[verb + 1] === 'it' && words[verb + 2] === 'clear'
      if (quotationOf[verb] !== -1 || (!isReportParticiple(words[verb] ?? '') && !madeClear)) continue
      let before = verb - 1
      while (
        before >= unit.from &&
        (adverbial(words[before] ?? '') || words[before] === 'and' || words[before] === 'but')
      )
        before--
      if (before >= unit.from && words[before] !== ',' && !/^[\u2014\u2013]$|^--?$/.test(words[before] ?? '')) continue
      const cueTo = madeClear ? verb + 3 : verb + 1
      const content = contentAfter(prose, cueTo - 1, unit)
      const source =
        earlier.findLast(({ verb: other }) => other < verb)?.source ??
        (before < unit.from
          ? nounPhraseAfter(prose, (content?.to ?? unit.from) + 1, unit.to)
          : firstSubject(prose, unit.from, before))
      if (content && source) findings.push({ content: [content], cue: { from: verb, to: cueTo }, source, verb })
    }
    return findings
  }
}

/** The subject of the main clause, when that clause reports nothing itself: the phrase before its first verb form. */
function firstSubject(prose: Parameters<typeof subjectBefore>[0], from: number, to: number) {
  for (let at = from + 1; at < to; at++) {
    if (
      /(?:ed|[^s]s)$|^(?:is|was|were|are|has|have|had|met|went|spoke|came|left|took|gave)$/.test(
        prose.words[at] ?? ''
      ) &&
      /^\p{Ll}/u.test(prose.article.tokens[at]?.text ?? '')
    ) {
      const subject = subjectBefore(prose, at, from)
      if (subject) return subject.source
    }
  }
  return null
}
