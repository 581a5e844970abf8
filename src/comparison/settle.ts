import { window, type QuickPickItem } from 'vscode'
import { newId } from '../annotations'
import {
  canTakeBoth,
  canTakeNeither,
  sideFacts,
  takeAgreements,
  takeSides,
  type Choice,
  type Judgement,
  type NewDecision
} from '../annotations/agreement'
import { grouped } from '../util/grouped'
import { l10n } from '../workspace/l10n'
import type { ComparisonSession } from './comparisonSession'
import { shortWords, sideLabel } from './comparisonTexts'

/** Gives an id and the time to what is decided in the name of the third annotator, whoever sits here. */
export function newDecision(): NewDecision {
  return { id: newId(), created: new Date().toISOString() }
}

/** Takes one side, or both, into the third layer. */
export function settle(session: ComparisonSession, judgement: Judgement, choice: Choice): void {
  const state = session.state()
  if (!state || (choice === 'both' && !canTakeBoth(judgement))) return
  if (choice === 'neither' && !canTakeNeither(judgement)) return
  const third = session.thirdOf(judgement)
  const edits = takeSides(judgement, choice, state.choice.third, third, newDecision)
  session.perform(judgement, edits, settleLabel(judgement, choice))
}

function settleLabel({ words, sides }: Judgement, choice: Choice): string {
  const subject = words === '' ? l10n.t('The whole article') : shortWords(words)
  if (choice === 'both') return l10n.t('Settle \u201c{0}\u201d: both', subject)
  return choice === 'neither'
    ? l10n.t('Settle \u201c{0}\u201d: neither', subject)
    : l10n.t('Settle \u201c{0}\u201d: {1}', subject, sides[choice === 'first' ? 0 : 1].annotator)
}

/** Takes over what both agree on; gives how many decisions that were. */
export function settleAgreements(session: ComparisonSession): number {
  const state = session.state()
  if (!state) return 0
  const edits = [...grouped(state.comparison.judgements, ({ article }) => article)].flatMap(([article, judgements]) =>
    takeAgreements(judgements, state.choice.third, session.thirdOf(judgements[0]!), newDecision).map(
      (edit) => ({ kind: 'decision', article, ...edit }) as const
    )
  )
  session.performAll(edits, l10n.t('Take over what {0} and {1} agree on', ...state.choice.annotators))
  return edits.length
}

/** Asks how to settle, with the names of the annotators. Undefined when the user steps back. */
export async function askHow(
  judgement: Judgement,
  isSettled: boolean,
  codeName: (code: string) => string
): Promise<Choice | 'anew' | 'reopen' | undefined> {
  const { words, sides } = judgement
  const said = sideFacts(judgement).map((facts) => sideLabel(facts, words, codeName))
  const take = (side: 0 | 1) => ({
    label: l10n.t('As {0}', sides[side].annotator),
    description: said[side] ?? '',
    choice: side === 0 ? ('first' as const) : ('second' as const)
  })
  const items: (QuickPickItem & { readonly choice: Choice | 'anew' | 'reopen' })[] = [take(0), take(1)]
  if (canTakeBoth(judgement)) items.push({ label: l10n.t('Both'), choice: 'both' })
  if (canTakeNeither(judgement))
    items.push({ label: l10n.t('Neither'), description: l10n.t('no code of the two'), choice: 'neither' })
  items.push({ label: l10n.t('Decide anew\u2026'), choice: 'anew' })
  if (isSettled) items.push({ label: l10n.t('Leave it open again'), choice: 'reopen' })
  const title = l10n.t('Settle \u201c{0}\u201d', shortWords(words))
  return (await window.showQuickPick(items, { title, matchOnDescription: true }))?.choice
}
