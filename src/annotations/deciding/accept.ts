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
    const { id, creator, created, modified, target: theirs, from, ...content } = known
    made.put(deciding, content, { target: theirs, ...(from && { from }) })
    return
  }
  const from = suggestionOf(deciding, fact) ?? describedFact(deciding, fact)
  made.put(deciding, { kind: 'accept' }, { target, ...(from && { from }) })
}
