import {
  commands,
  env,
  Uri,
  ViewColumn,
  window,
  workspace,
  type ExtensionContext,
  type LogOutputChannel,
  type WebviewPanel
} from 'vscode'
import {
  pictureKinds,
  type HostEvent,
  type PictureKind,
  type WebviewEvent,
  type WebviewSide
} from '../protocol/overview'
import type { Study } from '../study/study'
import { extent } from '../study/surface'
import { disposableList, type Disposable } from '../util/disposable'
import { showPage } from '../webviewHost/showPage'
import type { ArticleFolder } from '../workspace/articleFolder'
import { l10n } from '../workspace/l10n'
import { openArticle } from './openQuote'
import { overviewContent } from './overviewContent'
import { overviewStrings } from './overviewStrings'
import { savePicture } from './savePicture'
import { webviewMessage } from '../protocol/overview/webviewMessages'

const panelType = 'articleAnnotator.overview'
/** In the folder of the pages' scripts. */
const outlinesFile = 'countries-110m.json'

export interface OverviewOptions {
  readonly folder: ArticleFolder
  readonly study: Study
  readonly log: LogOutputChannel
}

/** The overview of the folder in the editor area: at most one panel, shown by its command and again after a reload. */
export function registerOverview(
  { extensionUri }: Pick<ExtensionContext, 'extensionUri'>,
  options: OverviewOptions
): Disposable {
  const owned = disposableList()
  let present: { readonly panel: WebviewPanel; readonly turnTo: (picture: PictureKind) => void } | undefined

  function fill(panel: WebviewPanel, first?: PictureKind): void {
    present?.panel.dispose()
    panel.iconPath = {
      light: Uri.joinPath(extensionUri, 'media', 'overview-light.svg'),
      dark: Uri.joinPath(extensionUri, 'media', 'overview-dark.svg')
    }
    const page = showOverview(panel, extensionUri, options, first)
    const filled = { panel, turnTo: page.turnTo }
    present = filled
    panel.onDidDispose(() => {
      page.dispose()
      if (present === filled) present = undefined
    })
  }

  owned.add(
    commands.registerCommand('articleAnnotator.showOverview', (argument: unknown) => {
      const picture = pictureOf(argument)
      if (!present) return fill(window.createWebviewPanel(panelType, l10n.t('Overview'), ViewColumn.Active), picture)
      present.panel.reveal()
      if (picture) present.turnTo(picture)
    })
  )
  owned.add(
    window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel(panel) {
        fill(panel)
        return Promise.resolve()
      }
    })
  )
  return {
    dispose() {
      owned.dispose()
      present?.panel.dispose()
    }
  }
}

function showOverview(
  panel: WebviewPanel,
  extensionUri: Uri,
  { folder, study, log }: OverviewOptions,
  first: PictureKind | undefined
): Disposable & { readonly turnTo: (picture: PictureKind) => void } {
  const owned = disposableList()
  const content = owned.add(
    overviewContent({
      folder,
      study,
      isOpen: () => (workspace.workspaceFolders?.length ?? 0) > 0,
      post: (event) => page.post(event),
      onFailure(error) {
        log.error('Overview: the picture could not be made', error)
        void window.showErrorMessage(
          l10n.t('The picture could not be made. The output channel "Article Annotator" says why.')
        )
      }
    })
  )
  const page = owned.add(
    showPage<WebviewSide, HostEvent>(panel.webview, {
      extensionUri,
      page: 'overview',
      title: l10n.t('Overview'),
      schema: webviewMessage,
      answers: {
        async outlines() {
          const file = Uri.joinPath(extensionUri, 'dist', 'webview', outlinesFile)
          return new TextDecoder().decode(await workspace.fs.readFile(file))
        }
      },
      onEvent,
      onFailedEvent: (event) => void window.showErrorMessage(failureMessage(event)),
      log
    })
  )

  async function onEvent(event: WebviewEvent): Promise<void> {
    switch (event.kind) {
      case 'ready':
        page.post({ kind: 'strings', strings: overviewStrings(l10n, env.language) })
        if (first) page.post({ kind: 'turn', picture: first })
        first = undefined
        return
      case 'show':
        return content.show({ picture: event.picture, rows: event.rows, columns: event.columns })
      case 'filter':
        return study.filter.set(event.filter)
      case 'list':
        return void (await commands.executeCommand('articleAnnotator.showQuotes', {
          query: event.filter,
          show: event.show
        }))
      case 'unlist':
        return void (await commands.executeCommand('articleAnnotator.showQuotes', { back: true }))
      case 'openQuote': {
        const article = folder.snapshot()?.article(event.article)
        const quote = article?.analysis.quotes[event.quote]
        if (article && quote) await openArticle(article.id, extent(quote.content))
        return
      }
      case 'openArticle': {
        const article = folder.snapshot()?.article(event.article)
        if (article) await openArticle(article.id)
        return
      }
      case 'analyzeFolder':
        return void (await commands.executeCommand('articleAnnotator.analyzeFolder'))
      case 'openFolder':
        return void (await commands.executeCommand('workbench.action.files.openFolder'))
      case 'save':
        await savePicture(event)
    }
  }

  // VS Code discards the page of a hidden panel; a new page asks when it is shown again.
  owned.add(panel.onDidChangeViewState(() => panel.visible || content.hide()))
  return { turnTo: (picture) => page.post({ kind: 'turn', picture }), dispose: () => owned.dispose() }
}

/** What a caller of the command asks for: `{ picture: 'map' }`. */
function pictureOf(argument: unknown): PictureKind | undefined {
  const asked = (argument as { readonly picture?: unknown } | null | undefined)?.picture
  return pictureKinds.find((kind) => kind === asked)
}

function failureMessage({ kind }: WebviewEvent): string {
  switch (kind) {
    case 'openQuote':
    case 'openArticle':
      return l10n.t('The article cannot be opened. It may have been moved or deleted.')
    case 'save':
      return l10n.t('The picture could not be saved. The output "Article Annotator" says why.')
    case 'ready':
    case 'show':
    case 'filter':
    case 'list':
    case 'unlist':
    case 'analyzeFolder':
    case 'openFolder':
      return l10n.t('The command failed. The output "Article Annotator" says why.')
  }
}
