import { commands, Uri, window, workspace, type LogOutputChannel } from 'vscode'
import type { Identity, Layer } from '../annotations'
import { decideAnew, settled, type Choice, type Judgement } from '../annotations/agreement'
import { exportMenu, proposedFileName } from '../commands/export/exportMenu'
import { offerToOpen, writeWorkspaceFile } from '../commands/export/writeExport'
import type { Span } from '../article'
import { printableMessage } from '../util/printable'
import { turns } from '../util/turns'
import type { Annotations } from '../workspace/annotations/annotations'
import { l10n } from '../workspace/l10n'
import { revealSpan } from '../workspace/reveal'
import { rangeToSpan } from '../workspace/spans'
import { comparisonFormats } from './comparisonCsv'
import type { ComparisonSession } from './comparisonSession'
import { askAnew } from './decideAnew'
import { askHow, newDecision, settle, settleAgreements } from './settle'

/** What can be done with a disagreement of the comparison that is under way. Errors are for the caller. */
export interface ComparisonActions {
  /** Selects the words in their article; the focus stays where it is. */
  show(judgement: Judgement): Promise<void>
  take(judgement: Judgement, choice: Choice): void
  /** False when the user steps back. */
  decideAnew(judgement: Judgement): Promise<boolean>
  reopen(judgement: Judgement): void
  /** Asks what to do. False when the user steps back. */
  ask(judgement: Judgement): Promise<boolean>
  takeAgreements(): Promise<void>
  exportComparison(): Promise<Uri | undefined>
}

export function comparisonActions(
  session: ComparisonSession,
  annotations: Annotations,
  log: LogOutputChannel
): ComparisonActions {
  const codeName = (code: string) => session.codeName(code)
  /** What is asked to be shown last is what is shown in the end. */
  const inTurn = turns((error) => {
    log.warn('The article of a disagreement could not be opened', error)
    void window.showWarningMessage(l10n.t('The article cannot be opened; it may have been moved or deleted.'))
  })

  const actions: ComparisonActions = {
    async show(judgement) {
      const uri = session.uriOf(judgement)
      if (uri) await inTurn(() => reveal(uri, judgement.place))
    },
    take: (judgement, choice) => settle(session, judgement, choice),
    async decideAnew(judgement) {
      const state = session.state()
      const uri = session.uriOf(judgement)
      if (!state || !uri) return false
      await actions.show(judgement)
      const anew = await askAnew({
        judgement,
        project: annotations.project(uri),
        people: peopleOf(judgement, annotations.layers(uri)),
        selected: selectedWords(uri),
        create: newDecision
      })
      if (!anew) return false
      const { content, target } = anew
      const edits = decideAnew(judgement, content, target, state.choice.third, session.thirdOf(judgement), newDecision)
      session.perform(judgement, edits, l10n.t('Decide anew: {0}', printableMessage(judgement.words, 60)))
      return true
    },
    reopen(judgement) {
      const edits = settled(judgement, [], session.thirdOf(judgement))
      session.perform(judgement, edits, l10n.t('Leave open: {0}', printableMessage(judgement.words, 60)))
    },
    async ask(judgement) {
      const isSettled = [...(session.state()?.settled ?? [])].some(({ id }) => id === judgement.id)
      const how = await askHow(judgement, isSettled, codeName)
      if (how === undefined) return false
      if (how === 'anew') return actions.decideAnew(judgement)
      if (how === 'reopen') actions.reopen(judgement)
      else actions.take(judgement, how)
      return true
    },
    async takeAgreements() {
      await session.presentState()
      const count = settleAgreements(session)
      const said =
        count === 0
          ? l10n.t('There is nothing more on which both agree.')
          : count === 1
            ? l10n.t('One decision taken over')
            : l10n.t('{0} decisions taken over', count)
      window.setStatusBarMessage(said, 5000)
    },
    async exportComparison() {
      const state = await session.presentState()
      if (!state) return undefined
      const formats = comparisonFormats(state, codeName)
      const items = exportMenu(formats, l10n.t)
      const format = (await window.showQuickPick(items, { title: l10n.t('Export as') }))?.format
      if (!format) return undefined
      const home = workspace.workspaceFolders?.[0]?.uri
      const name = state.choice.annotators.map(fileNamePart).join('-')
      const uri = await window.showSaveDialog({
        ...(home && { defaultUri: Uri.joinPath(home, proposedFileName(format, name)) }),
        filters: { CSV: [format.extension] }
      })
      if (!uri || !(await writeWorkspaceFile(uri, new TextEncoder().encode(format.text()), log))) return undefined
      void offerToOpen(uri)
      return uri
    }
  }
  return actions
}

async function reveal(uri: Uri, place: Span | null): Promise<void> {
  if (place) await revealSpan(uri, place, { preserveFocus: true })
  else await commands.executeCommand('vscode.open', uri, { preserveFocus: true })
}

/** Who was named in the article by any annotator, those of the judgement first. */
function peopleOf({ sides }: Judgement, layers: readonly Layer[]): readonly Identity[] {
  const decisions = [...sides.flatMap(({ decision }) => decision ?? []), ...layers.flatMap((layer) => layer.decisions)]
  return decisions.flatMap((decision) => ('who' in decision ? (decision.who ?? []) : []))
}

/** The words that are selected in the article's editor. */
function selectedWords(uri: Uri) {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString())
  if (!editor || editor.selection.isEmpty) return undefined
  return { text: editor.document.getText(), span: rangeToSpan(editor.document, editor.selection) }
}

/** An annotator's name may be anything; a file's name may not. */
function fileNamePart(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40) || 'annotator'
}
