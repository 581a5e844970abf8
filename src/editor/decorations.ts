import {
  l10n,
  MarkdownString,
  OverviewRulerLane,
  ThemeColor,
  window,
  workspace,
  type DecorationOptions,
  type DecorationRenderOptions,
  type Disposable,
  type TextDocument,
  type TextEditor
} from 'vscode'
import type { Span } from '../article'
import { disposableList } from '../util/disposable'
import type { ArticleDocuments } from '../workspace/articleDocuments'
import { isArticle } from '../workspace/articleLanguage'
import { highlightSettings } from '../workspace/settings'
import { spanToRange } from '../workspace/spans'
import { decidedMentions, reviewSpans, type ReviewSpan } from './decidedSpans'
import { quoteDecorations } from './quoteDecorations'

/**
 * Decorates the content of indirect and mixed quotes, the sources and cues of all quotes, and what is decided, in every
 * visible article.
 */
export function registerQuoteDecorations(documents: ArticleDocuments): Disposable {
  const owned = disposableList()
  const type = (style: DecorationRenderOptions) => owned.add(window.createTextEditorDecorationType(style))
  const suggested = { content: type(contentStyle), source: type(sourceStyle), cue: type(cueStyle) }
  const decided = { content: type(decidedContentStyle), source: type(thick(sourceStyle)), cue: type(thick(cueStyle)) }
  const mention = type(decidedMentionStyle)
  const review = type(reviewStyle)

  function decorate(editor: TextEditor): void {
    const { document } = editor
    const analyzed = isArticle(document) ? documents.peek(document.uri) : undefined
    if (!analyzed) return
    const { analysis, decided: decisions } = analyzed
    const { names, quotes, attitudes } = highlightSettings(document)
    const ranges = (spans: readonly Span[]) => spans.map((span) => spanToRange(document, span))
    const spans = quoteDecorations(analysis, { parts: quotes, attitudes })
    for (const part of ['content', 'source', 'cue'] as const) {
      editor.setDecorations(suggested[part], ranges(spans.suggested[part]))
      editor.setDecorations(decided[part], ranges(spans.decided[part]))
    }
    editor.setDecorations(mention, names ? ranges(decidedMentions(analysis)) : [])
    editor.setDecorations(review, decisions ? reviewSpans(decisions).map((span) => toReview(document, span)) : [])
  }

  owned.add(
    documents.onDidAnalyze(({ uri }) => {
      for (const editor of window.visibleTextEditors)
        if (editor.document.uri.toString() === uri.toString()) decorate(editor)
    })
  )
  owned.add(window.onDidChangeVisibleTextEditors((editors) => editors.forEach(decorate)))
  owned.add(
    workspace.onDidChangeConfiguration(
      (change) => change.affectsConfiguration('articleAnnotator') && window.visibleTextEditors.forEach(decorate)
    )
  )
  return owned
}

function toReview(document: TextDocument, span: ReviewSpan): DecorationOptions {
  const { creator } = span.decision
  const why =
    span.state === 'changed'
      ? l10n.t('To review: these words were edited since {0} decided about them.', creator)
      : l10n.t('To review: {0} decided about these words, which are in the text several times.', creator)
  return { range: spanToRange(document, span), hoverMessage: new MarkdownString().appendText(why) }
}

/** Content, source and cue have different line styles, so that they can be distinguished without colours. */
const contentStyle: DecorationRenderOptions = {
  backgroundColor: new ThemeColor('articleAnnotator.quoteContentBackground'),
  borderColor: new ThemeColor('articleAnnotator.quoteContentBorder'),
  borderStyle: 'dashed',
  borderWidth: '0 0 1px 0'
}

const sourceStyle: DecorationRenderOptions = {
  borderColor: new ThemeColor('articleAnnotator.quoteSourceUnderline'),
  borderStyle: 'solid',
  borderWidth: '0 0 1px 0'
}

const cueStyle: DecorationRenderOptions = {
  borderColor: new ThemeColor('articleAnnotator.quoteCueUnderline'),
  borderStyle: 'dotted',
  borderWidth: '0 0 1px 0'
}

/** What is decided is solid: a line below a quote's whole content, thick lines below source and cue, bold names. */
const decidedContentStyle: DecorationRenderOptions = {
  ...contentStyle,
  borderColor: new ThemeColor('articleAnnotator.decidedQuoteUnderline'),
  borderStyle: 'solid'
}

const decidedMentionStyle: DecorationRenderOptions = { fontWeight: 'bold' }

const reviewStyle: DecorationRenderOptions = {
  // A decoration has no colour of its own for its line: the theme's colour is a variable of the workbench.
  textDecoration: 'underline wavy var(--vscode-articleAnnotator-reviewUnderline, currentColor)',
  overviewRulerColor: new ThemeColor('articleAnnotator.reviewUnderline'),
  overviewRulerLane: OverviewRulerLane.Right
}

function thick(style: DecorationRenderOptions): DecorationRenderOptions {
  return { ...style, borderWidth: '0 0 2px 0' }
}
