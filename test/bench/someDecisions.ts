import type { Analysis, Mention } from '../../src/analysis'
import { anchorAt, type Decision, type DecisionContent } from '../../src/annotations'
import type { Span } from '../../src/article'

/** Decisions about one article. */
const perArticle = 10

/**
 * What an annotator may decide about an article: quotes accepted, rejected and given another speaker, mentions accepted and
 * made who they are, words coded and noted. `first` numbers them through the folder.
 */
export function someDecisions(text: string, { mentions, quotes }: Analysis, first: number): readonly Decision[] {
  const names = mentions.filter(({ form }) => form === 'name')
  return Array.from({ length: perArticle }, (_, index) => {
    const quote = quotes[(index * 7) % Math.max(1, quotes.length)]
    const name = names[(index * 5) % Math.max(1, names.length)]
    const [target, content] = oneOf(index, quote?.content, name, text)
    return {
      id: `urn:uuid:00000000-0000-4000-8000-${String(first + index).padStart(12, '0')}`,
      creator: 'rosa',
      created: new Date(Date.UTC(2026, 0, 1) + 1000 * (first + index)).toISOString(),
      target: target.map((span) => anchorAt(text, span)),
      ...content
    }
  })
}

function oneOf(
  index: number,
  quote: readonly Span[] | undefined,
  name: Mention | undefined,
  text: string
): readonly [readonly Span[], DecisionContent] {
  const start = Math.floor((text.length * index) / perArticle)
  const words = [{ start, end: Math.min(text.length, start + 30) }]
  if (quote && index === 0) return [quote, { kind: 'reject' }]
  if (quote && index < 4) return [quote, { kind: 'accept' }]
  if (name && index < 6) return [[name], { kind: 'accept' }]
  if (name && index === 6) {
    const label = text.slice(name.start, name.end)
    const who = { iri: `https://example.org/${encodeURIComponent(label)}`, name: label, type: name.type }
    return [[name], { kind: 'identity', who }]
  }
  return index === 9
    ? [words, { kind: 'memo', text: 'Compare with the other reports of that day.' }]
    : [words, { kind: 'code', code: `urn:uuid:00000000-0000-4000-8000-00000000000${index}` }]
}
