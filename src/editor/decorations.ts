import { ThemeColor, window, workspace, type DecorationRenderOptions, type Disposable, type TextEditor } from 'vscode'
import { disposableList } from '../util/disposable'
import type { ArticleDocuments } from '../workspace/articleDocuments'
import { isArticle } from '../workspace/articleLanguage'
import { highlightSettings } from '../workspace/settings'
import { spanToRange } from '../workspace/spans'
import { quoteDecorations } from './quoteDecorations'

/**
 * Decorates the content of indirect and mixed quotes, and the sources and cues of all quotes, in every visible article.
 */
export function registerQuoteDecorations(documents: ArticleDocuments): Disposable {
  const owned = disposableList()
  const content = owned.add(window.createTextEditorDecorationType(contentStyle))
  const source = owned.add(window.createTextEditorDecorationType(sourceStyle))
  const cue = owned.add(window.createTextEditorDecorationType(cueStyle))

  function decorate(editor: TextEditor): void {
    const { document } = editor
    const analyzed = isArticle(document) ? documents.peek(document.uri) : undefined
    if (!analyzed) return
    const { quotes, attitudes } = highlightSettings(document)
    const spans = quoteDecorations(analyzed.analysis, { parts: quotes, attitudes })
    editor.setDecorations(
      content,
      spans.content.map((span) => spanToRange(document, span))
    )
    editor.setDecorations(
      source,
      spans.source.map((span) => spanToRange(document, span))
    )
    editor.setDecorations(
      cue,
      spans.cue.map((span) => spanToRange(document, span))
    )
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
