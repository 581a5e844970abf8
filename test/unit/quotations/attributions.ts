import { readArticle, type Span } from '../../../src/article'
import { findAttributions } from '../../../src/analysis/quotations'

/** Each attribution as a line: `direct said | the official | "This is it,"`; pieces of one span are parted by ` … `. */
export function attributionsIn(...paragraphs: readonly string[]): readonly string[] {
  const text = paragraphs.join('\n')
  const surface = (spans: readonly Span[] | null) => spans === null ? '-' : spans.map(({ start, end }) => text.slice(start, end)).join(' \u2026 ')
  return findAttributions(readArticle(text, 'plain'), [])
    .map(({ kind, cue, source, content }) => `${kind} ${surface(cue)} | ${surface(source)} | ${surface(content)}`)
}
