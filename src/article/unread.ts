import type { Article } from './article'
import { isLineEnd, isSpace } from './characters'

/**
 * Why nothing in an article was read: it is `blank`, all of it is `code` because every line is indented as Markdown's code is, or
 * it is `markup` alone (HTML, code, addresses).
 */
export type UnreadReason = 'blank' | 'code' | 'markup'

/** Null when something was read. */
export function whyUnread({ text, format, tokens }: Pick<Article, 'text' | 'format' | 'tokens'>): UnreadReason | null {
  if (tokens.length > 0) return null
  let isCode = format === 'markdown'
  let isBlank = true
  for (let at = 0; at < text.length; at++) {
    if (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === 0xfeff) continue
    isBlank = false
    isCode &&= isIndentedAsCode(text, at)
    if (!isCode) break
    while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++
  }
  return isBlank ? 'blank' : isCode ? 'code' : 'markup'
}

/** Four blanks, or a tab behind fewer than four. */
function isIndentedAsCode(text: string, at: number): boolean {
  let start = at
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--
  return /^(?: {4}| {0,3}\t)/.test(text.slice(start, Math.min(at, start + 4)))
}
