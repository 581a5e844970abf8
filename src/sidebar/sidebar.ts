import {
  ConfigurationTarget,
  commands,
  env,
  l10n,
  Uri,
  window,
  workspace,
  type ExtensionContext,
  type WebviewView
} from 'vscode'
import { disposableList, type Disposable } from '../util/disposable'
import type { ArticleDocuments } from '../workspace/articleDocuments'
import type { ArticleFolder } from '../workspace/articleFolder'
import { settingsSection } from '../workspace/settings'
import { openPlace } from './openPlace'
import type { HostMessage, SidebarCommand, WebviewMessage } from '../protocol/sidebar'
import { sidebarContent } from './sidebarContent'
import { sidebarHtml } from './sidebarHtml'
import { sidebarStrings } from './sidebarStrings'
import { readWebviewMessage } from './webviewMessages'

export const sidebarViewId = 'articleAnnotator.sidebar'

const commandIds: Readonly<Record<SidebarCommand, string>> = {
  analyzeFolder: 'articleAnnotator.analyzeFolder',
  openSamples: 'articleAnnotator.openSamples',
  openFolder: 'workbench.action.files.openFolder'
}

/** The view of entities and links. Nothing is computed before it is shown. */
export function registerSidebar(
  context: Pick<ExtensionContext, 'extensionUri'>,
  documents: ArticleDocuments,
  folder: ArticleFolder
): Disposable {
  return window.registerWebviewViewProvider(sidebarViewId, {
    resolveWebviewView(view) {
      const shown = showSidebar(view, context.extensionUri, documents, folder)
      view.onDidDispose(() => shown.dispose())
    }
  })
}

function showSidebar(
  view: WebviewView,
  extensionUri: Uri,
  documents: ArticleDocuments,
  folder: ArticleFolder
): Disposable {
  const owned = disposableList()
  const { webview } = view
  const post = (message: HostMessage) => void webview.postMessage(message)
  const content = owned.add(sidebarContent(documents, folder, post))

  async function receive(message: WebviewMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        post({ type: 'strings', strings: sidebarStrings(l10n, env.language) })
        return content.show(message.scope, message.filter)
      case 'scope':
        return content.show(message.scope, message.filter)
      case 'filter':
        return content.setFilter(message.filter)
      case 'page':
        return content.answerPage(message.revision, message.list, message.from)
      case 'mentions':
        return content.answerMentions(message.revision, message.keys)
      case 'elsewhere':
        return content.answerElsewhere(message.revision, message.key, message.count)
      case 'open':
        if (!content.lists(message.uri)) return
        content.expectCursor(message, message.how === 'preview')
        return openPlace(message, message.how)
      case 'attitudes':
        return setAttitudes(message.shown)
      case 'command':
        await commands.executeCommand(commandIds[message.command])
    }
  }

  owned.add(
    webview.onDidReceiveMessage((value: unknown) => {
      const message = readWebviewMessage(value)
      if (message) void receive(message)
    })
  )
  // A hidden webview is gone; it says `ready` again when it comes back.
  owned.add(view.onDidChangeVisibility(() => view.visible || content.hide()))

  const dist = Uri.joinPath(extensionUri, 'dist')
  const resource = (file: string) => webview.asWebviewUri(Uri.joinPath(dist, file)).toString()
  webview.options = { enableScripts: true, localResourceRoots: [dist] }
  webview.html = sidebarHtml({
    script: resource('webview.js'),
    style: resource('webview.css'),
    source: webview.cspSource,
    nonce: randomNonce(),
    language: env.language,
    title: l10n.t('Entities and links')
  })
  return owned
}

/** Where the setting is given for the workspace, there; else for the user. */
async function setAttitudes(shown: boolean): Promise<void> {
  const settings = workspace.getConfiguration(settingsSection)
  const inWorkspace = settings.inspect('quotes.showAttitudes')?.workspaceValue !== undefined
  await settings.update(
    'quotes.showAttitudes',
    shown,
    inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global
  )
}

function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
