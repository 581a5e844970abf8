import { Uri, window, workspace, type TextDocument } from 'vscode'
import { anchorAt, codingTarget, type Anchor, type CodingTarget, type TargetSource } from '../../annotations'
import type { Span } from '../../article'
import type { CodebookTools } from '../../codebook/tools'
import type { OpenArticle } from '../../workspace/articleDocuments'
import { isArticle } from '../../workspace/articleLanguage'
import { l10n } from '../../workspace/l10n'
import { activeReadingView } from '../../workspace/readingViews'
import { rangeToSpan } from '../../workspace/spans'
import { decideArgument, type DecideArgument } from '../decide/decideArgument'

/** An open article and the words in it that a command is about. */
export interface WordsAt {
  readonly document: TextDocument
  readonly analyzed: OpenArticle
  /** Each target's pieces, as they are in `analyzed`. */
  readonly targets: readonly CodingTarget[]
  /** Where the command was called: the selections, or the span that it was given. */
  readonly selections: readonly Span[]
  /** What the command was given, where it was not called in the editor. */
  readonly given: DecideArgument | undefined
}

/**
 * The words that a command of coding is about: those of its argument, `{ uri, start, end }`, which may be anything, or those
 * at the cursors of the active editor. Undefined when there are none; the user is told why.
 */
export async function wordsAt(tools: CodebookTools, argument: unknown): Promise<WordsAt | undefined> {
  const given = decideArgument(argument)
  const reading = given ? undefined : activeReadingView()
  const document = given ? await opened(given.uri) : (reading ?? window.activeTextEditor)?.document
  if (!document || !isArticle(document)) return told(l10n.t('Open an article and select some words first.'))
  if (!tools.annotations.canAnnotate(document.uri))
    return told(l10n.t('Save the article as a file first: annotations are kept beside it.'))
  const version = document.version
  const selections = given
    ? [{ start: given.start, end: given.end }]
    : reading
      ? [reading.selection()]
      : (window.activeTextEditor?.selections ?? []).map((range) => rangeToSpan(document, range))
  const analyzed = await tools.documents.analyze(document)
  if (!analyzed || document.version !== version) return undefined
  if (analyzed.problem) return told(l10n.t('This file cannot be annotated.'))
  const coded = codedTargets(analyzed)
  const targets = selections.flatMap(
    (span) => quoteOf(analyzed, given) ?? codingTarget(analyzed, within(analyzed, span), coded) ?? []
  )
  return { document, analyzed, targets, selections, given }
}

/** The anchors of targets in a text. */
export function anchorsFor(
  { text }: Pick<TargetSource, 'text'>,
  targets: readonly CodingTarget[]
): readonly Anchor[][] {
  return targets.map(({ pieces }) => pieces.map((piece) => anchorAt(text, piece)))
}

/** A row of the sidebar is about a whole quote, with all of its pieces. */
function quoteOf({ analysis }: OpenArticle, given: DecideArgument | undefined): CodingTarget | undefined {
  if (given?.section !== 'quote') return undefined
  const quote = analysis.quotes.find(({ content }) => content[0]?.start === given.start)
  return quote && { pieces: quote.content, kind: 'quote' }
}

function codedTargets({ decided }: OpenArticle): readonly (readonly Span[])[] {
  return (decided?.marks ?? []).filter(({ kind }) => kind === 'code').map(({ target }) => target)
}

function within({ text }: OpenArticle, { start, end }: Span): Span {
  return { start: Math.min(start, text.length), end: Math.min(end, text.length) }
}

async function opened(uri: string): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(Uri.parse(uri, true))
  } catch {
    return undefined
  }
}

function told(message: string): undefined {
  void window.showInformationMessage(message)
  return undefined
}
