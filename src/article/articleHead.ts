import { countWords } from '../util/countWords'
import { onOneLine } from '../util/oneLine'
import type { Article } from './article'
import type { ArticleVerdict } from './kind/verdict'
import { isoDate } from './isoDate'
import { shownText } from './shownText'

/** What the article says about itself, as a reader sees it; null where it does not say. */
export interface ArticleHead {
  readonly headline: string | null
  readonly authors: readonly string[]
  readonly agency: string | null
  /** The places of the dateline. */
  readonly places: readonly string[]
  /** As the text writes it. */
  readonly date: string | null
  /** ISO 8601: "2024-02-21", or what is known of it ("2024-02"); null where the text does not give the year. */
  readonly isoDate: string | null
  /** Words and numbers of the whole text, headline and credits included. */
  readonly words: number
  /** BCP 47; null where the text does not tell. */
  readonly language: string | null
  /** Whether the text itself looks like an article. */
  readonly verdict: ArticleVerdict
}

/** What an article says about itself, as a reader sees it, each in one line. */
export function articleHead(article: Article): ArticleHead {
  const shown = (span: { readonly start: number; readonly end: number } | null) =>
    span && onOneLine(shownText(article, span))
  return {
    headline: shown(article.title),
    authors: (article.byline?.names ?? []).flatMap((name) => shown(name) ?? []),
    agency: shown(article.agency),
    places: (article.dateline?.places ?? []).flatMap((place) => shown(place) ?? []),
    date: shown(article.date),
    isoDate: isoDate(article),
    words: countWords(shownText(article, { start: 0, end: article.text.length })),
    language: article.language,
    verdict: article.verdict
  }
}
