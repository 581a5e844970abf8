import type { Quote } from '../../analysis'
import type { Span } from '../../article'
import { firstIndex } from '../../util/binarySearch'
import { lazy } from '../../util/lazy'
import type { SuggestedQuote } from '../decision'
import { overlaps } from './overlaps'
import { covers, isSame, lengthOf, sharedLength } from './places'

/** Finds quotes by their content; gives their indexes. */
export interface QuoteFinder {
  /**
   * The quote of this content, of several the one with the suggestion's cue and source; or else the one that shares most with
   * the content, and more than half of either, unless one of the two is reported in the other.
   */
  same(content: readonly Span[], from: SuggestedQuote | undefined): number | undefined
  /** Quotes that say again what the content says: mostly in it, and not reported in it by words of their own. */
  restating(content: readonly Span[]): readonly number[]
}

/** The quotes are in order of the first characters of their contents. */
export function quoteFinder(quotes: readonly Pick<Quote, 'content' | 'cue' | 'source'>[]): QuoteFinder {
  const sameContent = (content: readonly Span[]) => {
    const found: number[] = []
    const start = content[0]!.start
    let at = firstIndex(quotes.length, (index) => quotes[index]!.content[0]!.start >= start)
    for (; quotes[at]?.content[0]!.start === start; at++) if (isSame(quotes[at]!.content, content)) found.push(at)
    return found
  }
  const places = lazy(() => overlaps([...quotes.keys()], (index) => quotes[index]!.content))
  const near = (content: readonly Span[]) =>
    [...new Set(content.flatMap((piece) => places().of(piece)))].sort((a, b) => a - b)
  return {
    same(content, from) {
      const known = sameContent(content)
      if (known.length > 0) {
        const isAnswered = (index: number) =>
          from && isSame(quotes[index]!.cue, from.cue) && isSame(quotes[index]!.source, from.source)
        return known.find(isAnswered) ?? known[0]
      }
      let best: number | undefined
      let most = 0
      for (const index of near(content)) {
        const quote = quotes[index]!
        if (isReportedIn(quote, content) || isReportedIn({ cue: from?.cue ?? null }, quote.content)) continue
        const shared = sharedLength(content, quote.content)
        if (shared <= most || 2 * shared <= Math.max(lengthOf(content), lengthOf(quote.content))) continue
        best = index
        most = shared
      }
      return best
    },
    restating: (content) =>
      near(content).filter((index) => {
        const quote = quotes[index]!
        return 2 * sharedLength(content, quote.content) > lengthOf(quote.content) && !isReportedIn(quote, content)
      })
  }
}

/** The words that report it are part of the content. */
function isReportedIn({ cue }: Pick<Quote, 'cue'>, content: readonly Span[]): boolean {
  return (cue ?? []).some((one) => content.some((piece) => covers(piece, one)))
}
