import { shownText, type Article } from '../article'
import { countWords } from '../util/countWords'
import { onOneLine } from '../util/oneLine'
import type { DocumentHead } from './document'
import { isoDate } from './isoDate'

/** What an article says about itself, as a reader sees it, each in one line. */
export function documentHead(article: Article): DocumentHead {
  const shown = (span: { readonly start: number; readonly end: number } | null) =>
    span && onOneLine(shownText(article, span))
  return {
    headline: shown(article.title),
    authors: (article.byline?.names ?? []).flatMap((name) => shown(name) ?? []),
    agency: shown(article.agency),
    places: (article.dateline?.places ?? []).flatMap((place) => shown(place) ?? []),
    date: shown(article.date),
    isoDate: isoDate(article),
    words: countWords(shownText(article, { start: 0, end: article.text.length }))
  }
}
