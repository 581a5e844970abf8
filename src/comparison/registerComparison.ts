import { commands, type Disposable, type ExtensionContext, type LogOutputChannel } from 'vscode'
import type { Choice, Judgement } from '../annotations/agreement'
import { disposableList } from '../util/disposable'
import type { Annotations } from '../workspace/annotations/annotations'
import { activeDocument } from '../workspace/activeDocument'
import { isArticle } from '../workspace/articleLanguage'
import { l10n } from '../workspace/l10n'
import { workspaceTexts } from './articleTexts'
import { askComparison } from './askComparison'
import { comparisonActions } from './comparisonActions'
import { comparisonArgument } from './comparisonArgument'
import { ComparisonSession, type ComparedState } from './comparisonSession'
import { disagreementsView, showDisagreementCommand } from './disagreementsView'
import { settleFormerDismissals } from './formerDismissals'
import { newDecision } from './settle'

/** While it is set the view is shown. */
const contextKey = 'articleAnnotator.comparing'

/** What the command gives back to a caller. */
export interface ComparisonSummary {
  readonly articles: number
  readonly disagreements: number
  readonly settled: number
}

/** The comparison of two annotators: its command, its view, and what is done in it. */
export function registerComparison(
  context: ExtensionContext,
  annotations: Annotations,
  log: LogOutputChannel
): Disposable {
  const owned = disposableList()
  const session = owned.add(new ComparisonSession({ annotations, texts: workspaceTexts, log }))
  const view = owned.add(disagreementsView(session))
  const actions = comparisonActions(session, annotations, log)
  const command = (name: string, run: (argument: unknown) => unknown) =>
    owned.add(commands.registerCommand(`articleAnnotator.${name}`, run))

  command('compareAnnotators', async (argument) => {
    const document = activeDocument()
    const shown = document && isArticle(document) ? document.uri : undefined
    const choice = await askComparison(annotations, shown, comparisonArgument(argument))
    if (!choice) return undefined
    await commands.executeCommand('setContext', contextKey, true)
    await session.start(choice)
    settleFormerDismissals(session, context.workspaceState, l10n.t('Settle as before: neither code'), newDecision)
    await view.focus()
    const state = session.state()
    return state && summaryOf(state)
  })
  command('closeComparison', async () => {
    session.stop()
    await commands.executeCommand('setContext', contextKey, false)
  })
  owned.add(
    commands.registerCommand(showDisagreementCommand, async (row: unknown) => {
      const judgement = await session.present(view.judgementIdOf(row))
      if (judgement) await actions.show(judgement)
    })
  )

  /** Selects the next open disagreement and shows its words. Whether there is one. */
  const goOn = async (judgement: Judgement | undefined): Promise<boolean> => {
    const selected = await view.selectNext(judgement)
    const next = await session.present(selected?.id)
    if (next) await actions.show(next)
    return next !== undefined
  }
  /** Settles a disagreement, then goes on to the next one. */
  const settling = (name: string, settleIt: (judgement: Judgement, side: 0 | 1 | undefined) => unknown) =>
    command(name, async (given) => {
      const row = await view.given(given)
      const side = view.sideOf(row)
      const judgement = await session.present(view.judgementIdOf(row))
      if (!judgement || (await settleIt(judgement, side)) === false) return
      await goOn(judgement)
    })
  const take = (choice: Choice) => (judgement: Judgement) => actions.take(judgement, choice)
  settling('takeFirst', take('first'))
  settling('takeSecond', take('second'))
  settling('takeBoth', take('both'))
  settling('takeThis', (judgement, side) => {
    if (side === undefined) return false
    actions.take(judgement, side === 0 ? 'first' : 'second')
    return true
  })
  settling('decideAnew', (judgement) => actions.decideAnew(judgement))
  settling('settleDisagreement', (judgement) => actions.ask(judgement))

  command('reopenDisagreement', async (given) => {
    const judgement = await session.present(view.judgementIdOf(await view.given(given)))
    if (judgement) actions.reopen(judgement)
  })
  command('nextDisagreement', () => goOn(view.selected()))
  command('takeAgreements', () => actions.takeAgreements())
  command('exportComparison', () => actions.exportComparison())
  return owned
}

function summaryOf({ comparison, disagreements, settled }: ComparedState): ComparisonSummary {
  return { articles: comparison.articles, disagreements: disagreements.length, settled: settled.size }
}
