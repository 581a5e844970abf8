import { commands, window, workspace, type Disposable, type Memento } from 'vscode'
import { disposableList } from '../util/disposable'
import type { ArticleDocuments, OpenArticle } from '../workspace/articleDocuments'
import { l10n } from '../workspace/l10n'

/** What a newcomer is shown. */
export interface FirstSight {
  /** Shows the sidebar with its legend; the cursor stays in the text. */
  showSidebar(): Thenable<unknown>
  /** Asks whether to open the walkthrough; resolves with the answer. */
  offerWalkthrough(): Thenable<boolean>
  openWalkthrough(): Thenable<unknown>
}

/** In `Memento`: that somebody has seen it. */
export const firstSightKey = 'firstSight'
const walkthrough = 'article-annotator.article-annotator#start'

/**
 * The first time that an article with something in it is seen, shows the sidebar and offers the walkthrough: once for a user,
 * never again unasked, and not for users who want no walkthroughs.
 * @param state what VS Code keeps for the user
 */
export function registerFirstSight(
  state: Pick<Memento, 'get' | 'update'>,
  documents: Pick<ArticleDocuments, 'onDidAnalyze'>,
  sight: FirstSight = inWindow
): Disposable {
  const owned = disposableList()
  if (state.get(firstSightKey) === true) return owned
  let isOver = false
  owned.add(
    documents.onDidAnalyze((article) => {
      if (isOver || !isSeen(article) || !wantsWalkthroughs()) return
      isOver = true
      // In another window it may have been shown since.
      if (state.get(firstSightKey) !== true) void show()
    })
  )
  return owned

  async function show(): Promise<void> {
    await state.update(firstSightKey, true)
    await sight.showSidebar()
    if (await sight.offerWalkthrough()) await sight.openWalkthrough()
  }
}

const inWindow: FirstSight = {
  showSidebar: () => commands.executeCommand('articleAnnotator.sidebar.focus', { preserveFocus: true }),
  async offerWalkthrough() {
    const yes = l10n.t('Show Me')
    const answer = await window.showInformationMessage(
      l10n.t(
        'Article Annotator highlights names, quotes and their sources in this article. See in a few steps what it can do?'
      ),
      yes,
      l10n.t('Not Now')
    )
    return answer === yes
  },
  // Beside the article, which stays in sight.
  openWalkthrough: () => commands.executeCommand('workbench.action.openWalkthrough', walkthrough, true)
}

function isSeen({ uri, analysis }: OpenArticle): boolean {
  const isVisible = window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString())
  return isVisible && analysis.mentions.length + analysis.quotes.length > 0
}

function wantsWalkthroughs(): boolean {
  return workspace.getConfiguration('workbench.welcomePage.walkthroughs').get('openOnInstall', true)
}
