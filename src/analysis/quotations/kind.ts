import type { QuoteKind } from '../analysis'
import type { Prose } from './prose'
import type { Range } from './sources'

/** Direct when all the words of the content stand in quotation marks, indirect when none does. */
export function kindOf(prose: Prose, content: readonly Range[]): QuoteKind {
  let inside = false
  let outside = false
  for (const { from, to } of content) {
    for (let at = from; at < to; at++) {
      if ((prose.quotationOf[at] ?? -1) >= 0) inside = true
      else if (prose.article.tokens[at]?.kind === 'word') outside = true
    }
  }
  return inside ? (outside ? 'mixed' : 'direct') : 'indirect'
}
