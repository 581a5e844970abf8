import type { Span } from '../../article'
import type { Mention } from '../analysis'
import { isAddress } from './names/nameKey'

const mostDescriptions = 12

/**
 * How an entity's mentions describe it: titles and appositions of its names, and the descriptions that refer to it, in order,
 * without their articles. `shown` gives the words of a span.
 */
export function descriptionsOf(
  mentions: Iterable<Pick<Mention, 'form' | 'description'> & Span>,
  shown: (span: Span) => string
): readonly string[] {
  const seen = new Map<string, string>()
  for (const mention of mentions) {
    const span = mention.form === 'nominal' ? mention : mention.description
    if (!span) continue
    const words = shown(span)
      .replace(/\s+/g, ' ')
      .replace(/^(?:the|an?|this|that) /i, '')
      .trim()
    const key = words.toLowerCase()
    // "Mr" describes nobody.
    if (words && !isAddress(words) && !seen.has(key)) seen.set(key, words)
    if (seen.size === mostDescriptions) break
  }
  return [...seen.values()]
}
