import type { Memento } from 'vscode'
import type { DecisionEdit } from '../annotations'
import { takeSides, type Judgement, type NewDecision } from '../annotations/agreement'
import type { ComparisonSession } from './comparisonSession'

/** Where it was once kept, on one machine alone, which disagreements were settled by none of their codes. */
const stateKey = 'comparison.dismissed'

/**
 * Makes decisions of the third layer of what is still kept there about what is compared now, as one step, and forgets it.
 */
export function settleFormerDismissals(
  session: Pick<ComparisonSession, 'state' | 'thirdOf' | 'performAll'>,
  memory: Memento,
  label: string,
  create: () => NewDecision
): void {
  const kept = keptKeys(memory)
  const state = session.state()
  if (kept.size === 0 || !state) return
  const found = state.disagreements.filter((judgement) => kept.has(keyOf(judgement)))
  const edits = found.flatMap((judgement) => {
    const isSettled = judgement.kind !== 'code' || state.settled.has(judgement)
    const made: readonly DecisionEdit[] = isSettled
      ? []
      : takeSides(judgement, 'neither', state.choice.third, session.thirdOf(judgement), create)
    return made.map((edit) => ({ kind: 'decision', article: judgement.article, ...edit }) as const)
  })
  session.performAll(edits, label)
  const done = new Set(found.map(keyOf))
  const left = [...kept].filter((key) => !done.has(key))
  if (done.size > 0) void memory.update(stateKey, left.length > 0 ? left : undefined)
}

function keptKeys(memory: Memento): ReadonlySet<string> {
  const stored = memory.get<unknown>(stateKey)
  return new Set(Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : [])
}

function keyOf({ kind, sides }: Judgement): string {
  return [kind, ...sides.map(({ decision }) => decision?.id ?? '')].join(' ')
}
