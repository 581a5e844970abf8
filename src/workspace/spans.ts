import { Range, type TextDocument } from 'vscode'
import type { Span } from '../article'

/** The range of a span of the document's text. The document must be of the version that the span was found in. */
export function spanToRange(document: TextDocument, span: Span): Range {
  return new Range(document.positionAt(span.start), document.positionAt(span.end))
}

export function rangeToSpan(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) }
}
