import {
  OverviewRulerLane,
  Range,
  window,
  workspace,
  type DecorationRenderOptions,
  type Disposable,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType
} from 'vscode'
import { shownColor } from '../annotations'
import { disposableList } from '../util/disposable'
import { atOnceOrInSlices } from '../util/slices'
import type { Steps } from '../util/steps'
import type { Annotations } from '../workspace/annotations/annotations'
import type { ArticleDocuments, OpenArticle } from '../workspace/articleDocuments'
import { isArticle } from '../workspace/articleLanguage'
import { shownCodes } from '../workspace/settings'
import { spanToRange } from '../workspace/spans'
import { svgUri } from './codeIcon'
import { marginLines, type MarginLine } from './codeMargin'
import { memoColor, stripedSpans, stripesCss, type StripedSpan } from './codeStripes'
import { barsSvg } from './codeSvg'
import { shownDecorations, type Decorations } from './shownDecorations'

/** VS Code is asked for the line of each. */
const spansPerStep = 500

/** Draws the codes and memos of every visible article: stripes below the words, bars in the margin. */
export function registerCodeDecorations(documents: ArticleDocuments, annotations: Annotations): Disposable {
  const owned = disposableList()
  const types = owned.add(decorationTypes())
  const show = shownDecorations()

  /** Of each editor another object for each time that it is decorated: who is not the last one gives up. */
  const turns = new WeakMap<TextEditor, object>()

  function decorate(editor: TextEditor): void {
    const { document } = editor
    if (!isArticle(document)) return
    const analyzed = documents.peek(document.uri)
    if (!analyzed) return
    const turn = {}
    turns.set(editor, turn)
    const isWanted = () =>
      turns.get(editor) === turn &&
      documents.peek(document.uri) === analyzed &&
      window.visibleTextEditors.includes(editor)
    const made = atOnceOrInSlices(rangesIn(document, analyzed), isWanted)
    if (!(made instanceof Promise)) return show(editor, made)
    void made.then((late) => late && show(editor, late))
  }

  function* rangesIn(document: TextDocument, { decided }: OpenArticle): Steps<Decorations> {
    const shown = shownCodes(document)
    const codes = annotations.project(document.uri).codes
    const spans = shown === 'off' ? [] : stripedSpans(decided?.marks ?? [], codes)
    yield
    const ranges = new Map<TextEditorDecorationType, Range[]>()
    const put = (type: TextEditorDecorationType, range: Range) => {
      const known = ranges.get(type)
      if (known) known.push(range)
      else ranges.set(type, [range])
    }
    if (shown === 'all' || shown === 'words')
      for (const [index, span] of spans.entries()) {
        if (index % spansPerStep === spansPerStep - 1) yield
        put(
          types.of(`words ${span.key}`, () => wordsStyle(span)),
          spanToRange(document, span)
        )
      }
    yield
    if (shown === 'all' || shown === 'margin') {
      const lines = marginLines(spans, ({ start, end }) => [
        document.positionAt(start).line,
        document.positionAt(end).line
      ])
      for (const line of lines)
        put(
          types.of(`margin ${line.key}`, () => marginStyle(line)),
          new Range(line.line, 0, line.line, 0)
        )
    }
    return ranges
  }

  const decorateAll = () => window.visibleTextEditors.forEach(decorate)
  owned.add(
    documents.onDidAnalyze(({ uri }) => {
      for (const editor of window.visibleTextEditors)
        if (editor.document.uri.toString() === uri.toString()) decorate(editor)
    })
  )
  owned.add(annotations.onDidChange(({ isProject }) => isProject && decorateAll()))
  owned.add(window.onDidChangeVisibleTextEditors(decorateAll))
  owned.add(
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('articleAnnotator') && decorateAll())
  )
  return owned
}

interface DecorationTypes extends Disposable {
  /** The type of that key, made when it is needed first. */
  of(key: string, style: () => DecorationRenderOptions): TextEditorDecorationType
}

/** Each type is a rule of CSS: a file of many thousand colours must not make as many. Further ones all look like the first of them. */
const mostTypes = 500

/** Codes look as many different ways as they overlap: a type of decoration for each that occurs. */
function decorationTypes(): DecorationTypes {
  const byKey = new Map<string, TextEditorDecorationType>()
  return {
    of(key, style) {
      const kind = key.slice(0, key.indexOf(' '))
      const shown = byKey.has(key) || byKey.size < mostTypes ? key : `${kind} others`
      const type = byKey.get(shown) ?? window.createTextEditorDecorationType(style())
      byKey.set(shown, type)
      return type
    },
    dispose() {
      for (const type of byKey.values()) type.dispose()
      byKey.clear()
    }
  }
}

function wordsStyle(span: StripedSpan): DecorationRenderOptions {
  const color = span.stripes.find((stripe) => stripe !== undefined)?.color
  return {
    light: {
      cursor: stripesCss(span, 'light'),
      ...(color && { overviewRulerColor: shownColor(color, 'light') })
    },
    dark: {
      cursor: stripesCss(span, 'dark'),
      ...(color && { overviewRulerColor: shownColor(color, 'dark') })
    },
    overviewRulerLane: OverviewRulerLane.Left
  }
}

function marginStyle({ colors, hasMemo }: MarginLine): DecorationRenderOptions {
  const icon = (background: 'light' | 'dark') =>
    svgUri(
      barsSvg(
        colors.map((color) => shownColor(color, background)),
        hasMemo ? memoColor(background) : undefined
      )
    )
  return {
    light: { gutterIconPath: icon('light') },
    dark: { gutterIconPath: icon('dark') },
    gutterIconSize: 'contain'
  }
}
