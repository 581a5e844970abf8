import { shownText, type SourceText, type Span } from '../article'
import { longestQuoteShown } from '../corpus'
import { lineAt as lineIndexAt, lineStarts } from '../util/lineStarts'
import { countWords } from '../util/countWords'
import { onOneLine, stretchesOnOneLine, trimCut } from '../util/oneLine'

/** Longest context before and after a mention, in UTF-16 units. */
const contextLength = 48

/** An object whose text never changes, so that results can be cached by it. */
export type WithText = SourceText

const knownLineStarts = new WeakMap<WithText, readonly number[]>()
const wordsOf = new WeakMap<WithText, number>()

/** The number of the line that holds the offset, from 1. Lines end at LF, CR or CRLF, as in VS Code. */
export function lineAt(article: WithText, offset: number): number {
  return lineIndexAt(lineStartsOf(article), offset) + 1
}

/** What a reader sees of ordered spans on one line with ellipses between them, at most `longestQuoteShown`; "" for none. */
export function surface(article: WithText, spans: readonly Span[] | null): string {
  return stretchesOnOneLine((span) => shownText(article, span), spans, longestQuoteShown)
}

/** From the first character of the first span to the last of the last. */
export function extent(spans: readonly Span[]): Span {
  return { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }
}

/** The words before and after a span in its line, cut at blanks, with an ellipsis where something was left out. */
export function context(article: WithText, span: Span): { readonly before: string; readonly after: string } {
  const { text } = article
  const starts = lineStartsOf(article)
  const line = lineAt(article, span.start)
  const lineStart = starts[line - 1] ?? 0
  const lineEnd = starts[lineAt(article, Math.max(span.start, span.end - 1))] ?? text.length
  const before = shownContext(
    (length) => shownText(article, { start: Math.max(lineStart, span.start - length), end: span.start }),
    span.start - lineStart
  )
  const after = shownContext(
    (length) => shownText(article, { start: span.end, end: Math.min(lineEnd, span.end + length) }),
    lineEnd - span.end
  )
  const cutBefore = before.slice(-contextLength)
  const cutAfter = after.slice(0, contextLength)
  return {
    before: onOneLine(
      cutBefore === before ? before.trimStart() : `\u2026${cutBefore.slice(firstBlank(cutBefore))}`,
      false
    ),
    after: onOneLine(
      cutAfter === after ? after.trimEnd() : `${trimCut(cutAfter.slice(0, lastBlank(cutAfter)))}\u2026`,
      false
    )
  }
}

/** More than `contextLength` of what is shown, or all of it: a stretch of the source may be markup for the most part. */
function shownContext(shown: (length: number) => string, longest: number): string {
  for (let length = contextLength + 1; ; length *= 2) {
    const found = shown(length)
    if (length >= longest || found.length > contextLength) return found
  }
}

/** The number of words of an article. */
export function articleWords(article: WithText): number {
  const known = wordsOf.get(article)
  if (known !== undefined) return known
  const words = countWords(shownText(article, { start: 0, end: article.text.length }))
  wordsOf.set(article, words)
  return words
}

function lineStartsOf(article: WithText): readonly number[] {
  const known = knownLineStarts.get(article)
  if (known) return known
  const starts = lineStarts(article.text)
  knownLineStarts.set(article, starts)
  return starts
}

/** Where the cut text may begin: after its first blank, or without a blank after half a surrogate pair. */
function firstBlank(text: string): number {
  const blank = text.search(/\s/u)
  if (blank >= 0) return blank + 1
  return /^[\uDC00-\uDFFF]/.test(text) ? 1 : 0
}

function lastBlank(text: string): number {
  const blank = /\s\S*$/u.exec(text.slice(-contextLength))
  return blank ? text.length - blank[0].length : text.length
}
