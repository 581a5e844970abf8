import * as v from 'valibot'
import { foldLetters } from '../util/folding'
import { choice, hasWords, page, paging, soughtWords, text } from './arguments'
import type { AskedArticles, AskedQuote } from './askedArticles'
import { defineTool } from './tool'

export const articleQuotes = defineTool({
  name: 'articleQuotes',
  title: 'Quotes in the articles',
  description:
    'What is quoted in the articles, in their order: who says what, with which words it is cited, directly or not, on which line of which file. Asked for by words, source, place, article, kind.',
  isListed: true,
  arguments: {
    words: text('Words that are all in the quote, its source or its cue, without regard to capitals and accents.'),
    source: text('The id of a source (see articleSources), or a part of its name.'),
    place: text('The name of a place or country that is named in the quote.'),
    article: text('The file of one article, as other answers call it.'),
    kind: choice(['direct', 'indirect', 'mixed'], 'All, none or part of it is in quotation marks.'),
    attitudes: v.optional(
      v.pipe(v.boolean(), v.description('Also what somebody is reported to believe, want or fear.')),
      false
    ),
    ...paging
  },
  answer(asked, { words, source, place, article, kind, attitudes, ...part }) {
    const sought = words === undefined ? [] : soughtWords(words)
    const isOf = source === undefined ? undefined : sourceTest(source)
    const isAbout = place === undefined ? undefined : placeTest(asked, place)
    const isAsked = (quote: AskedQuote) =>
      (attitudes || quote.act === 'speech') &&
      (article === undefined || quote.file === article) &&
      (kind === undefined || quote.kind === kind) &&
      (!isOf || isOf(quote)) &&
      (!isAbout || isAbout(quote)) &&
      (sought.length === 0 || hasWords([quote.content, quote.name, quote.sourceWords, quote.cue], sought))
    return page(asked.quotes, isAsked, part, ({ places: _places, sourceWords: _words, ...fact }) => fact)
  }
})

function sourceTest(source: string): (quote: AskedQuote) => boolean {
  const folded = foldLetters(source)
  return (quote) => quote.source === source || (quote.name !== null && foldLetters(quote.name).includes(folded))
}

function placeTest({ entities }: AskedArticles, place: string): (quote: AskedQuote) => boolean {
  const folded = foldLetters(place)
  const meant = new Set<string>()
  for (const [id, { name, type, country }] of entities)
    if (type === 'place' && [name, country ?? ''].some((one) => foldLetters(one) === folded)) meant.add(id)
  return ({ places }) => places.some((entity) => meant.has(entity))
}
