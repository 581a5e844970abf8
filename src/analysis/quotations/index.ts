import type { Article, Span } from '../../article'
import type { Attribution, NamedMention } from '../analysis'
import { kindOf } from './kind'
import { proseOf, type Prose } from './prose'
import type { Finding, Rule } from './rule'
import { accordingTo } from './rules/accordingTo'
import { headingColon } from './rules/headingColon'
import { naming } from './rules/naming'
import { noun } from './rules/noun'
import { participle } from './rules/participle'
import { quoteThenSource } from './rules/quoteThenSource'
import { sourceThenContent } from './rules/sourceThenContent'
import type { Range } from './sources'

/** The precise rules first: a verb that one rule has taken is closed to the later ones. */
const rules: readonly Rule[] = [accordingTo, headingColon, quoteThenSource, naming, sourceThenContent, participle, noun]

/** Every quotation with its cue and source, ordered by the first character of its content. Each names its rule. */
export function findAttributions(article: Article, _names: readonly NamedMention[]): readonly Attribution[] {
  const prose = proseOf(article)
  const attributions: Attribution[] = []
  for (const unit of prose.units) {
    const role = article.paragraphs[unit.paragraph]?.role
    if (role === 'byline' || role === 'credit') continue
    const taken = new Set<number>()
    const earlier: Finding[] = []
    for (const rule of rules) {
      for (const finding of rule.find(prose, unit, earlier)) {
        if (taken.has(finding.verb)) continue
        taken.add(finding.verb)
        earlier.push(finding)
        attributions.push(toAttribution(prose, finding, rule))
      }
      earlier.sort((a, b) => a.verb - b.verb)
    }
  }
  return attributions.sort((a, b) => start(a) - start(b))
}

function toAttribution(prose: Prose, finding: Finding, rule: Rule): Attribution {
  const span = ({ from, to }: Range): Span => ({ start: prose.article.tokens[from]?.start ?? 0, end: prose.article.tokens[to - 1]?.end ?? 0 })
  return {
    content: finding.content.map(span),
    cue: [span(finding.cue)],
    source: finding.source && [span(finding.source)],
    kind: kindOf(prose, finding.content),
    act: finding.act,
    rule: rule.name,
    confidence: rule.confidence
  }
}

function start({ content }: Attribution): number {
  return content[0]?.start ?? 0
}
