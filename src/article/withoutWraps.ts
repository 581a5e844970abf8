import type { Article } from './article'
import { isLineEnd } from './characters'

/**
 * The text of an article with the line ends inside of its paragraphs read as blanks, offsets as they are: what it is like where lines
 * are not wrapped. Two blanks before a line end part lines in Markdown; those stay.
 */
export function withoutWraps({ text, paragraphs, format }: Pick<Article, 'text' | 'paragraphs' | 'format'>): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end } of paragraphs)
    for (let at = start; at < end; at++) {
      if (!isLineEnd(text.charCodeAt(at))) continue
      if (format === 'markdown' && text.startsWith('  ', at - 2)) continue
      parts.push(text.slice(from, at), ' ')
      from = at + 1
    }
  return parts.length === 0 ? text : parts.join('') + text.slice(from)
}
