import type { Article, Span } from './article'
import { mapSpans } from './mapSpans'
import { showSource, type ShownSource } from './shownText'

/**
 * The article of what a reader sees: its text is what is shown, its spans are those of that text, and it has no markup. With it
 * the way back to the source. An article without markup is its own.
 */
export function shownArticle(article: Article): { readonly article: Article; readonly shown: ShownSource } {
  const shown = showSource(article)
  if (article.markup.length === 0) return { article, shown }
  const place = ({ start, end }: Span) => ({
    start: shown.shownOffset(start),
    end: shown.shownOffset(end)
  })
  const { format, language, verdict } = article
  return { article: { format, language, verdict, text: shown.text, markup: [], ...mapSpans(article, place) }, shown }
}
