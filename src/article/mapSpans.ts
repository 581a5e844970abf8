import { mapped } from '../util/mapped'
import type { Article, Span } from './article'

/** All that an article says of its text, with every span put where `place` says. */
export type ArticleFacts = Omit<Article, 'format' | 'text' | 'markup' | 'language' | 'verdict'>

export function mapSpans(facts: ArticleFacts, place: (span: Span) => Span): ArticleFacts {
  const placeOrNull = (span: Span | null) => (span === null ? null : place(span))
  const { title, byline, dateline, agency, date, paragraphs, sentences, tokens } = facts
  return {
    title: placeOrNull(title),
    byline: byline === null ? null : { ...place(byline), names: byline.names.map(place) },
    dateline:
      dateline === null
        ? null
        : {
            ...place(dateline),
            places: dateline.places.map(place),
            date: placeOrNull(dateline.date),
            agency: placeOrNull(dateline.agency)
          },
    agency: placeOrNull(agency),
    date: placeOrNull(date),
    paragraphs: mapped(paragraphs, (paragraph) => ({ ...paragraph, ...place(paragraph) })),
    sentences: mapped(sentences, (sentence) => ({ ...sentence, ...place(sentence) })),
    tokens: mapped(tokens, (token) => ({ ...token, ...place(token) }))
  }
}
