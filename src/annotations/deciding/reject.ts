import type { Anchor, Decision, Suggestion } from '../decision'
import type { Edit } from '../step'
import { changes, type Changes } from './changes'
import { anchorsAt, decisionOn, describedFact, isOwn, piecesOf, suggestionOf, type Deciding, type Fact } from './facts'
import { namingMention, putIdentity } from './naming'

/**
 * Says of each fact that it is wrong: it is not shown any more. What the annotator added is taken back; what replaced a
 * suggestion goes, and the suggestion with it.
 */
export function rejectFacts(deciding: Deciding, facts: readonly Fact[]): readonly Edit[] {
  const made = changes()
  for (const fact of facts) rejectFact(made, deciding, fact)
  return made.edits()
}

function rejectFact(made: Changes, deciding: Deciding, fact: Fact): void {
  const pieces = piecesOf(deciding, fact)
  if (pieces.length === 0) return
  const known = decisionOn(deciding, fact)
  const suggestion = suggestionOf(deciding, fact)
  const shown = anchorsAt(deciding, pieces)
  if (fact.about === 'mention') moveIdentity(made, deciding, fact)
  const replaces = known && (known.kind === 'mention' || known.kind === 'quote') ? known : undefined
  if (replaces && isOwn(deciding, replaces)) {
    if (!suggestion) made.remove(deciding, replaces)
    else reject(made, deciding, suggestion, replaces)
    return
  }
  const described = describedFact(deciding, fact)
  const from = suggestion ?? described
  made.put(deciding, { kind: 'reject' }, { target: shown, ...(from && { from }) })
  // Another annotator put it there in the place of a suggestion: without theirs the suggestion would be shown again.
  if (replaces && suggestion) reject(made, deciding, suggestion)
}

function reject(made: Changes, deciding: Deciding, from: Suggestion, replaced?: Decision): void {
  made.put(deciding, { kind: 'reject' }, { target: targetOf(from), from }, replaced)
}

function targetOf(from: Suggestion): readonly Anchor[] {
  return from.about === 'mention' ? [from.span] : from.content
}

/** Who the other mentions of its entity are does not go with a mention: another one says it from now on. */
function moveIdentity(made: Changes, deciding: Deciding, { index }: Fact): void {
  const { article, own } = deciding
  const mention = article.analysis.mentions[index]
  const entity = article.analysis.entities.find(({ id }) => id === mention?.entity)
  if (!mention || !entity) return
  const placed = article.decided?.decisions.map(({ decision }) => decision) ?? own
  for (const decision of placed) {
    const [target] = decision.target
    if (decision.kind !== 'identity' || target?.start !== mention.start || target.end !== mention.end) continue
    if (!own.some(({ id }) => id === decision.id)) continue
    const next = decision.alone ? undefined : namingMention(article, entity, index)
    made.remove(deciding, decision)
    if (next !== undefined) putIdentity(made, deciding, { about: 'mention', index: next }, { who: decision.who })
  }
}
