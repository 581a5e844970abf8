import type { QuoteAnnotation } from '../document'
import type { Placed } from './columns'
import { defineTable, number, text } from './table'

interface LinkFacts extends Placed<QuoteAnnotation & { readonly speaker: string }> {
  /** Which of the speaker's quotes it is, from 1. */
  readonly nth: number
}

export const linksTable = defineTable<LinkFacts>(
  'links',
  'One row for each quote with a speaker: all rows of a speaker are quotes that cite the same source, over all articles.',
  [
    text('speaker_id', 'The source (see entities).', ({ fact }) => fact.speaker),
    text('speaker', 'Its name.', ({ source, fact }) => source.entity(fact.speaker)?.name ?? null),
    text('article', 'The article of the quote.', ({ source }) => source.article),
    text('quote', 'The quote in that article (see quotes).', ({ fact }) => fact.id),
    number('nth', 'Which of this source\u2019s quotes it is, counted from 1 over all articles.', ({ nth }) => nth)
  ],
  () => {
    const counts = new Map<string, number>()
    const next = (speaker: string) => {
      const nth = (counts.get(speaker) ?? 0) + 1
      counts.set(speaker, nth)
      return nth
    }
    return {
      of: (source) =>
        source.document.annotations.flatMap((fact) =>
          fact.layer === 'quote' && fact.speaker !== null
            ? [{ source, fact: { ...fact, speaker: fact.speaker }, nth: next(fact.speaker) }]
            : []
        )
    }
  }
)
