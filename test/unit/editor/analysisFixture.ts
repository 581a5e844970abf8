import type { Analysis, Entity, EntityType, Mention, Quote, QuoteKind } from '../../../src/analysis'
import type { Span } from '../../../src/article'

/** The span of the `occurrence`-th `words` in a text; fails loudly when they are not there. */
export function spanOf(text: string, words: string, occurrence = 1): Span {
  let start = -1
  for (let found = 0; found < occurrence; found += 1) {
    start = text.indexOf(words, start + 1)
    if (start < 0) throw new Error(`"${words}" does not stand ${occurrence} times in "${text}"`)
  }
  return { start, end: start + words.length }
}

export function mention(span: Span, type: EntityType, rest: Partial<Mention> = {}): Mention {
  return {
    ...span,
    type,
    form: 'name',
    acting: false,
    description: null,
    entity: 'e1',
    rule: 'test',
    confidence: 1,
    ...rest
  }
}

export function quote(kind: QuoteKind, content: readonly Span[], rest: Partial<Quote> = {}): Quote {
  return {
    kind,
    content,
    cue: null,
    source: null,
    act: 'speech',
    speaker: null,
    speakerRule: null,
    rule: 'test',
    confidence: 1,
    ...rest
  }
}

export function entity(id: string, name: string, type: EntityType, mentions: readonly number[] = []): Entity {
  return { id, name, type, named: true, aliases: [], descriptions: [], mentions, places: [] }
}

export function analysis(parts: Partial<Analysis>): Analysis {
  return { mentions: [], entities: [], quotes: [], links: [], ...parts }
}
