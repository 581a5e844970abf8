import { commands, Uri, window, workspace, type Disposable, type TextDocument } from 'vscode'
import { disposableList } from '../util/disposable'
import type { Direction } from '../util/neighbor'
import { isArticle } from '../workspace/articleLanguage'
import { l10n } from '../workspace/l10n'
import { activeReadingView } from '../workspace/readingViews'
import { revealSpan } from '../workspace/reveal'
import { showsAttitudes } from '../workspace/settings'
import { cursorIn, openAsText, openInReadingView } from './openArticles'
import {
  endmostQuote,
  quoteElsewhere,
  quoteInArticle,
  speakerAt,
  speakerNear,
  speakerOfKey,
  type QuotePlace
} from './quoteSteps'
import { readingEditor, type ReadingEditor } from './readingEditor'
import { readingViewType, type ReadingTools } from './readingTools'

/** Registers the reading view, and the commands that open it and go from quote to quote of a source. */
export function registerReading(tools: ReadingTools): Disposable {
  const { documents, folder, log } = tools
  const owned = disposableList()
  const editors = new Set<ReadingEditor>()
  /** Words to go to in a view that is about to open, by the document's URI. */
  const pending = new Map<string, Partial<QuotePlace> & { readonly offset: number }>()
  /** Whose quotes the reader went through last, by the document's URI the key there. */
  let lastSource: { readonly uri: string; readonly key: string } | undefined

  owned.add(
    window.registerCustomEditorProvider(
      readingViewType,
      {
        resolveCustomTextEditor(document, panel) {
          const editor = readingEditor(document, panel, {
            ...tools,
            onBeyond: (_, source, direction) => beyond(document, source, direction, 'reading')
          })
          editors.add(editor)
          panel.onDidDispose(() => {
            editors.delete(editor)
            editor.dispose()
          })
          goToPending(editor)
        }
      },
      { webviewOptions: { enableFindWidget: true }, supportsMultipleEditorsPerDocument: true }
    )
  )

  function goToPending(editor: ReadingEditor): void {
    const key = editor.document.uri.toString()
    const place = pending.get(key)
    pending.delete(key)
    if (!place) return
    const { start, end } = place.span ?? { start: place.offset, end: place.offset }
    editor.post({ kind: 'reveal', start, end, focus: true, ...(place.source !== undefined && { lit: place.source }) })
  }

  async function open(argument: unknown): Promise<void> {
    const uri = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri
    const document = uri && (await workspace.openTextDocument(uri))
    if (!document || !isArticle(document))
      return say(l10n.t('Open an article first: the reading view is for text and Markdown files.'))
    const offset = cursorIn(document)
    if (offset !== undefined) pending.set(document.uri.toString(), { offset })
    await openInReadingView(document.uri)
    for (const editor of editors) if (editor.panel.active) goToPending(editor)
  }

  /** From the last quote of a source in its article to the next article that quotes it, or to the first one again. */
  async function beyond(
    document: TextDocument,
    key: string,
    direction: Direction,
    where: 'reading' | 'text'
  ): Promise<void> {
    const article = await documents.analyze(document)
    const speaker = article && speakerOfKey(article, key)
    if (!article || speaker === undefined) return
    const attitudes = showsAttitudes(document)
    const elsewhere = quoteElsewhere(folder.snapshot(), article, speaker, direction, attitudes)
    const place = elsewhere ?? endmostQuote(article, speaker, direction, attitudes)
    if (!place) return
    const uri = elsewhere?.article.uri ?? document.uri
    lastSource = { uri: uri.toString(), key: place.source }
    if (!elsewhere) say(direction === 'next' ? l10n.t('The first quote again') : l10n.t('The last quote again'))
    if (where === 'text') return await revealSpan(uri, place.span)
    pending.set(uri.toString(), { ...place, offset: place.span.start })
    if (elsewhere) await commands.executeCommand('vscode.openWith', uri, readingViewType)
    for (const editor of editors) if (editor.panel.active) goToPending(editor)
  }

  async function step(direction: Direction): Promise<void> {
    const reading = activeReadingView()
    if (reading) {
      for (const editor of editors) if (editor.panel.active) editor.post({ kind: 'step', direction })
      return
    }
    const document = window.activeTextEditor?.document
    const offset = document && cursorIn(document)
    if (!document || offset === undefined || !isArticle(document)) return say(l10n.t('Open an article first.'))
    const article = await documents.analyze(document)
    if (!article) return
    const uri = document.uri.toString()
    const known = lastSource?.uri === uri ? speakerOfKey(article, lastSource.key) : undefined
    const speaker = speakerAt(article, offset) ?? known ?? speakerNear(article, offset, direction)
    if (speaker === undefined) return say(l10n.t('Nobody is quoted in this article.'))
    const place = quoteInArticle(article, speaker, offset, direction, showsAttitudes(document))
    if (place) {
      lastSource = { uri, key: place.source }
      return await revealSpan(document.uri, place.span)
    }
    const key = endmostQuote(article, speaker, direction, true)?.source
    if (key !== undefined) await beyond(document, key, direction, 'text')
  }

  const register = (name: string, run: (argument: unknown) => unknown) =>
    owned.add(
      commands.registerCommand(`articleAnnotator.${name}`, async (argument: unknown) => {
        try {
          await run(argument)
        } catch (error) {
          log.error(`articleAnnotator.${name} failed`, error)
          void window.showErrorMessage(l10n.t('This failed; the Article Annotator output says why.'))
        }
      })
    )
  register('openReadingView', open)
  register('editAsText', async () => {
    // One is active at most, and is gone when the text is there.
    const active = [...editors].find(({ panel }) => panel.active)
    if (active) await openAsText(active)
  })
  register('nextQuoteOfSource', () => step('next'))
  register('previousQuoteOfSource', () => step('previous'))
  return owned
}

function say(message: string): void {
  window.setStatusBarMessage(message, 5000)
}
