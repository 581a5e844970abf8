import { contentBefore, trimmed } from '../contents'
import type { Prose, Unit } from '../prose'
import type { Finding, Rule } from '../rule'
import { nounPhraseAfter } from '../sources'

/** "According to officials, talks will go on." and "Talks will go on, according to a person close to them." */
export const accordingTo: Rule = {
  name: 'according-to',
  needsVerb: false,
  find(prose, unit) {
    const findings: Finding[] = []
    for (let at = unit.from; at + 1 < unit.to; at++) {
      if (prose.words[at] !== 'according' || prose.words[at + 1] !== 'to' || prose.quotationOf[at] !== -1) continue
      const source = nounPhraseAfter(prose, at + 2, unit.to)
      const content =
        source && (at === unit.from ? contentAfterSource(prose, source.to, unit) : contentBefore(prose, at, unit))
      if (content) findings.push({ content: [content], cue: { from: at, to: at + 2 }, source, verb: at })
    }
    return findings
  }
}

function contentAfterSource(prose: Prose, from: number, unit: Unit) {
  return trimmed(prose, from, unit.to)
}
