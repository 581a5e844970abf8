import fc from 'fast-check'
import type { AnalyzedText, EntityType, QuoteAct } from '../../../../src/analysis'
import { anchorAt, type Anchor, type Decision } from '../../../../src/annotations'
import type { Span } from '../../../../src/article'
import { identity, suggestedMention, suggestedQuote } from './deciding'

const types = fc.constantFrom<EntityType>('person', 'organization', 'group', 'place')
const acts = fc.constantFrom<QuoteAct>('speech', 'attitude')
/** Few, so that they meet. */
const people = fc
  .tuple(fc.constantFrom('Ada Brook', 'Paul Holt', 'the mayor'), types)
  .map(([name, type]) => identity(name, type))

/** Decisions on an article's suggestions and on other words of it: of several people, some at the same moment, some on the same places. */
export function randomDecisions(source: AnalyzedText): fc.Arbitrary<readonly Decision[]> {
  const { text, analysis } = source
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length
  }))
  const at = (span: Span) => anchorAt(text, span)
  const stretch = (longest: number) =>
    fc
      .tuple(fc.nat(words.length - 1), fc.nat(longest))
      .map(([first, more]) =>
        at({ start: words[first]!.start, end: words[Math.min(words.length - 1, first + more)]!.end })
      )
  const index = (length: number) => fc.nat(Math.max(0, length - 1))
  const mentions = index(analysis.mentions.length).map((mention) => suggestedMention(source, mention))
  const quotes = index(analysis.quotes.length).map((quote) => suggestedQuote(source, quote))
  const pieces = fc.array(stretch(8), { minLength: 1, maxLength: 2 })
  const part = fc.option(
    fc.oneof(
      pieces,
      mentions.map(({ span }) => [span])
    )
  )
  const answer = (kind: 'accept' | 'reject') =>
    fc.oneof(
      mentions.map((from) => ({ target: [from.span], from, kind })),
      quotes.map((from) => ({ target: from.content, from, kind })),
      fc.tuple(stretch(3)).map((target) => ({ target, kind }))
    )
  const place = fc.oneof(
    {
      weight: 3,
      arbitrary: mentions.map((from): { target: Anchor[]; from?: typeof from } => ({ target: [from.span], from }))
    },
    { weight: 1, arbitrary: stretch(3).map((target) => ({ target: [target] })) },
    { weight: 1, arbitrary: fc.tuple(stretch(3), mentions).map(([target, from]) => ({ target: [target], from })) }
  )
  const content = fc.oneof(
    quotes.map((from): { target: readonly Anchor[]; from?: typeof from } => ({ target: from.content, from })),
    pieces.map((target) => ({ target })),
    fc.tuple(pieces, quotes).map(([target, from]) => ({ target, from }))
  )
  const facts = fc.record({
    id: fc.uuid(),
    creator: fc.constantFrom('Ann', 'Ben'),
    created: fc.nat(9).map((minute) => `2026-01-01T00:0${minute}:00.000Z`)
  })
  const statement = fc.oneof(
    answer('accept'),
    answer('reject'),
    fc.tuple(place, types, fc.boolean(), fc.option(people, { nil: undefined })).map(([where, type, acting, who]) => ({
      ...where,
      kind: 'mention' as const,
      type,
      acting,
      ...(who && { who })
    })),
    fc.tuple(place, people, fc.boolean()).map(([where, who, alone]) => ({
      ...where,
      kind: 'identity' as const,
      who,
      ...(alone && { alone: true as const })
    })),
    fc
      .tuple(content, part, part, acts)
      .map(([where, cue, source, act]) => ({ ...where, kind: 'quote' as const, cue, source, act })),
    // A quote that stays as it is but for its act.
    fc.tuple(quotes, acts).map(([from, act]) => ({
      target: from.content,
      from,
      kind: 'quote' as const,
      cue: from.cue,
      source: from.source,
      act
    })),
    fc.tuple(content, fc.option(people)).map(([where, who]) => ({ ...where, kind: 'speaker' as const, who }))
  )
  const hasBoth = analysis.mentions.length > 0 && analysis.quotes.length > 0
  if (!hasBoth) throw new Error('an article with mentions and quotes is needed')
  return fc
    .array(
      fc.tuple(facts, statement).map(([fact, said]) => ({ ...fact, ...said })),
      { minLength: 1, maxLength: 12 }
    )
    .map((decisions) => [...new Map(decisions.map((decision) => [decision.id, decision])).values()])
}
