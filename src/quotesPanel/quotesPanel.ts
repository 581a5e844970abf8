import {
  commands,
  env,
  window,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  type WebviewView
} from 'vscode'
import { l10n } from '../workspace/l10n'
import {
  shows,
  type PanelAction,
  type PanelEvent,
  type PanelHostEvent,
  type PanelSide,
  type Show
} from '../protocol/quotesPanel'
import { panelMessage } from '../protocol/quotesPanel/webviewMessages'
import type { Study } from '../study/study'
import { disposableList } from '../util/disposable'
import { emitter } from '../util/emitter'
import { selectedWords } from './selectedWords'
import { showPage } from '../webviewHost/showPage'
import type { ArticleFolder } from '../workspace/articleFolder'
import { followedEditor, onDidChangeEditors } from '../workspace/followedEditor'
import { openPlace } from '../workspace/openPlace'
import { citation } from './citation'
import { panelContent, type FollowedArticle, type PanelContent } from './panelContent'
import { panelStrings, panelTexts } from './panelStrings'
import type { RowContent } from './rowContent'

export const quotesPanelId = 'articleAnnotator.quotesPanel'

const historyCommands = { undo: 'articleAnnotator.undo', redo: 'articleAnnotator.redo' } as const
const rowCommands = { accept: 'acceptRows', reject: 'rejectRows', code: 'codeRows' } as const

/** How long a message stays in the status bar. Milliseconds. */
const messageTime = 5000

export interface QuotesPanelOptions {
  readonly study: Study
  readonly folder: ArticleFolder
  readonly log: LogOutputChannel
}

/** What another surface may ask the panel to show. */
interface PanelWish {
  readonly query?: string
  readonly show?: Show
  readonly words?: string
}

/** The panel is to list again what it listed before another surface asked for something; it stays where it is. */
type PanelReturn = 'back'

/** Registers the panel with all quotes, mentions, codings or searched words of the folder, and the commands that open it. */
export function registerQuotesPanel(context: ExtensionContext, options: QuotesPanelOptions): Disposable {
  const owned = disposableList()
  let present: PanelContent | undefined
  /** What the panel is to show as soon as it is there. */
  let waiting: PanelWish | undefined

  function fulfil(wish: PanelWish): void {
    if (!present) waiting = wish
    else if (wish.query !== undefined) present.list(wish.query, wish.show ?? 'quotes')
    else if (wish.words !== undefined) present.setWords(wish.words)
    else if (wish.show) present.show(wish.show)
  }

  async function reveal(wish: PanelWish | PanelReturn): Promise<void> {
    if (wish === 'back') return present?.unlist()
    void options.folder.reopen()
    fulfil(wish)
    await commands.executeCommand(`${quotesPanelId}.focus`)
  }

  owned.add(
    window.registerWebviewViewProvider(quotesPanelId, {
      resolveWebviewView(view) {
        const shown = showPanel(view, context, options, () => {
          if (waiting) fulfil(waiting)
          waiting = undefined
        })
        present = shown.content
        view.onDidDispose(() => {
          shown.owned.dispose()
          if (present === shown.content) present = undefined
        })
      }
    })
  )
  owned.add(commands.registerCommand('articleAnnotator.showQuotes', (argument: unknown) => reveal(wishOf(argument))))
  owned.add(
    commands.registerCommand('articleAnnotator.concordance', () => reveal({ show: 'words', words: selectedWords() }))
  )
  return owned
}

