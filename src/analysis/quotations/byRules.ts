import type { Steps } from '../../util/steps'
import type { Prose } from './prose'
import type { Finding, Rule } from './rule'
import { accordingTo } from './rules/accordingTo'
import { headingColon } from './rules/headingColon'
import { listItem } from './rules/listItem'
import { naming } from './rules/naming'
import { noun } from './rules/noun'
import { participle } from './rules/participle'
import { quoteThenSource } from './rules/quoteThenSource'
import { signature } from './rules/signature'
import { sourceThenContent } from './rules/sourceThenContent'
import { turn } from './rules/turn'

/** The precise rules first: a verb that one rule has taken is closed to the later ones. */
const rules: readonly Rule[] = [
  accordingTo,
  headingColon,
  quoteThenSource,
  naming,
  sourceThenContent,
  participle,
  noun,
  signature,
  turn,
  listItem
]

/** The names of the rules, in their order. */
export const ruleNames = rules.map(({ name }) => name)

export interface RuleFinding {
  readonly finding: Finding
  readonly rule: Rule
}

const tokensPerStep = 4000

/** What the rules find, unit by unit, each with the rule that found it. */
export function* findByRules(prose: Prose): Steps<readonly RuleFinding[]> {
  const all: RuleFinding[] = []
  // The colon of a turn's label is that rule's alone.
  const labelled = new Set(prose.turns.map(({ cue }) => cue.from))
  let rested = 0
  for (const unit of prose.units) {
    const role = prose.article.paragraphs[unit.paragraph]?.role
    if (role === 'byline' || role === 'credit') continue
    const taken = new Set<number>()
    const earlier: Finding[] = []
    for (const rule of rules) {
      for (const finding of rule.find(prose, unit, earlier)) {
        if (taken.has(finding.verb) || (rule !== turn && labelled.has(finding.verb))) continue
        taken.add(finding.verb)
        earlier.push(finding)
        all.push({ finding, rule })
      }
      earlier.sort((a, b) => a.verb - b.verb)
    }
    if (unit.to - rested < tokensPerStep) continue
    rested = unit.to
    yield
  }
  return all
}
