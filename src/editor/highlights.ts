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
import { leftOut, type LeftOut, type Span } from '../article'
import { disposableList } from '../util/disposable'
import { atOnceOrInSlices } from '../util/slices'
import { mappedInSteps, type Steps } from '../util/steps'
import type { ArticleDocuments, OpenArticle } from '../workspace/articleDocuments'
import { isArticle } from '../workspace/articleLanguage'
import { l10n } from '../workspace/l10n'
import { highlights, highlightsText, showsAttitudes } from '../workspace/settings'
import { spanToRange } from '../workspace/spans'
import { onDidChangeHighlights } from '../workspace/switchHighlights'
import { reviewSpans, type ReviewSpan } from './decidedSpans'
import { leftOutStyle, nameStyle, quoteLineStyle, quoteShadeStyle, reviewStyle } from './highlightStyles'
import { leftOutText } from './leftOutText'
import { namedMentionsInSteps, namePart, nameParts } from './namedTokens'
import { quoteDecorations, quoteLines } from './quoteDecorations'
import { shownDecorations, type Decorations } from './shownDecorations'

/** VS Code is asked for the line of each. */
const spansPerStep = 500

/** Highlights names, quotes, sources and what is to be reviewed in every visible article, and dims what was left out. */
export function registerHighlights(documents: ArticleDocuments): Disposable {
  const owned = disposableList()
  const type = (style: DecorationRenderOptions) => owned.add(window.createTextEditorDecorationType(style))
  const both = (style: (isDecided: boolean) => DecorationRenderOptions) => ({
    suggested: type(style(false)),
    decided: type(style(true))
  })
  // Of two lines below the same words VS Code shows the later type's.
  const dimmed = type(leftOutStyle())
  const shade = type(quoteShadeStyle())
  const lines = byKey(quoteLines, (part) => both((isDecided) => quoteLineStyle(part, isDecided)))
  const names = byKey(nameParts, (part) => both((isDecided) => nameStyle(part, isDecided)))
  const review = type(reviewStyle())
  const show = shownDecorations()

  /** Of each editor another object for each time that it is decorated: who is not the last one gives up. */
  const turns = new WeakMap<TextEditor, object>()

  function decorate(editor: TextEditor, foreseen?: OpenArticle): void {
    const { document } = editor
    const analyzed = isArticle(document) ? (documents.peek(document.uri) ?? foreseen) : undefined
    if (!analyzed || analyzed.version !== document.version) return
    const turn = {}
    turns.set(editor, turn)
    const isWanted = () =>
      turns.get(editor) === turn &&
      (documents.peek(document.uri) ?? foreseen) === analyzed &&
      document.version === analyzed.version &&
      window.visibleTextEditors.includes(editor)
    const made = atOnceOrInSlices(decorationsOf(document, analyzed), isWanted)
    if (!(made instanceof Promise)) return show(editor, made)
    void made.then((late) => late && show(editor, late))
  }

  /** In steps of a few milliseconds: a long article has tens of thousands. */
  function* decorationsOf(
    document: TextDocument,
    { article, analysis, standing, decided: decisions }: OpenArticle
  ): Steps<Decorations> {
    const shown = highlights(document)
    const decorations = new Map<TextEditorDecorationType, readonly Range[] | readonly DecorationOptions[]>()
    function* put(type: TextEditorDecorationType, spans: readonly Span[]): Steps<void> {
      if (spans.length === 0) return
      decorations.set(type, yield* mappedInSteps(spans, (span) => spanToRange(document, span), spansPerStep))
    }
    const quotes = yield* quoteDecorations(analysis, { ...shown, attitudes: showsAttitudes(document) })
    yield* put(shade, quotes.shade)
    for (const state of ['suggested', 'decided'] as const) {
      for (const part of quoteLines) yield* put(lines[part][state], quotes[state][part])
    }
    const mentions = yield* namedMentionsInSteps(analysis, shown)
    for (const part of nameParts) {
      yield
      const own = mentions.filter((mention) => namePart(mention) === part)
      yield* put(
        names[part].suggested,
        own.filter(({ decidedBy }) => decidedBy === undefined)
      )
      yield* put(
        names[part].decided,
        own.filter(({ decidedBy }) => decidedBy !== undefined)
      )
    }
    const out = highlightsText(document) && standing?.isArticle !== false ? leftOut(article) : []
    if (out.length > 0)
      decorations.set(dimmed, yield* mappedInSteps(out, (part) => asLeftOut(document, part), spansPerStep))
    if (decisions && highlightsText(document))
      decorations.set(
        review,
        yield* mappedInSteps(reviewSpans(decisions), (span) => toReview(document, span), spansPerStep)
      )
    return decorations
  }

  const decorateAll = () => window.visibleTextEditors.forEach((editor) => decorate(editor))
  owned.add(
    documents.onDidAnalyze(({ uri }) => {
      for (const editor of window.visibleTextEditors)
        if (editor.document.uri.toString() === uri.toString()) decorate(editor)
    })
  )
  owned.add(
    documents.onDidForesee((foreseen) => {
      for (const editor of window.visibleTextEditors)
        if (editor.document.uri.toString() === foreseen.uri.toString()) decorate(editor, foreseen)
    })
  )
  owned.add(window.onDidChangeVisibleTextEditors((editors) => editors.forEach((editor) => decorate(editor))))
  owned.add(onDidChangeHighlights(decorateAll))
  return owned
}

function byKey<Key extends string, Value>(
  keys: readonly Key[],
  make: (key: Key) => Value
): Readonly<Record<Key, Value>> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>
}

function asLeftOut(document: TextDocument, part: LeftOut): DecorationOptions {
  return { range: spanToRange(document, part), hoverMessage: new MarkdownString(leftOutText(part.reason)) }
}

function toReview(document: TextDocument, span: ReviewSpan): DecorationOptions {
  const { creator } = span.decision
  const why =
    span.state === 'changed'
      ? l10n.t('To review: these words were edited since {0} decided about them.', creator)
      : l10n.t('To review: {0} decided about these words, which are in the text several times.', creator)
  return { range: spanToRange(document, span), hoverMessage: new MarkdownString().appendText(why) }
}
