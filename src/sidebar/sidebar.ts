import {
  ConfigurationTarget,
  commands,
  env,
  type Uri,
  window,
  workspace,
  type ExtensionContext,
  type LogOutputChannel,
  type WebviewView
} from 'vscode'
import type { Select } from '../exchange'
import { disposableList, type Disposable } from '../util/disposable'
import { throughSlices } from '../util/slices'
import type { ArticleDocuments } from '../workspace/articleDocuments'
import type { ArticleFolder } from '../workspace/articleFolder'
import type { FolderSnapshot } from '../workspace/folderArticle'
import { l10n } from '../workspace/l10n'
import { settingsSection, highlights } from '../workspace/settings'
import { onDidChangeHighlights, setHighlight } from '../workspace/switchHighlights'
import { decideOn, historyCommands } from './decideCommands'
import type { FolderAnnotations } from '../study/folderDecisions'
import type { HostEvent, ListAddress, OpenMode, SidebarCommand, WebviewEvent, WebviewSide } from '../protocol/sidebar'
import { forgetSearches, saveSearch } from './savedSearches'
import { registerSelectArticles, registerShowOnlySource, registerShowQuotesAbout } from './selectArticles'
import { openPlace } from '../workspace/openPlace'
import { shownSelection } from './shownSelection'
import { sidebarContent, type SidebarContent } from './sidebarContent'
import { sidebarStrings } from './sidebarStrings'
import type { Study } from '../study/study'
import { showPage, type ShownPage } from '../webviewHost/showPage'
import { webviewMessage } from '../protocol/sidebar/webviewMessages'
import { windowEditors } from './windowEditors'

export const sidebarViewId = 'articleAnnotator.sidebar'

/** The others are not for the palette: they ask about what the page shows. */
const commandIds: Readonly<Record<Exclude<SidebarCommand, 'saveSearch' | 'forgetSearch' | 'treatAsArticle'>, string>> =
  {
    analyzeFolder: 'articleAnnotator.analyzeFolder',
    openSamples: 'articleAnnotator.openSamples',
    openFolder: 'workbench.action.files.openFolder',
    selectArticles: 'articleAnnotator.selectArticles'
  }

/** How long a message stays in the status bar. Milliseconds. */
const messageTime = 5000

interface SidebarOptions {
  readonly annotations: FolderAnnotations
  readonly extensionUri: Uri
  readonly documents: ArticleDocuments
  readonly folder: ArticleFolder
  readonly study: Study
  readonly log: LogOutputChannel
}

/** The view, for commands that speak of what it shows. */
export type Sidebar = Disposable & Pick<SidebarContent, 'shown' | 'select'>

/** Registers the view of entities and links. Nothing is computed before it is shown. */
export function registerSidebar(
  { extensionUri }: Pick<ExtensionContext, 'extensionUri'>,
  documents: ArticleDocuments,
  folder: ArticleFolder,
  annotations: FolderAnnotations,
  study: Study,
  log: LogOutputChannel
): Sidebar {
  let present: SidebarContent | undefined
  let page: { post(event: HostEvent): void } | undefined
  const owned = disposableList()
  owned.add(registerShowOnlySource(study.filter))
  owned.add(registerShowQuotesAbout())
  owned.add(
    registerSelectArticles(folder, study.filter, () => {
      page?.post({ kind: 'scope', scope: 'folder' })
      void commands.executeCommand(`${sidebarViewId}.focus`)
    })
  )
  const registered = window.registerWebviewViewProvider(sidebarViewId, {
    resolveWebviewView(view) {
      const {
        owned: ownedByView,
        content,
        shown
      } = showSidebar(view, { extensionUri, documents, folder, annotations, study, log })
      present = content
      page = shown
      view.onDidDispose(() => {
        ownedByView.dispose()
        if (present === content) present = page = undefined
      })
    }
  })
  return {
    shown: () => present?.shown(),
    select: (articles) => present?.select(articles) ?? selectListed(articles, study),
    dispose() {
      registered.dispose()
      owned.dispose()
    }
  }
}

/** What the filter leaves, where the sidebar was not opened yet. */
function selectListed(articles: FolderSnapshot, { filter, decisions }: Study): Promise<Select> {
  const showAttitudes = windowEditors.showsAttitudes(undefined)
  return throughSlices(shownSelection(articles, filter.query(), showAttitudes, decisions.present()))
}

