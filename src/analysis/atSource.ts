import type { ShownSource, Span } from '../article'
import { mapped } from '../util/mapped'
import type { Analysis, GivenQuote } from './analysis'

/** An analysis of what is shown, with its spans put where they stand in the source. */
export function atSource(analysis: Analysis, { sourceSpan }: ShownSource): Analysis {
  return {
    ...analysis,
    mentions: mapped(analysis.mentions, (mention) => ({
      ...mention,
      ...sourceSpan(mention),
      description: mention.description === null ? null : sourceSpan(mention.description)
    })),
    quotes: mapped(analysis.quotes, (quote) => placed(quote, sourceSpan))
  }
}

/** Given quotes, put where they stand in what is shown. */
export function asShown(quotes: readonly GivenQuote[], { shownOffset }: ShownSource): readonly GivenQuote[] {
  return mapped(quotes, (quote) =>
    placed(quote, ({ start, end }) => ({ start: shownOffset(start), end: shownOffset(end) }))
  )
}

function placed<Quote extends Pick<GivenQuote, 'content' | 'cue' | 'source'>>(
  quote: Quote,
  place: (span: Span) => Span
): Quote {
  return {
    ...quote,
    content: mapped(quote.content, place),
    cue: quote.cue && mapped(quote.cue, place),
    source: quote.source && mapped(quote.source, place)
  }
}
