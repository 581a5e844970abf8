import type { DecisionContent, DecisionOf } from '../decision'
import type { Edit } from '../step'
import { changes, type Changes } from './changes'
import { anchorsAt, decisionOn, describedFact, isOwn, piecesOf, suggestionOf, type Deciding, type Fact } from './facts'

/** Says of each fact that it is right. Nothing of those about which the annotator decided already. */
export function acceptFacts(deciding: Deciding, facts: readonly Fact[]): readonly Edit[] {
  const made = changes()
  for (const fact of facts) acceptFact(made, deciding, fact)
  return made.edits()
}

function acceptFact(made: Changes, deciding: Deciding, fact: Fact): void {
  const known = decisionOn(deciding, fact)
  if (known && isOwn(deciding, known)) return
  const pieces = piecesOf(deciding, fact)
  if (pieces.length === 0) return
  const target = anchorsAt(deciding, pieces)
  // What another annotator changed or added is right as it is now: agreeing says the same again.
  if (known?.kind === 'mention' || known?.kind === 'quote') {
    const { target: theirs, from } = known
    made.put(deciding, contentOf(known), { target: theirs, ...(from && { from }) })
    return
  }
  const from = suggestionOf(deciding, fact) ?? describedFact(deciding, fact)
  made.put(deciding, { kind: 'accept' }, { target, ...(from && { from }) })
}

function contentOf(known: DecisionOf<'mention'> | DecisionOf<'quote'>): DecisionContent {
  if (known.kind === 'mention') {
    const { kind, type, acting, who } = known
    return { kind, type, acting, ...(who && { who }) }
  }
  const { kind, cue, source, act, quoteKind } = known
  return { kind, cue, source, act, ...(quoteKind && { quoteKind }) }
}