function showSidebar(
  view: WebviewView,
  options: SidebarOptions
): { readonly owned: Disposable; readonly content: SidebarContent; readonly shown: ShownPage<HostEvent> } {
  const { extensionUri, documents, folder, annotations, study, log } = options
  const owned = disposableList()
  const content = owned.add(
    sidebarContent({
      documents,
      folder,
      editors: windowEditors,
      annotations,
      study,
      post: (event) => page.post(event),
      onFailure: failed
    })
  )
  const page = owned.add(
    showPage<WebviewSide, HostEvent>(view.webview, {
      extensionUri,
      page: 'sidebar',
      title: l10n.t('Sources and names'),
      schema: webviewMessage,
      answers: content.answers,
      onEvent,
      onFailedEvent: (event) => void window.showErrorMessage(failureMessage(event)),
      log
    })
  )

  function failed(error: unknown): void {
    log.error('Sidebar: the lists could not be made', error)
    void window.showErrorMessage(
      l10n.t('The lists could not be made. The output channel "Article Annotator" says why.')
    )
  }

  async function onEvent(event: WebviewEvent): Promise<void> {
    switch (event.kind) {
      case 'ready':
        page.post({ kind: 'strings', strings: sidebarStrings(l10n, env.language) })
        postHighlights()
        return content.show(event.scope)
      case 'scope':
        return content.show(event.scope)
      case 'filter':
        return content.setFilter(event.filter)
      case 'open':
        if (!content.lists(event.uri)) return
        content.expectCursor(event, event.mode === 'preview')
        return await openPlace(event, event.mode)
      case 'openFirst':
        return await openFirst(event.list, event.mode)
      case 'attitudes':
        return await setAttitudes(event.shown)
      case 'highlight':
        return await setHighlight(event.id, event.on)
      case 'quotes':
        return await commands.executeCommand('articleAnnotator.showQuotes', { query: event.filter, show: 'quotes' })
      case 'command':
        return await runCommand(event.command)
      case 'decide':
        if (content.lists(event.target.uri)) await decideOn(event.target, event.action)
        return
      case 'history':
        return await commands.executeCommand(historyCommands[event.step])
      case 'nowhere':
        return void window.setStatusBarMessage(l10n.t('The words are not in the article any more.'), messageTime)
    }
  }

  async function openFirst(list: ListAddress, mode: OpenMode): Promise<void> {
    const place = await content.firstPlace(list)
    if (!place) return
    content.expectCursor(place, mode === 'preview')
    await openPlace(place, mode)
  }

  async function runCommand(command: SidebarCommand): Promise<void> {
    if (command === 'saveSearch') return await saveSearch(study.filter)
    if (command === 'treatAsArticle') return await treatAsArticle()
    if (command === 'forgetSearch') return await forgetSearches(study.filter)
    await commands.executeCommand(commandIds[command])
  }

  async function treatAsArticle(): Promise<void> {
    const uri = content.shown()?.article
    if (uri) await commands.executeCommand('articleAnnotator.markArticle', { uri: uri.toString(), start: 0, end: 0 })
  }

  function postHighlights(): void {
    page.post({ kind: 'highlights', shown: highlights() })
  }

  owned.add(onDidChangeHighlights(postHighlights))
  // VS Code discards the page of a hidden view; a new page sends `ready` when it is shown again.
  owned.add(view.onDidChangeVisibility(() => view.visible || content.hide()))
  return { owned, content, shown: page }
}

/** Changes the setting in the workspace if it has a value there; otherwise for the user. */
async function setAttitudes(shown: boolean): Promise<void> {
  const settings = workspace.getConfiguration(settingsSection)
  const inWorkspace = settings.inspect('quotes.showAttitudes')?.workspaceValue !== undefined
  await settings.update(
    'quotes.showAttitudes',
    shown,
    inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global
  )
}

function failureMessage({ kind }: WebviewEvent): string {
  switch (kind) {
    case 'open':
    case 'openFirst':
      return l10n.t('The article cannot be opened. It may have been moved or deleted.')
    case 'attitudes':
    case 'highlight':
      return l10n.t('The setting could not be changed. The output "Article Annotator" says why.')
    case 'command':
    case 'quotes':
    case 'decide':
    case 'history':
    case 'nowhere':
      return l10n.t('The command failed. The output "Article Annotator" says why.')
    case 'ready':
    case 'scope':
    case 'filter':
      return l10n.t('The sidebar could not be updated. The output "Article Annotator" says why.')
  }
}
