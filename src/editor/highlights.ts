import {
  MarkdownString,
  window,
  type DecorationOptions,
  type DecorationRenderOptions,
  type Disposable,
  type Range,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType
} from 'vscode'
import type { Span } from '../article'
import { disposableList } from '../util/disposable'
import type { ArticleDocuments } from '../workspace/articleDocuments'
import { isArticle } from '../workspace/articleLanguage'
import { l10n } from '../workspace/l10n'
import { highlights, highlightsText, showsAttitudes } from '../workspace/settings'
import { spanToRange } from '../workspace/spans'
import { onDidChangeHighlights } from '../workspace/switchHighlights'
import { reviewSpans, type ReviewSpan } from './decidedSpans'
import { nameStyle, quoteLineStyle, quoteShadeStyle, reviewStyle } from './highlightStyles'
import { namedMentions, namePart, nameParts } from './namedTokens'
import { quoteDecorations, quoteLines } from './quoteDecorations'
import { shownDecorations } from './shownDecorations'

/** Highlights names, quotes, sources and what is to be reviewed in every visible article. */
export function registerHighlights(documents: ArticleDocuments): Disposable {
  const owned = disposableList()
  const type = (style: DecorationRenderOptions) => owned.add(window.createTextEditorDecorationType(style))
  const both = (style: (isDecided: boolean) => DecorationRenderOptions) => ({
    suggested: type(style(false)),
    decided: type(style(true))
  })
  // Of two lines below the same words VS Code shows the later type's.
  const shade = type(quoteShadeStyle())
  const lines = byKey(quoteLines, (part) => both((isDecided) => quoteLineStyle(part, isDecided)))
  const names = byKey(nameParts, (part) => both((isDecided) => nameStyle(part, isDecided)))
  const review = type(reviewStyle())
  const show = shownDecorations()

  function decorate(editor: TextEditor): void {
    const { document } = editor
    const analyzed = isArticle(document) ? documents.peek(document.uri) : undefined
    if (!analyzed) return
    const { analysis, decided: decisions } = analyzed
    const shown = highlights(document)
    const decorations = new Map<TextEditorDecorationType, readonly Range[] | readonly DecorationOptions[]>()
    const put = (type: TextEditorDecorationType, spans: readonly Span[]) => {
      if (spans.length > 0)
        decorations.set(
          type,
          spans.map((span) => spanToRange(document, span))
        )
    }
    const quotes = quoteDecorations(analysis, { ...shown, attitudes: showsAttitudes(document) })
    put(shade, quotes.shade)
    for (const state of ['suggested', 'decided'] as const) {
      for (const part of quoteLines) put(lines[part][state], quotes[state][part])
    }
    const mentions = namedMentions(analysis, shown)
    for (const part of nameParts) {
      const own = mentions.filter((mention) => namePart(mention) === part)
      put(
        names[part].suggested,
        own.filter(({ decidedBy }) => decidedBy === undefined)
      )
      put(
        names[part].decided,
        own.filter(({ decidedBy }) => decidedBy !== undefined)
      )
    }
    if (decisions && highlightsText(document))
      decorations.set(
        review,
        reviewSpans(decisions).map((span) => toReview(document, span))
      )
    show(editor, decorations)
  }

  const decorateAll = () => window.visibleTextEditors.forEach(decorate)
  owned.add(
    documents.onDidAnalyze(({ uri }) => {
      for (const editor of window.visibleTextEditors)
        if (editor.document.uri.toString() === uri.toString()) decorate(editor)
    })
  )
  owned.add(window.onDidChangeVisibleTextEditors((editors) => editors.forEach(decorate)))
  owned.add(onDidChangeHighlights(decorateAll))
  return owned
}

function byKey<Key extends string, Value>(
  keys: readonly Key[],
  make: (key: Key) => Value
): Readonly<Record<Key, Value>> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>
}

function toReview(document: TextDocument, span: ReviewSpan): DecorationOptions {
  const { creator } = span.decision
  const why =
    span.state === 'changed'
      ? l10n.t('To review: these words were edited since {0} decided about them.', creator)
      : l10n.t('To review: {0} decided about these words, which are in the text several times.', creator)
  return { range: spanToRange(document, span), hoverMessage: new MarkdownString().appendText(why) }
}
