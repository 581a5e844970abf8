import { trimmed } from '../contents'
import type { Finding, Rule } from '../rule'
import { subjectBefore } from '../sources'
import { beForms } from '../words'

const namingVerbs = new Set(
  'called calls call dubbed dubs labeled labelled described describes branded termed'.split(' ')
)

/** Somebody's own word for a thing, in quotation marks: "what diplomats called a “last try”". The content is the name alone. */
export const naming: Rule = {
  name: 'naming',
  needsVerb: false,
  find(prose, unit) {
    const { words, quotationOf, quotations } = prose
    const findings: Finding[] = []
    for (let verb = unit.from + 1; verb < unit.to; verb++) {
      if (quotationOf[verb] !== -1 || !namingVerbs.has(words[verb] ?? '')) continue
      let from = verb + 1
      if (words[from] === 'as') from++
      const afterArticle = /^(?:an?|the)$/.test(words[from] ?? '') ? from + 1 : from
      const quotation = quotations[quotationOf[afterArticle] ?? -1]
      const subject = subjectBefore(prose, verb, unit.from)
      if (!quotation || !subject || beForms.has(words[verb - 1] ?? '')) continue
      const content = trimmed(prose, from, Math.min(quotation.endToken, unit.to))
      if (content)
        findings.push({
          content: [content],
          cue: { from: subject.cueFrom, to: verb + 1 },
          source: subject.source,
          verb
        })
    }
    return findings
  }
}
