import { commands, env, window, workspace, type TextDocument, type WebviewPanel } from 'vscode'
import type { Span } from '../article'
import type { HostEvent, KeptReading, ReadingState, WebviewEvent, WebviewSide } from '../protocol/reading'
import { disposableList, type Disposable } from '../util/disposable'
import { inSlices } from '../util/slices'
import type { Steps } from '../util/steps'
import { showPage } from '../webviewHost/showPage'
import { l10n } from '../workspace/l10n'
import { addReadingView } from '../workspace/readingViews'
import { highlights, maximumArticleSize, settingsSection, shownCodes, showsAttitudes } from '../workspace/settings'
import { markWords } from './markWords'
import { readingState } from './readingState'
import { readingStrings } from './readingStrings'
import type { ReadingTools } from './readingTools'
import { sentBlocks } from './sentBlocks'
import { webviewMessage } from '../protocol/reading/webviewMessages'

/** A reading view of a document. */
export interface ReadingEditor extends Disposable {
  readonly document: TextDocument
  readonly panel: WebviewPanel
  /** Where the reader is. UTF-16 units. */
  readonly place: () => number
  /** Once the page is there. */
  post(event: HostEvent): void
}

export interface ReadingEditorOptions extends ReadingTools {
  /** The next or previous quote of a source, by its key, is in another article. */
  readonly onBeyond: (document: TextDocument, source: string, direction: 'next' | 'previous') => Promise<void>
}

/** Shows a document to be read, and follows it. Dispose of it with the panel. */
export function readingEditor(
  document: TextDocument,
  panel: WebviewPanel,
  options: ReadingEditorOptions
): ReadingEditor {
  const { extensionUri, documents, annotations, kept, log } = options
  const uri = document.uri.toString()
  const owned = disposableList()
  const sent = sentBlocks()
  /** What waits until the page is there, and has its text. */
  let waiting: HostEvent[] = []
  let isThere = false
  let hasState = false
  let turns = 0
  let selection: Span = { start: 0, end: 0 }
  let read = kept.of(uri).top

  const page = owned.add(
    showPage<WebviewSide, HostEvent>(panel.webview, {
      extensionUri,
      page: 'reading',
      title: l10n.t('Reading'),
      schema: webviewMessage,
      answers: {},
      onEvent,
      onFailedEvent: () => void window.showErrorMessage(l10n.t('This failed; the Article Annotator output says why.')),
      log
    })
  )
  const editor: ReadingEditor = {
    document,
    panel,
    place: () => read,
    post(event) {
      if (hasState) page.post(event)
      else waiting.push(event)
    },
    dispose: () => owned.dispose()
  }
  const view = owned.add(
    addReadingView({
      document,
      isActive: () => panel.active,
      isVisible: () => panel.visible,
      selection: () => selection,
      reveal({ start, end }, { preserveFocus }) {
        if (!preserveFocus) panel.reveal(undefined, false)
        editor.post({ kind: 'reveal', start, end, focus: !preserveFocus })
      }
    })
  )

  async function show(): Promise<void> {
    if (!isThere) return
    const turn = ++turns
    const { version } = document
    const isWanted = () => turn === turns && document.version === version && isThere
    try {
      const state = await inSlices(stateSteps(version), isWanted)
      if (!state) return
      page.post({ kind: 'state', state })
      hasState = true
      for (const event of waiting.splice(0)) page.post(event)
    } catch (error) {
      log.error(`Reading view: ${uri} could not be shown`, error)
    }
  }

  function* stateSteps(version: number): Steps<ReadingState> {
    const { layout, notice } = yield* readingState(
      document,
      documents.peek(document.uri),
      maximumArticleSize(document),
      {
        highlights: highlights(document),
        attitudes: showsAttitudes(document),
        codes: shownCodes(document) !== 'off',
        project: annotations.project(document.uri),
        unknownCode: l10n.t('Unknown code')
      }
    )
    const { blocks, sources, quotes, codes } = layout
    const { length } = document.getText()
    return { version, length, notice, ...(yield* sent.of(blocks, !hasState)), sources, quotes, codes }
  }

  async function onEvent(event: WebviewEvent): Promise<void> {
    switch (event.kind) {
      case 'ready':
        isThere = true
        hasState = false
        page.post({ kind: 'strings', strings: readingStrings(l10n, env.language) })
        page.post({ kind: 'kept', kept: kept.of(uri) })
        await show()
        // What is not in sight is analyzed only when it is asked for.
        return void documents.analyze(document)
      case 'selection':
        if (event.version !== document.version) return
        selection = { start: event.start, end: event.end }
        read = event.start
        return view.change('selection')
      case 'mark':
        if (event.version === document.version) return await markWords(document, event, event.mark)
        return void window.setStatusBarMessage(l10n.t('The article has changed.'), 5000)
      case 'kept':
        read = event.read
        return kept.keep(uri, keptOf(event))
      case 'codings':
        return void (await commands.executeCommand('articleAnnotator.showQuotes', {
          query: event.filter,
          show: 'codings'
        }))
      case 'beyond':
        return await options.onBeyond(document, event.source, event.direction)
    }
  }

  owned.add(
    documents.onDidAnalyze((analyzed) => {
      if (analyzed.uri.toString() === uri) void show()
    })
  )
  owned.add(annotations.onDidChange(({ isProject }) => isProject && void show()))
  owned.add(
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settingsSection, document)) void show()
    })
  )
  owned.add(
    panel.onDidChangeViewState(() => {
      // VS Code discards the page of a hidden view; a new page says that it is ready.
      if (!panel.visible) isThere = hasState = false
      view.change('shown')
    })
  )
  owned.add({ dispose: () => (waiting = []) })
  return editor
}

function keptOf({ top, lit, names, codes }: KeptReading): KeptReading {
  return { top, lit, names, codes }
}
