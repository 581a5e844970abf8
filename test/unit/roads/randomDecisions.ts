import fc from 'fast-check'
import type { Analysis } from '../../../src/analysis'
import { anchorAt, type Decision, type DecisionContent, type Suggestion } from '../../../src/annotations'
import type { Span } from '../../../src/article'

const types = ['person', 'organization', 'group', 'place'] as const
const people = ['Ada', 'Bo'].map((name) => ({
  iri: `https://example.org/${name.toLowerCase()}`,
  name,
  type: 'person' as const
}))

/** Numbers of which `decisionsOn` makes decisions about whatever article there is. */
export const dice = fc.array(fc.array(fc.nat(1_000_000), { minLength: 8, maxLength: 8 }), { maxLength: 8 })
export type Dice = typeof dice extends fc.Arbitrary<infer Value> ? Value : never

/** Decisions on suggestions and on any words, by two annotators. */
export function decisionsOn(text: string, { mentions, quotes }: Analysis, thrown: Dice): readonly Decision[] {
  return thrown.flatMap(([kind = 0, which = 0, from = 0, length = 0, type = 0, who = 0, acting = 0, by = 0], index) => {
    const anchorsAt = (spans: readonly Span[]) => spans.map((span) => anchorAt(text, span))
    const mention = mentions[which % Math.max(1, mentions.length)]
    const quote = quotes[which % Math.max(1, quotes.length)]
    const start = from % Math.max(1, text.length)
    const words = { start, end: Math.min(text.length, start + 1 + (length % 40)) }
    const identity = people[who % people.length]!
    const facts = {
      id: `urn:uuid:00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      creator: by % 2 === 0 ? 'Rosa' : 'Tom',
      created: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString()
    }
    const decided = (target: readonly Span[], content: DecisionContent, answers?: Suggestion) => [
      { ...facts, target: anchorsAt(target), ...(answers && { from: answers }), ...content } as Decision
    ]
    const suggestedMention: Suggestion | undefined = mention && {
      about: 'mention',
      span: anchorAt(text, mention),
      type: mention.type,
      acting: mention.acting,
      entity: 'somebody',
      rule: mention.rule,
      confidence: mention.confidence
    }
    const suggestedQuote: Suggestion | undefined = quote && {
      about: 'quote',
      content: anchorsAt(quote.content),
      cue: quote.cue && anchorsAt(quote.cue),
      source: quote.source && anchorsAt(quote.source),
      act: quote.act,
      speaker: null,
      rule: quote.rule,
      confidence: quote.confidence
    }
    const ofType = { type: types[type % types.length]!, acting: acting % 2 === 0 }
    switch (kind % 10) {
      case 0:
        return mention ? decided([mention], { kind: acting % 2 === 0 ? 'accept' : 'reject' }, suggestedMention) : []
      case 1:
        return quote ? decided(quote.content, { kind: acting % 2 === 0 ? 'accept' : 'reject' }, suggestedQuote) : []
      case 2:
        return mention ? decided([mention], { kind: 'mention', ...ofType }, suggestedMention) : []
      case 3:
        return words.end > words.start ? decided([words], { kind: 'mention', ...ofType }) : []
      case 4:
        return mention ? decided([mention], { kind: 'identity', who: identity }) : []
      case 5:
        return mention ? decided([mention], { kind: 'identity', who: identity, alone: true }) : []
      case 6:
        return quote
          ? decided(quote.content, { kind: 'speaker', who: acting % 2 === 0 ? identity : null }, suggestedQuote)
          : []
      case 7:
        return words.end > words.start
          ? decided([words], { kind: 'quote', cue: null, source: null, act: 'speech' })
          : []
      case 8:
        return words.end > words.start
          ? decided([words], { kind: acting % 2 === 0 ? 'code' : 'noCode', code: 'urn:uuid:c0de' })
          : []
      default:
        return decided(
          [],
          acting % 2 === 0 ? { kind: 'memo', text: 'so it is' } : { kind: 'article', isArticle: which % 2 === 0 }
        )
    }
  })
}