function showPanel(
  view: WebviewView,
  { extensionUri, workspaceState }: Pick<ExtensionContext, 'extensionUri' | 'workspaceState'>,
  { study, folder, log }: QuotesPanelOptions,
  onReady: () => void
): { readonly owned: Disposable; readonly content: PanelContent } {
  const owned = disposableList()
  const texts = panelTexts(l10n, env.language)
  const editors = owned.add(followedArticle())
  const content = owned.add(
    panelContent({
      study,
      folder,
      followed: editors,
      texts,
      kept: workspaceState,
      post: (event) => page.post(event),
      onFailure(error) {
        log.error('Quotes panel: the rows could not be made', error)
        void window.showErrorMessage(
          l10n.t('The lists could not be made. The output channel "Article Annotator" says why.')
        )
      }
    })
  )
  const page = owned.add(
    showPage<PanelSide, PanelHostEvent>(view.webview, {
      extensionUri,
      page: 'quotesPanel',
      title: l10n.t('Quotes'),
      schema: panelMessage,
      answers: content.answers,
      onEvent,
      onFailedEvent: () =>
        void window.showErrorMessage(l10n.t('The command failed. The output "Article Annotator" says why.')),
      log
    })
  )

  async function onEvent(event: PanelEvent): Promise<unknown> {
    switch (event.kind) {
      case 'ready':
        page.post({ kind: 'strings', strings: panelStrings(l10n, env.language) })
        onReady()
        void folder.reopen()
        return content.start()
      case 'show':
        return content.show(event.show)
      case 'scope':
        return content.setScope(event.scope)
      case 'words':
        return content.setWords(event.words)
      case 'match':
        return content.setMatch(event.match)
      case 'sort':
        return content.sort(event.column, event.descending === 'yes')
      case 'open': {
        const [row] = content.rows(event.version, [[event.row, event.row + 1]])
        return row && (await openPlace({ uri: row.article.id, ...row.span }, event.mode))
      }
      case 'act':
        return await act(event.action, content.rows(event.version, event.rows))
      case 'withoutCondition':
        return content.withoutCondition(event.condition)
      case 'stopSearch':
        return content.stopSearch()
      case 'analyzeFolder':
        return await commands.executeCommand('articleAnnotator.analyzeFolder')
      case 'history':
        return await commands.executeCommand(historyCommands[event.step])
    }
  }

  async function act(action: PanelAction, rows: readonly RowContent[]): Promise<unknown> {
    if (action === 'export') {
      // What is exported is what the rows are filtered by.
      study.filter.set(content.query())
      const listed = content.article()?.uri ?? 'folder'
      return await commands.executeCommand('articleAnnotator.export', { scope: 'filter', listed })
    }
    if (rows.length === 0) return undefined
    if (action === 'copy') {
      await env.clipboard.writeText(rows.map(({ row }) => citation(row, (line) => texts.line(line))).join('\n'))
      return window.setStatusBarMessage(l10n.t('Copied: {0}', rows.length), messageTime)
    }
    return await commands.executeCommand(`articleAnnotator.${rowCommands[action]}`, {
      rows: rows.map(({ article, span, section, factKey }) => ({
        uri: article.id,
        ...span,
        webviewSection: section,
        key: section === 'coding' ? undefined : factKey
      }))
    })
  }

  // VS Code discards the page of a hidden view; a new page says that it is ready when it is shown again.
  owned.add(view.onDidChangeVisibility(() => view.visible || content.stop()))
  return { owned, content }
}

/** The article in the editor; after that was left for an output or a setting, still the one of before. */
function followedArticle(): FollowedArticle & Disposable {
  const owned = disposableList()
  const changed = owned.add(emitter())
  let last = followedEditor(undefined)?.document
  owned.add(
    onDidChangeEditors(() => {
      last = followedEditor(last)?.document
      changed.fire()
    })
  )
  return { id: () => last?.uri.toString(), onDidChange: changed.event, dispose: () => owned.dispose() }
}

/** Anybody can run a command with anything. */
function wishOf(argument: unknown): PanelWish | PanelReturn {
  const { query, show, back } = (typeof argument === 'object' && argument !== null ? argument : {}) as Readonly<
    Record<string, unknown>
  >
  const known = shows.find((one) => one === show)
  if (back === true) return 'back'
  return { ...(typeof query === 'string' && { query: query.slice(0, 2000) }), ...(known && { show: known }) }
}
