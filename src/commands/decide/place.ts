import { Uri, window, workspace, type LogOutputChannel, type TextDocument } from 'vscode'
import { anchorAt, factsAt, type Deciding, type FactsAt, type Pointed } from '../../annotations'
import type { AnalyzedText } from '../../analysis'
import type { Decided, Edit } from '../../annotations'
import type { Span } from '../../article'
import { randomId } from '../../util/randomId'
import type { Annotations } from '../../workspace/annotations/annotations'
import type { ArticleDocuments, OpenArticle } from '../../workspace/articleDocuments'
import type { ArticleFolder } from '../../workspace/articleFolder'
import { isArticle } from '../../workspace/articleLanguage'
import { l10n } from '../../workspace/l10n'
import { activeReadingView } from '../../workspace/readingViews'
import { rangeToSpan } from '../../workspace/spans'
import { decideArgument } from './decideArgument'

/** What the commands that decide work with. */
export interface DecideTools {
  readonly annotations: Annotations
  readonly documents: ArticleDocuments
  readonly folder: ArticleFolder
  readonly log: LogOutputChannel
}

/** Where something is decided. */
export interface Place {
  readonly document: TextDocument
  readonly article: OpenArticle
  /** The cursor, the selected words, or what a row, a link or the reading view points at. */
  readonly pointed: Pointed
  /** The selected pieces of text, without white space at their ends, in order; none where nothing is selected. */
  readonly selected: readonly Span[]
  readonly facts: FactsAt
  /** What kind of row it came from. */
  readonly section: string | undefined
}

/** Makes of a place the edits of a step; none are nothing to do. */
export type MakeEdits = (deciding: Deciding) => readonly Edit[]

/**
 * Where a command decides: what its argument points at, otherwise where the cursor of the active editor is. Undefined, and said
 * in the status bar, where there is no article.
 */
export async function decidePlace(tools: DecideTools, argument: unknown): Promise<Place | undefined> {
  const given = decideArgument(argument)
  const active = given ? undefined : activeSelections()
  const document = given ? await openDocument(tools, given.uri) : active?.document
  if (!document || !isArticle(document)) return say(l10n.t('Open the article about which you want to decide.'))
  const article = await tools.documents.analyze(document)
  if (!article || article.problem) return say(l10n.t('This article is not analyzed yet.'))
  if (!tools.annotations.canAnnotate(document.uri))
    return say(l10n.t('Save the article as a file first: decisions are kept beside it.'))
  const chosen = given?.section === 'selection' ? [given] : (active?.selections ?? [])
  const selected = selectedSpans(document, chosen)
  const pointed: Pointed = given ?? selected[0] ?? active!.cursor
  if (pointed.end > article.text.length) return say(l10n.t('The article has changed.'))
  return { document, article, pointed, selected, facts: factsAt(article, pointed), section: given?.section }
}

/** All that decisions on an article are made from. */
export function decidingOn(
  { annotations }: DecideTools,
  uri: Uri,
  article: AnalyzedText & { readonly decided?: Decided | undefined }
): Deciding {
  const own = annotations.annotator()
  return {
    article,
    own: annotations.layers(uri).find(({ annotator }) => annotator === own)?.decisions ?? [],
    project: annotations.project(uri),
    folder: annotations.projectFolder(uri),
    tools: {
      anchorAt,
      draft: (content, place) => annotations.draft(content, place),
      newIri: () => `urn:uuid:${randomId()}`
    }
  }
}

/** Says something in passing. Gives undefined, so that who has nothing to do can return it. */
export function say(message: string): undefined {
  window.setStatusBarMessage(`$(pencil) ${message.replace(/\$\(/g, '$ (')}`, 5000)
  return undefined
}

async function openDocument({ log }: DecideTools, uri: string): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(Uri.parse(uri, true))
  } catch (error) {
    log.warn(`${uri} could not be opened`, error)
    return undefined
  }
}

/** Selections without the white space at their ends, in order of the text. */
function selectedSpans(document: TextDocument, selections: readonly Span[]): readonly Span[] {
  const text = document.getText()
  return selections
    .map(({ start, end }) => {
      const words = text.slice(start, end)
      const from = start + words.length - words.trimStart().length
      return { start: from, end: Math.max(from, start + words.trimEnd().length) }
    })
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start)
}

/** What is selected in the text that the user is in: an editor's, or a reading view's. */
function activeSelections():
  { readonly document: TextDocument; readonly selections: readonly Span[]; readonly cursor: Span } | undefined {
  const reading = activeReadingView()
  if (reading) {
    const selection = reading.selection()
    return {
      document: reading.document,
      selections: [selection],
      cursor: { start: selection.end, end: selection.end }
    }
  }
  const editor = window.activeTextEditor
  if (!editor) return undefined
  const { document, selections, selection } = editor
  const offset = document.offsetAt(selection.active)
  return {
    document,
    selections: selections.map((one) => rangeToSpan(document, one)),
    cursor: { start: offset, end: offset }
  }
}
