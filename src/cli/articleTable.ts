import type { AnalyzedArticle } from '../analysis'
import { isReadLanguage, shownText } from '../article'
import { linkSummaries, summarize, type Corpus } from '../corpus'
import { countQuotes, surfaceOf } from '../exchange'
import type { JudgedArticle } from './contractWriters'
import { printable } from './printable'
import { textTable } from './textTable'
import { describeVerdict } from './verdict'

/** An article's actors, places and quotes as aligned text, for people. Quotes are counted as everywhere (`exchange/counts.ts`). */
export function articleTable(analyzed: JudgedArticle): string {
  const { name, article, analysis } = analyzed
  const { entities, mentions, quotes, links } = analysis
  const repeats = linkSummaries([summarize(analyzed)])
  const quoteCounts = new Map(links.map((link) => [link.speaker, countedQuotes(analyzed, link.quotes, repeats)]))
  const names = new Map(entities.map((entity) => [entity.id, entity.name]))
  const acting = (indexes: readonly number[]) => indexes.filter((index) => mentions[index]?.acting).length
  const actors = entities.filter((entity) => entity.type !== 'place' || acting(entity.mentions) > 0)
  const places = entities.filter((entity) => entity.type === 'place')
  const title = article.title ? shownText(article, article.title) : ''
  const tables = [
    textTable(
      ['ACTOR', 'TYPE', 'MENTIONS', 'QUOTES'],
      actors.map((actor) => [actor.name, actor.type, actor.mentions.length, quoteCounts.get(actor.id) ?? 0])
    ),
    textTable(
      ['PLACE', 'COUNTRY', 'MENTIONS', 'ACTING'],
      places.map((place) => [
        place.name,
        place.places[0]?.countryName ?? '',
        place.mentions.length,
        acting(place.mentions)
      ])
    ),
    textTable(
      ['SPEAKER', 'KIND', 'QUOTE'],
      quotes.map((quote) => [
        quote.speaker === null ? '?' : (names.get(quote.speaker) ?? quote.speaker),
        quote.act === 'attitude' ? `${quote.kind}, attitude` : quote.kind,
        surfaceOf(article, quote.content)
      ])
    )
  ].filter((lines) => lines.length > 0)
  const sections = tables.length > 0 ? tables : [['nothing found']]
  const head = [printable(title ? `${name}: ${title}` : name), ...remarksOn(analyzed)]
  return `${[head, ...sections].map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** What is to be said of an article that is read as no other one. */
function remarksOn({ article, isArticle }: JudgedArticle): readonly string[] {
  return [
    ...(isArticle === false ? ['No article, as was decided'] : []),
    ...(isArticle === undefined && !article.verdict.isArticle
      ? [`No article: it ${describeVerdict(article.verdict)}`]
      : []),
    ...(isReadLanguage(article) ? [] : [`Language: ${article.language}; read by its layout alone`])
  ]
}

function countedQuotes({ id, analysis }: AnalyzedArticle, indexes: readonly number[], repeats: Corpus): number {
  const quotes = indexes.map((index) => {
    const repeat = repeats.reuseGroupOf({ article: id, quote: index })
    return { act: analysis.quotes[index]!.act, repeat: repeat === -1 ? null : repeat }
  })
  return countQuotes(quotes, { attitudes: false }).quotes
}
